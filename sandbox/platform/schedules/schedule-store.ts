import { objectOf, type JsonObject } from '../../support/json-value';
import { keepMap, keepSet, restoreAll, type Restorable } from '../../support/snapshot';
import type { Limits } from '../limits';
import { Refusal } from '../refusal';
import {
  checkName,
  checkRepeat,
  checkScheduleAt,
  checkScheduleData,
  repeatMs,
  type Repeat,
  type ScheduleContext,
} from './schedule-rules';
import type { UsageMeter } from '../usage-meter';

/** One stored schedule. */
export interface Schedule {
  readonly name: string;
  readonly data: JsonObject;
  readonly at: number;
  readonly repeat: Repeat | null;
}

interface Done {
  readonly status: 200;
  readonly message: string;
}

/** Implements `$schedule`; each call throws a Refusal where the platform would reject. */
export interface ScheduleStore extends Restorable {
  create(options: unknown): Done;
  fetch(options: unknown): unknown;
  update(options: unknown): Done;
  delete(options: unknown): Done;
  /** The next schedule to fire. */
  next(): Schedule | null;
  get(name: string): Schedule | null;
  /** Removes a one-time schedule, or moves a recurring one to its next time. */
  fire(schedule: Schedule): void;
  /** Drops a schedule without an error. */
  lose(name: string): void;
  /** Keeps a schedule that never fires again; only one made anew does. */
  silence(name: string): void;
  wipe(): void;
  list(): readonly Schedule[];
}

/** Creates an empty list of schedules. */
export function createScheduleStore(
  context: ScheduleContext & { readonly usage: UsageMeter },
): ScheduleStore {
  const schedules = new Map<string, Schedule>();
  const silent = new Set<string>();
  const taken = (options: unknown): string => {
    context.usage.take('schedule');
    return checkName(options);
  };
  const found = (name: string): Schedule => {
    const schedule = schedules.get(name);
    if (schedule === undefined) throw new Refusal(404, 'Schedule not found');
    return schedule;
  };

  return {
    create: (options) => {
      const name = taken(options);
      if (schedules.has(name)) throw new Refusal(400, `A schedule with the name ${name} already exists`);
      const schedule = newSchedule(name, objectOf(options), context);
      checkCount([...schedules.values()], schedule, context.limits);
      schedules.set(name, schedule);
      return { status: 200, message: `Schedule ${name} created` };
    },
    fetch: (options) => toFetched(found(taken(options))),
    update: (options) => {
      const old = found(taken(options));
      const changed = changedSchedule(old, objectOf(options), context);
      const others = [...schedules.values()].filter(({ name }) => name !== old.name);
      checkCount(others, changed, context.limits);
      schedules.set(old.name, changed);
      return { status: 200, message: `Schedule ${old.name} updated` };
    },
    delete: (options) => {
      const { name } = found(taken(options));
      schedules.delete(name);
      silent.delete(name);
      return { status: 200, message: 'Schedule deleted' };
    },
    next: () =>
      [...schedules.values()].filter(({ name }) => !silent.has(name)).reduce<Schedule | null>(earlier, null),
    get: (name) => schedules.get(name) ?? null,
    fire: (schedule) => {
      schedules.delete(schedule.name);
      if (schedule.repeat !== null) schedules.set(schedule.name, nextRound(schedule, context.clock.now()));
    },
    lose: (name) => void schedules.delete(name),
    silence: (name) => void silent.add(name),
    wipe: () => [schedules, silent].forEach((all) => all.clear()),
    list: () => [...schedules.values()],
    takeSnapshot: () => restoreAll([keepMap(schedules), keepSet(silent)]),
  };
}

function newSchedule(name: string, options: JsonObject, context: ScheduleContext): Schedule {
  return {
    name,
    data: checkScheduleData(options['data'], context),
    at: checkScheduleAt(options['schedule_at'], context),
    repeat: checkRepeat(options['repeat'], context),
  };
}

function changedSchedule(old: Schedule, options: JsonObject, context: ScheduleContext): Schedule {
  const { data, schedule_at: at, repeat } = options;
  return {
    name: old.name,
    data: data === undefined ? old.data : checkScheduleData(data, context),
    at: at === undefined ? old.at : checkScheduleAt(at, context),
    repeat: repeat === undefined ? old.repeat : checkRepeat(repeat, context),
  };
}

function checkCount(existing: readonly Schedule[], added: Schedule, limits: Limits): void {
  const isRecurring = added.repeat !== null;
  const alike = existing.filter(({ repeat }) => (repeat !== null) === isRecurring).length;
  const allowed = isRecurring ? limits.recurringSchedules : limits.oneTimeSchedules;
  if (alike < allowed) return;
  const kind = isRecurring ? 'recurring' : 'one-time';
  throw new Refusal(400, `No more than ${allowed} ${kind} schedules are allowed`);
}

function toFetched({ name, data, at, repeat }: Schedule): unknown {
  const schedule = { status: 200, name, data, schedule_at: new Date(at).toISOString() };
  return JSON.parse(JSON.stringify(repeat === null ? schedule : { ...schedule, repeat }));
}

function earlier(first: Schedule | null, other: Schedule): Schedule {
  return first === null || other.at < first.at ? other : first;
}

/** Firings missed during a clock jump are not repeated. */
function nextRound(schedule: Schedule, now: number): Schedule {
  const every = repeatMs(schedule.repeat ?? { time_unit: 'days', frequency: 1 });
  const rounds = Math.max(1, Math.floor((now - schedule.at) / every) + 1);
  return { ...schedule, at: schedule.at + rounds * every };
}
