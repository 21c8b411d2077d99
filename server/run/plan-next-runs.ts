import { addMinutes } from 'date-fns/addMinutes';
import { errorCode } from '../values/app-error';
import { runName } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { Log, ScheduleData, Scheduler } from '../platform/ports';
import { ensureTick } from '../setup/schedules';

/** `some`: contacts come too fast for ticks alone. `much`: runs are needed every minute. */
export type WorkLeft = 'none' | 'some' | 'much';

/** The minutes from now at which runs start between the next two ticks: none, one in the middle, or all. */
export function minutesBetweenTicks(everyMinutes: number, workLeft: WorkLeft): readonly number[] {
  const all = [...Array(Math.max(0, everyMinutes - 1)).keys()].map((index) => everyMinutes + 1 + index);
  const middle = everyMinutes + Math.floor(everyMinutes / 2);
  const chosen: Readonly<Record<WorkLeft, readonly number[]>> = {
    none: [],
    some: all.filter((minute) => minute === middle),
    much: all,
  };
  return chosen[workLeft];
}

/** What planning depends on. `lastTickAt` and `now` are the beginnings of the last tick and of this run (ms). */
interface PlanFacts {
  readonly cutOver: number;
  readonly lastTickAt: number | null;
  readonly workLeft: WorkLeft;
  readonly now: number;
  readonly log: Log;
}

/**
 * Plans the next runs. With work left, a tick adds one-time runs between the next two ticks, named by their minute so that
 * adding them is idempotent. A one-time run checks the recurring schedule when its ticks stay away.
 */
export async function planNextRuns(
  scheduler: Scheduler,
  { kind, every = LIMITS.tickMinutes[0] }: ScheduleData,
  { cutOver, lastTickAt, workLeft, now, log }: PlanFacts,
): Promise<void> {
  if (kind !== 'tick') {
    // A tick was due between the one that planned this run and now.
    const ticksStayAway = now - (lastTickAt ?? 0) > every * 60_000 + LIMITS.tickLateMs;
    if (ticksStayAway) await ensureTick(scheduler, cutOver, now, log);
    return;
  }
  for (const minute of minutesBetweenTicks(every, workLeft)) {
    const at = addMinutes(now, minute).getTime();
    try {
      await scheduler.once(runName(at), at, { kind: 'run', every });
    } catch (error) {
      log.warn('a run between two ticks was not added, the next tick goes on', { code: errorCode(error) });
    }
  }
}
