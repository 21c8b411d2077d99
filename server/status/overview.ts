import type * as contract from '../page-contract';
import type { Failure } from './failures';

/**
 * The value under `overview`: all that the page needs to open, ready made by the last run. It has every field of the page's
 * contract, and these. Times in milliseconds.
 */
export interface Overview extends Required<contract.Overview> {
  readonly v: 1;
  /** When something is tried again: with the next tick, or when injixo no longer wants to be left alone. */
  readonly nextTryAt: number;
  readonly mode: string;
  readonly failure: Failure | null;
  readonly freshdeskFailure: Failure | null;
  /** When the oldest contact that waits happened. */
  readonly oldestWaiting: number | null;
  /** False: there were more than the run could look at, or may have been. */
  readonly waitingComplete: boolean;
  /** Contacts that the scan found and no run has sent yet; and up to when it knows of every contact. */
  readonly found: number;
  readonly checkedUntil: number;
}

/** What a run knows at its end, gathered from all rooms. Times in milliseconds. */
export interface OverviewFacts extends Pick<
  Overview,
  | 'installedAt'
  | 'completeUntil'
  | 'checkedUntil'
  | 'mode'
  | 'failure'
  | 'freshdeskFailure'
  | 'lastAcceptedAt'
  | 'lastAnswerAt'
  | 'accepted'
  | 'repaired'
  | 'leftOut'
  | 'found'
  | 'deepEndedAt'
  | 'queues'
  | 'history'
  | 'timeZone'
  | 'today'
  | 'accepted7Days'
  | 'use'
  | 'alert'
> {
  readonly now: number;
  readonly tickMinutes: number;
  /** injixo wants to be left alone until then; null: it does not. */
  readonly notBefore: number | null;
  /** When the newest contact happened that was ever in a request; 0: there was none. */
  readonly newestAt: number;
  readonly held: readonly { readonly reason: 'unclear' | 'parked'; readonly contacts: number }[];
  /** What the run saw of the outbox, and how many contacts it could not send. */
  readonly outbox: SeenOutbox & { readonly waiting: number; readonly due: number };
  /** When the oldest contact happened that waited as far as earlier runs knew. */
  readonly waitedBefore: number | null;
}

/** If the outbox is unreadable, shows what waited last time; the scan delivers the rest. */
function waitingOf(
  outbox: SeenOutbox,
  waitedBefore: number | null,
): Pick<Overview, 'oldestWaiting' | 'waitingComplete'> {
  if (outbox.isAvailable) return { oldestWaiting: outbox.oldestWaiting, waitingComplete: outbox.complete };
  return { oldestWaiting: waitedBefore, waitingComplete: waitedBefore === null };
}

function heldContacts({ held }: OverviewFacts, reason: 'unclear' | 'parked'): number {
  return held.filter((each) => each.reason === reason).reduce((sum, each) => sum + each.contacts, 0);
}

/** The overview at the end of a run. */
export function makeOverview(facts: OverviewFacts): Overview {
  const { now, tickMinutes, notBefore, newestAt, held, outbox, waitedBefore, ...shown } = facts;
  const waiting = waitingOf(outbox, waitedBefore);
  const isSettled = outbox.waiting + held.length + facts.found === 0 && waiting.waitingComplete;
  return {
    v: 1,
    ...shown,
    lastRunAt: now,
    nextTryAt: Math.max(now + tickMinutes * 60_000, notBefore ?? 0),
    nextStart: nextStart({ completeUntil: facts.completeUntil, newestAt, isSettled }),
    waiting: outbox.waiting,
    due: outbox.due,
    ...waiting,
    unclear: heldContacts(facts, 'unclear'),
    parked: heldContacts(facts, 'parked'),
    entityStoreAvailable: outbox.isAvailable,
  };
}

/** What a run saw of the outbox. */
export interface SeenOutbox {
  /** When the oldest contact that it saw waiting happened (ms). */
  readonly oldestWaiting: number | null;
  readonly complete: boolean;
  readonly isAvailable: boolean;
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/**
 * When the oldest waiting contact happened, as far as is known. The scan leaves alone what waits in the outbox: a run that
 * cannot read all of it has to believe that what waited before still does, until a deep pass has gone past it.
 */
export function oldestWaiting(before: number | null, seen: SeenOutbox, deepUntil: number): number | null {
  if (seen.complete && seen.isAvailable) return seen.oldestWaiting;
  return earlier(before !== null && before >= deepUntil ? before : null, seen.oldestWaiting);
}

/**
 * Up to here every contact is accepted or accounted for (held ones are named beside it): the scan's cursor, or the oldest
 * contact that waits and is not sent when that is earlier. Milliseconds.
 */
export function completeUntil(checkedUntil: number, oldest: number | null): number {
  return earlier(oldest, checkedUntil) ?? checkedUntil;
}

/** What decides from when on another installation of the app would have to import. */
export interface SentSoFar {
  /** Up to here injixo has everything (ms); null: not known yet. */
  readonly completeUntil: number | null;
  /** When the newest contact happened that was ever in a request to injixo (ms); 0: there was none. */
  readonly newestAt: number;
  /** True when nothing waits and nothing is held. */
  readonly isSettled: boolean;
}

const SECOND_MS = 1000;

/**
 * The start of the history (ms) with which another installation would import what injixo lacks and nothing that it has; null
 * while that cannot be said. What is sent is far ahead of what the scan has checked, so `completeUntil` alone would bring
 * the newest contacts a second time.
 */
export function nextStart({ completeUntil, newestAt, isSettled }: SentSoFar): number | null {
  if (completeUntil === null || !isSettled) return null;
  return newestAt === 0 ? completeUntil : Math.max(completeUntil, newestAt + SECOND_MS);
}
