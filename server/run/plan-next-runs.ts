import { addMinutes } from 'date-fns/addMinutes';
import { errorCode } from '../values/app-error';
import { runName } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { Log, ScheduleData, Scheduler } from '../platform/ports';
import { ensureTick } from '../setup/schedules';
import type { OutboxState } from '../outbox/outbox-state';
import type { InFlightBatch } from '../sending/in-flight-batch';
import type { Slice } from '../values/slice';

/** What planning depends on. `lastTickAt` and `now` are the beginnings of the last tick and of this run (ms). */
interface PlanFacts {
  /** Null: the installation time was lost. */
  readonly cutOver: number | null;
  readonly lastTickAt: number | null;
  /** Work is left, or contacts came lately. */
  readonly hasWork: boolean;
  readonly now: number;
  readonly log: Log;
}

/** What tells whether contacts come in. */
export interface Lately {
  readonly outbox: Slice<Pick<OutboxState, 'recordedAt'>>;
  readonly inFlight: Slice<Pick<InFlightBatch, 'acceptedAt'>>;
  readonly now: () => number;
}

/** True while something was recorded or accepted in the last half hour. */
export function isLively({ outbox, inFlight, now }: Lately): boolean {
  return now() - Math.max(outbox.value.recordedAt ?? 0, inFlight.value.acceptedAt ?? 0) < LIMITS.livelyMs;
}

/**
 * Plans the next runs: after a tick that leaves work, those of each minute between the next two ticks. A run between ticks
 * looks at the recurring schedule when its ticks stay away.
 */
export async function planNextRuns(
  scheduler: Scheduler,
  { kind, every = LIMITS.tickMinutes[0] }: ScheduleData,
  { cutOver, lastTickAt, hasWork, now, log }: PlanFacts,
): Promise<void> {
  if (kind !== 'tick') {
    // A tick was due between the one that planned this run and now.
    const seen = { lastTickAt: lastTickAt ?? 0, cutOver };
    const ticksStayAway = now - seen.lastTickAt > every * 60_000 + LIMITS.tickLateMs;
    if (ticksStayAway) await ensureTick(scheduler, seen, now, log);
  } else if (hasWork) {
    await planEachMinute(scheduler, { every, now, log });
  }
}

/** Adds a one-time run for each minute between the next two ticks, named by its minute: adding it again changes nothing. */
async function planEachMinute(
  scheduler: Scheduler,
  { every, now, log }: Pick<PlanFacts, 'now' | 'log'> & { readonly every: number },
): Promise<void> {
  for (let minute = every + 1; minute < 2 * every; minute += 1) {
    const at = addMinutes(now, minute).getTime();
    try {
      await scheduler.once(runName(at), at, { kind: 'run', every });
    } catch (error) {
      log.warn('a run between two ticks was not added, the next tick goes on', { code: errorCode(error) });
    }
  }
}
