import type * as contract from '../page-contract';
import type { Failure } from './failures';

/** The value under `overview`: everything the page needs to open, written by each run. Times in milliseconds. */
export interface Overview extends Required<contract.Overview> {
  readonly v: 1;
  /** The next attempt: the next tick, or the end of the pause that injixo asked for. */
  readonly nextTryAt: number;
  readonly mode: string;
  readonly failure: Failure | null;
  readonly freshdeskFailure: Failure | null;
  /** When the oldest waiting contact happened. */
  readonly oldestWaiting: number | null;
  /** False: the outbox may hold more than the run read. */
  readonly waitingComplete: boolean;
  /** Since when the entity store has not answered; null: it answers. */
  readonly storeSilentSince: number | null;
  /** Missing contacts that are not settled yet. */
  readonly found: number;
  /** When the last tick that a run completed began; null: none did. */
  readonly lastTickAt: number | null;
  /** A checksum of each setting that the run used; the page does not get it. */
  readonly settings: Readonly<Record<string, number>>;
  /** False: the installation time was lost, and `installedAt` is the time of the oldest record. */
  readonly isCutOverKnown: boolean;
}

/** The fields of the overview that are calculated from the facts. */
type Calculated =
  | 'v'
  | 'lastRunAt'
  | 'nextTryAt'
  | 'nextStart'
  | 'waiting'
  | 'due'
  | 'oldestWaiting'
  | 'waitingComplete'
  | 'unclear'
  | 'parked'
  | 'entityStoreAvailable';

/** What a run knows at its end. Times in milliseconds. */
export interface OverviewFacts extends Omit<Overview, Calculated> {
  readonly now: number;
  readonly tickMinutes: number;
  /** The end of the pause that injixo asked for. */
  readonly notBefore: number | null;
  /** When the newest contact happened that was ever in a request; 0: none was. */
  readonly newestAt: number;
  readonly held: readonly { readonly reason: 'unclear' | 'parked'; readonly contacts: number }[];
  readonly outbox: SeenOutbox & { readonly waiting: number; readonly due: number };
  /** When the oldest contact happened that waited at the end of the previous run. */
  readonly waitedBefore: number | null;
}

/** What a run saw of the outbox. */
export interface SeenOutbox {
  /** When the oldest contact in it happened (ms). */
  readonly oldestWaiting: number | null;
  readonly complete: boolean;
  readonly isAvailable: boolean;
}

/** What a run saw of all that waits. */
interface SeenWaiting extends SeenOutbox {
  /** When the oldest happened (ms) of the contacts that wait elsewhere. */
  readonly oldestKept: number | null;
}

/** The overview at the end of a run. */
export function makeOverview(facts: OverviewFacts): Overview {
  const { now, tickMinutes, notBefore, newestAt, held, outbox, waitedBefore, ...shown } = facts;
  // If the outbox is unreadable, show what waited last time; the scan delivers the rest.
  const waiting = outbox.isAvailable
    ? { oldestWaiting: outbox.oldestWaiting, waitingComplete: outbox.complete }
    : { oldestWaiting: waitedBefore, waitingComplete: waitedBefore === null };
  const left = outbox.waiting + held.length + facts.found + facts.setAside.length;
  const isSettled = left === 0 && waiting.waitingComplete;
  const heldContacts = { unclear: 0, parked: 0 };
  for (const { reason, contacts } of held) heldContacts[reason] += contacts;
  return {
    v: 1,
    ...shown,
    lastRunAt: now,
    nextTryAt: Math.max(now + tickMinutes * 60_000, notBefore ?? 0),
    nextStart: nextStart({ completeUntil: facts.completeUntil, newestAt, isSettled }),
    waiting: outbox.waiting,
    due: outbox.due,
    ...waiting,
    ...heldContacts,
    entityStoreAvailable: outbox.isAvailable,
  };
}

/** How far the scan has come (ms), and when the oldest contact happened that it found and no run has settled yet. */
interface ScanProgress {
  readonly deepUntil: number;
  readonly checkedUntil: number;
  readonly oldestFound: number | null;
}

/**
 * When the oldest waiting contact happened, and the earliest of that, *checked until* and the oldest found one (ms). The scan skips what waits in the
 * outbox. So a run that cannot read the whole outbox assumes that what waited before still waits, until the daily recheck has
 * passed it (`deepUntil`).
 */
export function whatWaits(
  before: number | null,
  seen: SeenWaiting,
  { deepUntil, checkedUntil, oldestFound }: ScanProgress,
): { readonly oldest: number | null; readonly completeUntil: number } {
  const isWholeRead = seen.complete && seen.isAvailable;
  const isPassed = before === null || before < deepUntil;
  const assumed = isWholeRead || isPassed ? null : before;
  const waiting = [assumed, seen.oldestWaiting].filter((each) => each !== null);
  const oldest = waiting.length === 0 ? null : Math.min(...waiting);
  const others = [oldestFound, seen.oldestKept].filter((each) => each !== null);
  return { oldest, completeUntil: Math.min(...waiting, ...others, checkedUntil) };
}

/**
 * The start of the history (ms) with which another installation would import only what injixo lacks; null while that is not
 * known. Sending is ahead of the scan, so `completeUntil` alone would import the newest contacts twice. `newestAt`: when the
 * newest contact happened that was ever in a request; 0: none was. `isSettled`: nothing waits, is held or set aside.
 */
export function nextStart({
  completeUntil: until,
  newestAt,
  isSettled,
}: Pick<OverviewFacts, 'completeUntil' | 'newestAt'> & { readonly isSettled: boolean }): number | null {
  if (until === null || !isSettled) return null;
  return newestAt === 0 ? until : Math.max(until, newestAt + 1000);
}
