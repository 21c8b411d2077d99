import { failureFacts, type Failure } from '../status/failures';
import type { History, PlannedSpan } from '../page-contract';
import type { HistoryRecord } from './history-record';
import { standstillOf, type AsideTicket } from '../freshdesk/set-aside';
import { LIMITS } from '../values/limits';

/** What the page of the app shows of the import; kept in `state`. Times in milliseconds. */
export interface HistoryView extends History {
  readonly problem: { readonly code: HistoryProblemCode } | null;
  /** Tickets that the import goes past because they cannot be read. */
  readonly setAside: readonly AsideTicket[];
  /** Why the import does not get past a ticket. */
  readonly standstill: Failure | null;
}

/** What keeps a run from sending or from calling Freshdesk. */
export interface RunFailures {
  readonly failure: Failure | null;
  readonly freshdeskFailure: Failure | null;
}

/** True while the import is running: extra runs between the ticks make it faster. A plan asks for none. */
export function isImporting(view: Pick<HistoryView, 'state'> | null): boolean {
  return view?.state === 'running';
}

/** True while the page shows that the start in the settings is missing or cannot be. */
export function isStartWrong(view: Pick<History, 'problem'> | null): boolean {
  return view?.problem?.code.startsWith('start_') === true;
}

/** The plan of exactly this span, if it waits for a person to start it; null: it does not. */
export function planFor(
  view: History | null,
  { from, until }: Pick<PlannedSpan, 'from' | 'until'>,
): PlannedSpan | null {
  if (view === null || isStartWrong(view)) return null;
  const planned = view.startedFrom === null ? view : view.next;
  const isSame = planned !== null && planned.from === from && planned.until === until;
  return isSame ? { from, until, plan: planned.plan } : null;
}

/** What the page shows of a plan; beside it the import that was started stays as it is. */
export function withPlan(view: HistoryView | null, planned: PlannedSpan): HistoryView {
  if (view !== null && view.startedFrom !== null) return { ...view, next: planned };
  return {
    state: 'planned',
    ...planned,
    ...{ tickets: 0, contacts: 0, queues: 0, calls: 0, doneUntil: null },
    minutesLeft: planned.plan?.minutes ?? null,
    outOfReach: reachCodes(false),
    ...{ setAside: [], standstill: null, problem: null, startedFrom: null, next: null },
  };
}

function reachCodes(isCrowded: boolean): readonly string[] {
  return Object.keys(OUT_OF_REACH).filter((code) => code !== 'crowded_second' || isCrowded);
}

const MINUTE_MS = 60_000;
const SILENT_MS = 60 * MINUTE_MS;

function waitingFor({ failure, freshdeskFailure }: RunFailures, now: number): HistoryView['problem'] {
  const first = freshdeskFailure ?? failure;
  if (first === null) return null;
  const code = failureFacts(first.code).history;
  const isSilent = code === 'freshdesk_busy' && now - first.since >= SILENT_MS;
  return { code: isSilent ? 'freshdesk_silent' : code };
}

/** The view with what the import waits for now, also when a run did not get to the import. */
export function withProblem(
  view: HistoryView | null,
  failures: RunFailures,
  now: number,
): HistoryView | null {
  if (view === null || view.state === 'done' || isStartWrong(view)) return view;
  // An import that a person stopped waits for nothing else.
  if (view.state === 'paused' || view.state === 'cancelled') return { ...view, problem: null };
  return { ...view, problem: waitingFor(failures, now) };
}

/** Minutes left at the speed so far; before anything is read, those of the plan. */
function minutesLeft(record: HistoryRecord, now: number): number | null {
  const { plan, begunAt, totals } = record;
  if (record.isDone || plan === null) return null;
  if (begunAt === null || totals.rows === 0) return plan.minutes;
  const rowsLeft = Math.max(0, plan.changed - totals.rows);
  return Math.ceil(((now - begunAt) / MINUTE_MS) * (rowsLeft / totals.rows));
}

