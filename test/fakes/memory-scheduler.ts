import { AppError, ERROR_CODES } from '../../server/values/app-error';
import type { ScheduleData, Scheduler } from '../../server/platform/ports';

/** One stored schedule. */
export interface PlannedRun {
  readonly at: number;
  /** Minutes; null for a one-time run. */
  readonly every: number | null;
  readonly data: ScheduleData;
}

type SchedulerVerb = 'exists' | 'dataOf' | 'repeat' | 'once' | 'remove';

/** A scheduler in memory for inspection and fault injection. */
export interface MemoryScheduler extends Scheduler {
  /** True refuses the call; may be replaced at any time. */
  refuses: (verb: SchedulerVerb, name: string) => boolean;
  /** Recurring schedules with a shorter interval are refused. */
  minRepeatMinutes: number;
  readonly planned: ReadonlyMap<string, PlannedRun>;
  readonly calls: readonly string[];
}

function refusal(): AppError {
  return new AppError(ERROR_CODES.scheduleFailed, 'The scheduler in memory refused');
}

/** Creates a scheduler without schedules. */
export function createMemoryScheduler(): MemoryScheduler {
  const planned = new Map<string, PlannedRun>();
  const calls: string[] = [];

  async function call<T>(verb: SchedulerVerb, name: string, effect: () => T) {
    await Promise.resolve();
    calls.push(`${verb} ${name}`);
    if (scheduler.refuses(verb, name)) throw refusal();
    return effect();
  }

  const scheduler: MemoryScheduler = {
    refuses: () => false,
    minRepeatMinutes: 0,
    planned,
    calls,
    exists: (name) => call('exists', name, () => planned.has(name)),
    dataOf: (name) => call('dataOf', name, () => planned.get(name)?.data),
    repeat: (name, at, every, data) =>
      call('repeat', name, () => {
        if (every < scheduler.minRepeatMinutes || planned.has(name)) throw refusal();
        planned.set(name, { at, every, data });
      }),
    once: (name, at, data) =>
      call('once', name, () => {
        planned.set(name, { at, every: null, data });
      }),
    remove: (name) =>
      call('remove', name, () => {
        planned.delete(name);
      }),
  };
  return scheduler;
}
