import { refuse } from './stores';

const MINUTE_MS = 60_000;

/** A schedule that is due. */
export interface DueSchedule {
  readonly at: number;
  readonly data: object;
}

interface Schedule {
  readonly name: string;
  readonly data: object;
  readonly schedule_at: string;
  readonly repeat?: { readonly frequency: number };
}

/** The schedules of an installation. */
export interface Schedules {
  /** The platform's `$schedule`. */
  readonly $schedule: object;
  readonly names: readonly string[];
  /** Takes the next schedule that is due until a moment (ms); null: none is. */
  takeDue(until: number): DueSchedule | null;
  /** Answers every call with this status; null: schedules work. */
  refuseWith: number | null;
}

/** Creates the schedules of an installation. */
export function createSchedules(now: () => number): Schedules {
  const known = new Map<string, Schedule & { readonly at: number }>();
  const operate = async <T>(work: () => T): Promise<T> => {
    await Promise.resolve();
    if (schedules.refuseWith !== null) refuse(schedules.refuseWith, 'Schedules do not answer');
    return work();
  };
  const named = (name: string): Schedule =>
    known.get(name) ?? refuse(404, 'There is no schedule of this name');

  const $schedule = {
    create: (schedule: Schedule) =>
      operate(() => {
        const at = Date.parse(schedule.schedule_at);
        if (known.has(schedule.name)) refuse(400, 'There is a schedule of this name');
        if (at < now() + 5 * MINUTE_MS) refuse(400, 'A schedule begins in five minutes at the earliest');
        known.set(schedule.name, { ...schedule, at });
        return { status: 200 };
      }),
    fetch: ({ name }: Schedule) => operate(() => named(name)),
    delete: ({ name }: Schedule) => operate(() => known.delete(named(name).name)),
  };

  const schedules: Schedules = {
    $schedule,
    refuseWith: null,
    get names() {
      return [...known.keys()];
    },
    takeDue(until) {
      const [next] = [...known.values()].sort((a, b) => a.at - b.at);
      if (next === undefined || next.at > until) return null;
      const { name, repeat, at } = next;
      if (repeat === undefined) known.delete(name);
      else known.set(name, { ...next, at: at + repeat.frequency * MINUTE_MS });
      return next;
    },
  };
  return schedules;
}