/** How far the import is. From sweep 1 on everything before the sweep's beginning is done. */
function progressOf(record: HistoryRecord): Pick<HistoryView, 'state' | 'doneUntil'> {
  const { isDone, until, control, sweep, since, cursor, liveReadAt } = record;
  if (isDone) return { state: 'done', doneUntil: until };
  const state = control === 'go' ? 'running' : control;
  const liveUntil = cursor?.kind === 'live' ? cursor.since : liveReadAt;
  return { state, doneUntil: sweep > 0 ? since : liveUntil };
}

/** What the page shows of a record, beside the plan `next`. */
export function viewOf(
  record: HistoryRecord,
  failures: RunFailures,
  now: number,
  { queues, next }: Pick<HistoryView, 'queues' | 'next'>,
): HistoryView {
  const { from, until, totals, plan, setAside, control, startedFrom } = record;
  const isAdded = next !== null && next.from < startedFrom && control !== 'cancelled';
  const doneProblem = totals.rows === 0 ? ({ code: 'no_tickets' } as const) : null;
  return {
    ...progressOf(record),
    from,
    until,
    tickets: totals.tickets,
    contacts: totals.contacts,
    queues,
    calls: totals.calls,
    minutesLeft: minutesLeft(record, now),
    plan,
    outOfReach: reachCodes(record.unreachable),
    setAside: control === 'cancelled' ? [] : setAside.tickets,
    standstill: standstillOf(setAside, now),
    problem: record.isDone ? doneProblem : waitingFor(failures, now),
    startedFrom,
    next: isAdded ? next : null,
  };
}

/** Why an import does not begin or does not go on, and what it cannot reach: codes and plain sentences. */
export const HISTORY_PROBLEMS = {
  start_in_future:
    'The start of the history is after the installation of the app. Enter an earlier day in the settings, or none.',
  start_too_early:
    'The start of the history is more than 3 years before the installation of the app. Enter a later day in the settings.',
  start_missing:
    'The start of the history was removed from the settings or is invalid. The import is paused; enter the start again to continue.',
  no_tickets: 'Freshdesk shows no tickets since the start of the history. There was nothing to import.',
  freshdesk_key:
    'Freshdesk rejected the API key saved in the app. The import waits; copy the key of an Account Administrator into the app settings.',
  freshdesk_scope:
    'The agent whose Freshdesk API key the app uses cannot see all tickets. The import waits until that agent has global access.',
  freshdesk_forbidden:
    'Freshdesk denies access to data that the import needs. The import waits; use the key of an Account Administrator.',
  freshdesk_plan:
    'Your Freshdesk plan does not include access that the import needs. The import waits; ask Freshworks about the plan.',
  freshdesk_suspended: 'The Freshdesk account is suspended. The import waits; ask Freshworks about it.',
  freshdesk_silent:
    'Freshdesk has not answered for an hour. The import continues automatically once it does.',
  freshdesk_busy: 'Freshdesk cannot be asked at the moment. The import continues automatically.',
  injixo_waits: 'injixo does not accept contacts at the moment. The import continues automatically.',
} as const satisfies Record<string, string>;
export type HistoryProblemCode = keyof typeof HISTORY_PROBLEMS;

/** What no import can reach, as codes. */
export const OUT_OF_REACH = {
  archived: 'Archived tickets: Freshdesk does not list them.',
  old_trash:
    'Tickets that were deleted or marked as spam more than 30 days ago: Freshdesk has removed them permanently.',
  trash_replies: 'Replies on deleted and spam tickets: Freshdesk does not show them.',
  migrated:
    'Whether a ticket came from a migration tool: Freshdesk shows that only when the ticket is created.',
  present_group: 'Former groups: every contact counts for its ticket’s current group.',
  crowded_second: 'Some tickets, if more than 30,000 changed in the same second.',
} as const satisfies Record<string, string>;

const YEAR_MS = 366 * 86_400_000;

/** What is wrong with a start, seen from the installation; null when nothing is. Milliseconds. */
export function startProblem(start: number, cutOver: number): 'start_in_future' | 'start_too_early' | null {
  if (start >= cutOver) return 'start_in_future';
  return start < cutOver - LIMITS.historyYears * YEAR_MS ? 'start_too_early' : null;
}
