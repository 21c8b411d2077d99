import { AppError, ERROR_CODES } from '../values/app-error';
import { platformStatus } from './key-value-store';
import type { Scheduler, ScheduleData } from './ports';
import { readField } from '../values/read-field';

/** Awaits a call of `$schedule`; a failure becomes an AppError with the given sentence. */
async function accepted(call: Promise<unknown>, sentence: string): Promise<void> {
  try {
    await call;
  } catch {
    throw new AppError(ERROR_CODES.scheduleFailed, sentence);
  }
}

async function createOrMove(schedule: object): Promise<void> {
  try {
    await $schedule.create(schedule);
  } catch {
    // A run of the hour before may have the name: moving it has the same effect.
    await $schedule.update(schedule);
  }
}

async function find(name: string): Promise<{ readonly data?: unknown } | null> {
  try {
    return (await $schedule.fetch({ name })) as { readonly data?: unknown };
  } catch (error) {
    if (platformStatus(error) === 404) return null;
    throw new AppError(ERROR_CODES.scheduleFailed, 'The platform did not say whether the schedule exists');
  }
}

/** The platform's `$schedule` as a port; failures other than "there is none" are AppErrors. */
export function createScheduler(): Scheduler {
  const refused = 'The platform did not accept the schedule';
  return {
    exists: async (name) => (await find(name)) !== null,
    dataOf: async (name) => (await find(name))?.data,
    repeat: (name, firstAt, everyMinutes, data) => {
      const repeat = { time_unit: 'minutes', frequency: everyMinutes };
      return accepted(
        $schedule.create({ name, data, schedule_at: new Date(firstAt).toISOString(), repeat }),
        refused,
      );
    },
    once: (name, startsAt, data) =>
      accepted(createOrMove({ name, data, schedule_at: new Date(startsAt).toISOString() }), refused),
    async remove(name) {
      try {
        await $schedule.delete({ name });
      } catch (error) {
        if (platformStatus(error) === 404) return;
        throw new AppError(ERROR_CODES.scheduleFailed, 'The platform did not remove the schedule');
      }
    },
  };
}

function numberField(data: unknown, name: 'cutOver' | 'every'): Partial<Record<typeof name, number>> {
  const value = readField(data, name);
  return typeof value === 'number' && value > 0 ? { [name]: value } : {};
}

/** Reads a schedule's data; anything unreadable is an ordinary run, which is harmless. */
export function parseScheduleData(data: unknown): ScheduleData {
  const kind = readField(data, 'kind') === 'tick' ? 'tick' : 'run';
  return { kind, ...numberField(data, 'cutOver'), ...numberField(data, 'every') };
}
