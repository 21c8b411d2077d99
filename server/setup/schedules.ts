import { errorCode } from '../values/app-error';
import { allScheduleNames, TICK_NAME } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { Log, Scheduler } from '../platform/ports';
import { settleAll } from '../values/settle-all';

const MINUTE_MS = 60_000;

const [OFTEN, SELDOM] = LIMITS.tickMinutes;
/** 5 minutes is tried twice, so that a temporary failure does not make it 10 for good. */
const TRIES = [OFTEN, OFTEN, SELDOM] as const;

/** Creates the recurring schedule at the first interval that the platform accepts; rejects when it accepts none. */
async function repeatTick(
  scheduler: Scheduler,
  cutOver: number,
  now: number,
  [every, ...others]: readonly [number, ...number[]] = TRIES,
): Promise<void> {
  const firstAt = now + LIMITS.scheduleAheadMinutes * MINUTE_MS;
  const [next, ...rest] = others;
  try {
    await scheduler.repeat(TICK_NAME, firstAt, every, { kind: 'tick', cutOver, every });
  } catch (error) {
    if (next === undefined) throw error;
    await repeatTick(scheduler, cutOver, now, [next, ...rest]);
  }
}

/**
 * Creates the recurring schedule of a new installation, with the cut-over in its data; replaces one that an earlier
 * installation left. Rejects when the platform accepts none.
 */
export async function startTick(scheduler: Scheduler, cutOver: number, now: number): Promise<void> {
  if (await scheduler.exists(TICK_NAME)) await scheduler.remove(TICK_NAME);
  await repeatTick(scheduler, cutOver, now);
}

/** Creates the recurring schedule again when it was lost. One look-up; at most three more calls. Never rejects. */
export async function ensureTick(
  scheduler: Scheduler,
  cutOver: number,
  now: number,
  log: Log,
): Promise<void> {
  try {
    if (await scheduler.exists(TICK_NAME)) return;
    await repeatTick(scheduler, cutOver, now);
    log.warn('the recurring schedule was lost and is back');
  } catch (error) {
    log.error('the recurring schedule cannot be checked', { code: errorCode(error) });
  }
}

/** Removes every schedule that this app can have created; true when all are removed. Never rejects. */
export async function removeSchedules(scheduler: Scheduler, log: Log): Promise<boolean> {
  const removed = await settleAll(
    allScheduleNames().map(async (name) => {
      try {
        await scheduler.remove(name);
        return true;
      } catch (error) {
        log.warn('a schedule was not removed', { code: errorCode(error) });
        return false;
      }
    }),
  );
  return removed.every(Boolean);
}
