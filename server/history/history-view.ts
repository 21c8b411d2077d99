import type { Failure } from '../delivery/failure';
import type { HistoryRecord, HistoryPlan } from './history-record';
import { HISTORY_PROBLEMS, OUT_OF_REACH, type HistoryProblemCode } from './history-problems';

/** Where an import is. */
export type HistoryState = 'planned' | 'running' | 'paused' | 'cancelled' | 'done';

/** What the page of the app shows of the import; kept in `state`. Times in milliseconds. */
export interface HistoryView {
  readonly state: HistoryState;
  /** Contacts from here on, up to `until`, are imported or being imported. */
  readonly from: number;
  readonly until: number;
  readonly tickets: number;
  readonly contacts: number;
  /** Queues the app knows by now, live ones among them. */
  readonly queues: number;
  /** Credits of the account's Freshdesk calls. */
  readonly calls: number;
  /** Tickets last changed before this moment are done; null: none are yet. */
  readonly doneUntil: number | null;
  readonly minutesLeft: number | null;
  readonly plan: HistoryPlan | null;
  /** Codes of what cannot be reached, each with a sentence in OUT_OF_REACH. */
  readonly outOfReach: readonly string[];
  readonly problem: { readonly code: HistoryProblemCode; readonly sentence: string } | null;
}

/** What keeps a run from sending, or from asking Freshdesk. */
export interface RunFailures {
  readonly failure: Failure | null;
  readonly freshdeskFailure: Failure | null;
}

/** True while the import is under way or about to be: runs between the ticks are worth having then. */
export function isImporting(view: HistoryView | null): boolean {
  return view?.state === 'running' || view?.state === 'planned';
}

const MINUTE_MS = 60_000;
const SILENT_MS = 60 * MINUTE_MS;

const BY_FAILURE: Readonly<Record<string, HistoryProblemCode>> = {
  freshdesk_key: 'freshdesk_key',
  freshdesk_scope: 'freshdesk_scope',
  freshdesk_forbidden: 'freshdesk_forbidden',
};

function freshdeskProblem(failure: Failure | null, now: number): HistoryProblemCode | null {
  if (failure === null) return null;
  const isSilent = now - failure.since >= SILENT_MS;
  return BY_FAILURE[failure.code] ?? (isSilent ? 'freshdesk_silent' : 'freshdesk_busy');
}

function isEmpty(record: HistoryRecord): boolean {
  return record.isDone && record.totals.rows === 0;
}

function problemOf(record: HistoryRecord, failures: RunFailures, now: number): HistoryProblemCode | null {
  if (isEmpty(record)) return 'no_tickets';
  return record.isDone ? null : waitingFor(failures, now);
}

function waitingFor({ failure, freshdeskFailure }: RunFailures, now: number): HistoryProblemCode | null {
  return freshdeskProblem(freshdeskFailure, now) ?? (failure === null ? null : 'injixo_waits');
}

/** The problem with its sentence. */
export function tellProblem(code: HistoryProblemCode | null): HistoryView['problem'] {
  return code === null ? null : { code, sentence: HISTORY_PROBLEMS[code] };
}

/** The view with what keeps the import waiting now, also when a run could not come to it. */
export function withProblem(
  view: HistoryView | null,
  failures: RunFailures,
  now: number,
): HistoryView | null {
  if (view === null || view.state === 'done' || view.problem?.code.startsWith('start_') === true) return view;
  // What a person has stopped does not go on by itself.
  if (view.state === 'paused' || view.state === 'cancelled') return { ...view, problem: null };
  return { ...view, problem: tellProblem(waitingFor(failures, now)) };
}

function stateOf(record: HistoryRecord): HistoryState {
  if (record.isDone) return 'done';
  if (record.control !== 'go') return record.control;
  return record.begunAt === null ? 'planned' : 'running';
}

/** Minutes that are left, by how fast the rows of the plan went so far; by the plan while nothing did. */
function minutesLeft(record: HistoryRecord, now: number): number | null {
  const { plan, begunAt, totals } = record;
  if (record.isDone || plan === null) return null;
  if (begunAt === null || totals.rows === 0) return plan.minutes;
  const rowsLeft = Math.max(0, plan.changed - totals.rows);
  return Math.ceil(((now - begunAt) / MINUTE_MS) * (rowsLeft / totals.rows));
}

function outOfReach(record: HistoryRecord): readonly string[] {
  return Object.keys(OUT_OF_REACH).filter((code) => code !== 'crowded_second' || record.unreachable);
}

/** In the passes that close a stage, everything before the tickets they look at anew is done. */
function doneUntil({ isDone, until, pass, since, walk, liveReadAt }: HistoryRecord): number | null {
  if (isDone) return until;
  if (pass > 0) return since;
  return walk?.kind === 'live' ? walk.since : liveReadAt;
}

/** What the page shows of a record. */
export function viewOf(
  record: HistoryRecord,
  failures: RunFailures,
  now: number,
  queues: number,
): HistoryView {
  const { from, until, totals, plan } = record;
  return {
    state: stateOf(record),
    from,
    until,
    tickets: totals.tickets,
    contacts: totals.contacts,
    queues,
    calls: totals.calls,
    doneUntil: doneUntil(record),
    minutesLeft: minutesLeft(record, now),
    plan,
    outOfReach: outOfReach(record),
    problem: tellProblem(problemOf(record, failures, now)),
  };
}
