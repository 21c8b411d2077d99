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

function utcDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Freshdesk calls that an import of so many tickets takes, when this share of them has customer replies. */
function callsFor(tickets: number, repliedShare: number): number {
  return Math.ceil(tickets / LIMITS.listRows) * PAGE_CREDITS + Math.ceil(tickets * repliedShare);
}

/** The lowest ticket id of the span's first day with tickets: a weekend may pass without any. Null when that is not found. */
async function firstId(get: FreshdeskGet, from: number): Promise<number | null> {
  for (let day = 0; day < LIMITS.historyPlanDays; day += 1) {
    const answer = await searchTickets(get, `created_at:'${utcDate(from + day * DAY_MS)}'`);
    if (!answer.ok) return null;
    const ids = answer.value.rows.map((row) => readId(readField(row, 'id'))).filter((id) => id !== null);
    if (ids.length > 0) return Math.min(...ids);
  }
  return null;
}

async function gapOf(get: FreshdeskGet, from: number, tickets: number): Promise<number | null> {
  const [first, newest] = await Promise.all([firstId(get, from), askNewestTicketId(get, from)]);
  if (first === null || !newest.ok || newest.value === null) return null;
  return Math.max(0, newest.value - first + 1 - tickets);
}

/**
 * What an import will have to do, told from the totals of Freshdesk's search; null when Freshdesk does not answer now. Four
 * calls, and one for each day without tickets at its beginning.
 */
export async function planHistory(
  get: FreshdeskGet,
  span: Pick<HistoryRecord, 'from' | 'until'>,
  creditsPerMinute: number,
): Promise<HistoryPlan | null> {
  const created = await searchTickets(get, `created_at:>'${utcDate(span.from)}'`);
  const changed = await searchTickets(get, `updated_at:>'${utcDate(span.from)}'`);
  if (!created.ok || !changed.ok) return null;
  const share = Math.max(1, creditsPerMinute * LIMITS.freshdeskShare);
  return {
    tickets: created.value.total,
    changed: changed.value.total,
    gap: await gapOf(get, span.from, created.value.total),
    minutes: Math.ceil(callsFor(changed.value.total, ASSUMED_REPLIED) / share),
  };
}
