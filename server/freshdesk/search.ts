import { readField } from '../contacts/read-field';
import type { FreshdeskGet } from './get';
import type { FreshdeskAnswer } from './answer';

/** What a search found: how many tickets in all, and those of its first page, 30 at most. */
export interface SearchResult {
  readonly total: number;
  readonly rows: readonly unknown[];
}

/** Searches tickets (Freshdesk API: filter tickets); archived, deleted and spam ones are not found. One call. */
export async function searchTickets(
  get: FreshdeskGet,
  query: string,
): Promise<FreshdeskAnswer<SearchResult>> {
  const answer = await get('/api/v2/search/tickets', { query: `"${query}"` });
  if (!answer.ok) return answer;
  const total = readField(answer.value, 'total');
  const rows = readField(answer.value, 'results');
  if (typeof total !== 'number' || !Array.isArray(rows))
    return { ok: false, problem: { kind: 'unreachable' } };
  return { ...answer, value: { total, rows: rows as readonly unknown[] } };
}
