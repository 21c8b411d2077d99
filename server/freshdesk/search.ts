import type { FreshdeskGet } from './client';
import { parseId } from './parse-ticket';
import type { FreshdeskAnswer } from './problem';

/** What a search found: how many in all, and the ids on its first page. */
export interface SearchResult {
  readonly total: number;
  readonly ids: readonly number[];
}

/** Searches tickets (Freshdesk API: filter tickets); archived, deleted and spam ones are not found. One call. */
export async function searchTickets(
  get: FreshdeskGet,
  query: string,
): Promise<FreshdeskAnswer<SearchResult>> {
  const answer = await get('/api/v2/search/tickets', { query: `"${query}"` });
  if (!answer.ok) return answer;
  const { total, results } = (answer.value ?? {}) as { total?: unknown; results?: unknown };
  if (typeof total !== 'number' || !Array.isArray(results))
    return { ok: false, problem: { kind: 'unreachable' } };
  const ids = (results as readonly { id?: unknown }[]).map(({ id }) => parseId(id));
  return { ...answer, value: { total, ids: ids.filter((id) => id !== null) } };
}
