import { errorCode } from '../values/app-error';
import { allScheduleNames, KEYS, TICK_NAME } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { KeyValueStore, Log, ScheduleData, Scheduler } from '../platform/ports';
import { parseScheduleData } from '../platform/scheduler';
import type { Overview } from '../status/overview';
import { settleAll } from '../values/settle-all';

const MINUTE_MS = 60_000;

const [OFTEN, SELDOM] = LIMITS.tickMinutes;
/** 5 minutes is tried twice, so that a temporary failure does not make it 10 for good. */
const TRIES = [OFTEN, OFTEN, SELDOM] as const;

/**
 * Creates the recurring schedule at the first interval that the platform accepts; rejects when it accepts none and no other
 * invocation has made it meanwhile.
 */
async function repeatTick(
  scheduler: Scheduler,
  data: Pick<ScheduleData, 'cutOver' | 'madeAt'>,
  now: number,
  [every, ...others]: readonly [number, ...number[]] = TRIES,
): Promise<void> {
  const firstAt = now + LIMITS.scheduleAheadMinutes * MINUTE_MS;
  const [next, ...rest] = others;
  try {
    await scheduler.repeat(TICK_NAME, firstAt, every, { kind: 'tick', ...data, every });
  } catch (error) {
    if (next !== undefined) return repeatTick(scheduler, data, now, [next, ...rest]);
    if (!(await scheduler.exists(TICK_NAME))) throw error;
  }
}

/**
 * Creates the recurring schedule of a new installation, with the cut-over in its data; replaces one that an earlier
 * installation left. Rejects when the platform accepts none.
 */
export async function startTick(scheduler: Scheduler, cutOver: number, now: number): Promise<void> {
  if (await scheduler.exists(TICK_NAME)) await scheduler.remove(TICK_NAME);
  await repeatTick(scheduler, { cutOver }, now);
}

/** What is known of the ticks. Times in milliseconds. */
export interface SeenTicks {
  /** When the last tick that a run completed began, 0: none ever did; null: not known, which proves nothing. */
  readonly lastTickAt: number | null;
  /** The moment of installation; null: not known. */
  readonly cutOver: number | null;
}

/** True when it was too long ago; a time in the future means that the clock was wrong. */
export function isTickMissing(at: number, now: number): boolean {
  return Math.abs(now - at) > LIMITS.tickMissingMs;
}

/**
 * True when a schedule that is there does not fire: no tick for 21 minutes, and the schedule itself is not younger. A new one
 * fires first after six minutes, so that making it anew with each look would postpone it for ever.
 */
export function isSilent(entry: ScheduleData, lastTickAt: number | null, now: number): boolean {
  const madeAt = entry.madeAt ?? entry.cutOver ?? 0;
  return lastTickAt !== null && isTickMissing(lastTickAt, now) && isTickMissing(madeAt, now);
}

/**
 * Makes the recurring schedule anew when it is gone or silent, with the cut-over it had. Resolves to when it was made anew
 * last (ms), undefined: never, or not known. One look-up; at most five more calls. Never rejects.
 */
export async function ensureTick(
  scheduler: Scheduler,
  { lastTickAt, cutOver }: SeenTicks,
  now: number,
  log: Log,
): Promise<number | undefined> {
  try {
    const data = await scheduler.dataOf(TICK_NAME);
    const isThere = data !== undefined;
    const entry = parseScheduleData(data);
    if (isThere && !isSilent(entry, lastTickAt, now)) return entry.madeAt;
    if (isThere) await scheduler.remove(TICK_NAME);
    await repeatTick(scheduler, { cutOver: entry.cutOver ?? cutOver, madeAt: now }, now);
    log.warn('the recurring schedule was made anew', { reason: isThere ? 'silent' : 'lost' });
    return now;
  } catch (error) {
    log.error('the recurring schedule cannot be checked', { code: errorCode(error) });
    return undefined;
  }
}

/**
 * What `overview` says about the ticks. A missing one proves nothing, for a key that is there can be told as missing, unless
 * `state` is missing as well: then no run has ever ended. Never rejects. @ops 1 without an overview
 */
export async function readTicks(
  store: KeyValueStore,
  overview: Pick<Overview, 'lastTickAt' | 'installedAt' | 'isCutOverKnown'> | undefined,
): Promise<SeenTicks> {
  if (overview === undefined) {
    const hasRun = await store.get(KEYS.state).then(
      (state) => state !== undefined,
      () => true,
    );
    return { lastTickAt: hasRun ? null : 0, cutOver: null };
  }
  const { lastTickAt, installedAt, isCutOverKnown } = overview;
  return { lastTickAt: lastTickAt ?? installedAt, cutOver: isCutOverKnown ? installedAt : null };
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
