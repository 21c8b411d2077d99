import { dayText } from '../values/calendar';
import { withProblem } from '../history/history-view';
import { LIMITS } from '../values/limits';
import { viewAlert } from '../alert/alert-state';
import type { OutboxRest } from '../live/deliver-outbox';
import type * as contract from '../page-contract';
import type { RunContext } from '../run/run-context';
import type { State } from '../run/state';
import { acceptedInWeek, figuresOf } from '../volumes/delivery-delays';

/**
 * The value under `overview`: all that the page needs to open, ready made by the last run. It has every field of the page's
 * contract, and these. Times in milliseconds.
 */
export interface Overview extends Required<contract.Overview> {
  readonly v: 1;
  /** When something is tried again: with the next tick, or when injixo no longer wants to be left alone. */
  readonly nextTryAt: number;
  readonly mode: State['mode'];
  readonly failure: State['failure'];
  readonly freshdeskFailure: State['freshdeskFailure'];
  /** When the oldest contact that waits happened. */
  readonly oldestWaiting: number | null;
  /** False: there were more than the run could look at, or may have been. */
  readonly waitingComplete: boolean;
  /** Contacts that the scan found and no run has sent yet; and up to when it knows of every contact. */
  readonly found: number;
  readonly checkedUntil: number;
  readonly history: State['history'];
}

function limitsUsed({ budget, entityBudget, quota }: RunContext): contract.LimitsUsed {
  const { ops } = entityBudget.record();
  return {
    // The overview's own operation is the run's last.
    keyValueOps: budget.opsSpent() + 1,
    keyValueLimit: LIMITS.keyValueOpsPerMinute,
    entityOps: ops.reduce((sum, [, count]) => sum + count, 0),
    entityLimit: LIMITS.entityOpsPerMinute,
    freshdeskCalls: quota.spent(),
    freshdeskLimit: quota.memory().perMinute,
  };
}

function daysOf({ inFlight, calendar }: RunContext, now: number): Pick<Overview, 'today' | 'accepted7Days'> {
  const day = calendar.dayOf(now);
  return {
    today: { day: dayText(day), ...figuresOf(inFlight.delays, day) },
    accepted7Days: acceptedInWeek(inFlight.delays, day),
  };
}

/** An outbox that cannot be read holds nothing that anybody knows of, unless something waited in it before: the scan delivers. */
function outboxOf(state: State, rest: OutboxRest): Pick<Overview, 'oldestWaiting' | 'waitingComplete'> {
  if (rest.isAvailable) return { oldestWaiting: rest.oldestWaiting, waitingComplete: rest.complete };
  return { oldestWaiting: state.oldestWaiting, waitingComplete: state.oldestWaiting === null };
}

function heldContacts(state: State, reason: 'unclear' | 'parked'): number {
  return state.held.filter((each) => each.reason === reason).reduce((sum, each) => sum + each.contacts, 0);
}

function isSettled(state: State, rest: OutboxRest): boolean {
  const left = rest.waiting.length + state.held.length + state.scan.found;
  return left === 0 && outboxOf(state, rest).waitingComplete;
}

/** The overview at the end of a run that left this in the outbox. */
export function makeOverview(run: RunContext, rest: OutboxRest): Overview {
  const { state, inFlight } = run;
  const now = run.now();
  return {
    v: 1,
    lastRunAt: now,
    nextTryAt: Math.max(now + state.tickMinutes * 60_000, state.notBefore ?? 0),
    installedAt: state.cutOver,
    completeUntil: state.completeUntil,
    nextStart: nextStart({
      completeUntil: state.completeUntil,
      newestAt: inFlight.newestAt,
      isSettled: isSettled(state, rest),
    }),
    mode: state.mode,
    failure: state.failure,
    freshdeskFailure: state.freshdeskFailure,
    lastAcceptedAt: inFlight.acceptedAt,
    lastAnswerAt: state.lastAnswerAt,
    accepted: inFlight.accepted,
    repaired: inFlight.repaired,
    waiting: rest.waiting.length,
    due: rest.due,
    ...outboxOf(state, rest),
    found: state.scan.found,
    checkedUntil: state.checkedUntil,
    unclear: heldContacts(state, 'unclear'),
    parked: heldContacts(state, 'parked'),
    leftOut: state.counters.leftOut,
    queues: run.queues.size(),
    history: withProblem(state.history, state, now),
    timeZone: state.zone?.iana ?? null,
    ...daysOf(run, now),
    deepEndedAt: state.scan.deepEndedAt,
    entityStoreAvailable: rest.isAvailable,
    use: limitsUsed(run),
    alert: viewAlert(state.alert),
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
