import { readField, readId } from '../values/read-field';
import type { FreshdeskGet } from '../freshdesk/client';
import { askNewestTicketId, searchTickets } from '../freshdesk/tickets';
import { LIMITS } from '../values/limits';
import type { HistoryPlan, HistoryRecord } from './history-record';

/** Share of tickets with customer replies that is assumed before any is read (Freshdesk API facts, 4.4). */
const ASSUMED_REPLIED = 0.5;
/** Credits of a list page with stats. */
const PAGE_CREDITS = 3;
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
  const [first, newest] = await Promise.all([firstId(get, span.from), askNewestTicketId(get, span.from)]);
  const newestId = newest.ok ? newest.value : null;
  const ids = first === null || newestId === null ? null : newestId - first + 1;
  const { total } = changed.value;
  const credits = Math.ceil(total / LIMITS.listRows) * PAGE_CREDITS + Math.ceil(total * ASSUMED_REPLIED);
  const share = Math.max(1, creditsPerMinute * LIMITS.freshdeskShare);
  return {
    tickets: created.value.total,
    changed: total,
    gap: ids === null ? null : Math.max(0, ids - created.value.total),
    minutes: Math.ceil(credits / share),
  };
}
