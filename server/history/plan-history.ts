import { readField, readId } from '../values/read-field';
import type { FreshdeskGet } from '../freshdesk/client';
import { askNewestTicketId, searchTickets } from '../freshdesk/tickets';
import { LIMITS } from '../values/limits';
import type { HistoryPlan, PlannedSpan } from '../page-contract';
import type { HistoryRecord } from './history-record';
import { planFor, withPlan, type HistoryView } from './history-view';
import type { HistoryRun } from './import-run';
import { settleAll } from '../values/settle-all';

/** Share of tickets with customer replies that is assumed before any is read (Freshdesk API facts, 4.4). */
const ASSUMED_REPLIED = 0.5;
/** Credits of a list page with stats. */
const PAGE_CREDITS = 3;
/** Customer replies for each ticket that changed, assumed before any is read (ours). */
const ASSUMED_REPLIES = 0.65;
const DAY_MS = 86_400_000;

/** The lowest ticket id of the span's first day with tickets; null when it is not found. */
async function firstId(get: FreshdeskGet, from: number): Promise<number | null> {
  for (let day = 0; day < LIMITS.historyPlanDays; day += 1) {
    const date = new Date(from + day * DAY_MS).toISOString().slice(0, 10);
    const answer = await searchTickets(get, `created_at:'${date}'`);
    if (!answer.ok) return null;
    const ids = answer.value.rows.map((row) => readId(readField(row, 'id'))).filter((id) => id !== null);
    if (ids.length > 0) return Math.min(...ids);
  }
  return null;
}

/**
 * Estimates an import from the totals of Freshdesk's search; null when Freshdesk does not answer now. Four calls, and one for
 * each day without tickets at the beginning of the span.
 */
export async function planHistory(
  get: FreshdeskGet,
  span: Pick<HistoryRecord, 'from' | 'until'>,
  creditsPerMinute: number,
): Promise<HistoryPlan | null> {
  const date = new Date(span.from).toISOString().slice(0, 10);
  const created = await searchTickets(get, `created_at:>'${date}'`);
  const changed = await searchTickets(get, `updated_at:>'${date}'`);
  if (!created.ok || !changed.ok) return null;
  const [first, newest] = await settleAll([firstId(get, span.from), askNewestTicketId(get, span.from)]);
  const newestId = newest.ok ? newest.value : null;
  const ids = first === null || newestId === null ? null : newestId - first + 1;
  const { total } = changed.value;
  const credits = Math.ceil(total / LIMITS.listRows) * PAGE_CREDITS + Math.ceil(total * ASSUMED_REPLIED);
  const share = Math.max(1, creditsPerMinute * LIMITS.freshdeskShare);
  return {
    tickets: created.value.total,
    changed: total,
    contacts: Math.round(created.value.total + total * ASSUMED_REPLIES),
    gap: ids === null ? null : Math.max(0, ids - created.value.total),
    minutes: Math.ceil(credits / share),
  };
}

/** What a start that was not started yet would import; null: nothing that was not started before. */
function spanToPlan(
  view: HistoryView | null,
  start: number,
  cutOver: number,
): Omit<PlannedSpan, 'plan'> | null {
  const startedFrom = view?.startedFrom ?? null;
  if (startedFrom === null) return { from: start, until: cutOver };
  // A cancelled import is resumed before the time before it is imported.
  return start < startedFrom && view?.state !== 'cancelled' ? { from: start, until: startedFrom } : null;
}

/**
 * Keeps the plan that fits the start in the settings, for the page alone: nothing else depends on it. Calls: those of
 * planHistory, once a start. @ops 0
 */
export async function followStart(run: HistoryRun, start: number): Promise<void> {
  const view = run.history.value;
  const span = spanToPlan(view, start, run.cutOver);
  if (span === null) {
    if (view !== null && view.next !== null) run.history.set({ ...view, next: null });
    return;
  }
  const known = planFor(view, span);
  if (known !== null && known.plan !== null) return;
  const plan = await planHistory(run.session.get, span, run.session.creditsPerMinute());
  run.history.set(withPlan(view, { ...span, plan }));
}
