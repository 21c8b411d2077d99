import { AppError, ERROR_CODES } from '../values/app-error';
import { platformStatus } from './key-value-store';
import type { Scheduler, ScheduleData } from './ports';
import { readField } from '../values/read-field';

/** Tries the calls in turn until one succeeds; an AppError when none does. */
async function accepted(...calls: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const call of calls) {
    try {
      await call();
      return;
    } catch {
      // The next call may succeed.
    }
  }
  throw new AppError(ERROR_CODES.scheduleFailed, 'The platform did not accept the schedule');
}

/** Makes a call about one schedule; null when there is none of its name, an AppError for every other failure. */
async function unlessAbsent(
  call: () => Promise<unknown>,
  failure: string,
): Promise<{ readonly data?: unknown } | null> {
  try {
    return (await call()) as { readonly data?: unknown };
  } catch (error) {
    if (platformStatus(error) === 404) return null;
    throw new AppError(ERROR_CODES.scheduleFailed, failure);
  }
}

const UNKNOWN = 'The platform did not say whether the schedule exists';

/** The platform's `$schedule` as a port; failures other than "there is none" are AppErrors. */
export function createScheduler(): Scheduler {
  return {
    exists: async (name) => (await unlessAbsent(() => $schedule.fetch({ name }), UNKNOWN)) !== null,
    dataOf: async (name) => (await unlessAbsent(() => $schedule.fetch({ name }), UNKNOWN))?.data,
    repeat: (name, firstAt, everyMinutes, data) => {
      const repeat = { time_unit: 'minutes', frequency: everyMinutes };
      const schedule = { name, data, schedule_at: new Date(firstAt).toISOString(), repeat };
      return accepted(() => $schedule.create(schedule));
    },
    once: (name, startsAt, data) => {
      const schedule = { name, data, schedule_at: new Date(startsAt).toISOString() };
      // A run of the hour before may have the name: moving it has the same effect.
      return accepted(
        () => $schedule.create(schedule),
        () => $schedule.update(schedule),
      );
    },
    remove: async (name) => {
      await unlessAbsent(() => $schedule.delete({ name }), 'The platform did not remove the schedule');
    },
  };
}

/** Reads a schedule's data; anything unreadable is an ordinary run, which is harmless. */
export function parseScheduleData(data: unknown): ScheduleData {
  const kind = readField(data, 'kind') === 'tick' ? 'tick' : 'run';
  const numbers = (['cutOver', 'every'] as const).flatMap((name) => {
    const value = readField(data, name);
    return typeof value === 'number' && value > 0 ? [[name, value]] : [];
  });
  return { kind, ...(Object.fromEntries(numbers) as Pick<ScheduleData, 'cutOver' | 'every'>) };
}
