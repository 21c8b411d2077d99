import type { Ticket, TicketState } from '../contacts/contact';
import { formatInstant, parseInstant } from '../values/instant';
import { LIMITS } from '../values/limits';
import { getRows, goesOn, isHidden, NOT_AN_ANSWER, type FreshdeskAnswer, type FreshdeskGet } from './client';
import { findUnreadable, type UnreadableRow } from './unreadable';
import { readField, readId, readSource, readTexts } from '../values/read-field';

/** One page of the ticket list, oldest change first. */
export interface TicketPage {
  readonly tickets: readonly Ticket[];
  /** The rows that cannot be read. */
  readonly unreadable: readonly UnreadableRow[];
  /** True when there may be more: the page is full, or Freshdesk names a next one. */
  readonly full: boolean;
  /** When the last row changed (ms); null on an empty page. */
  readonly lastUpdatedAt: number | null;
  /** True when all rows changed in the same second, so that only the next page number leads on. */
  readonly oneTimestamp: boolean;
}

/** Freshdesk's lists of spam and deleted tickets. */
export type TicketFilter = 'spam' | 'deleted';

/** A page of a ticket list: since when its tickets changed (ms), and neither spam nor deleted ones, or only those. */
export interface WantedPage {
  readonly since: number;
  readonly page: number;
  readonly filter: TicketFilter | null;
}

/** A page of a ticket list as Freshdesk answers it. */
function askPage(
  get: FreshdeskGet,
  { since, page, filter }: WantedPage,
  include: { readonly include?: 'stats' },
): ReturnType<typeof getRows> {
  return getRows(get, '/api/v2/tickets', {
    updated_since: formatInstant(since),
    order_by: 'updated_at',
    order_type: 'asc',
    ...include,
    per_page: LIMITS.listRows,
    page,
    ...(filter === null ? {} : { filter }),
  });
}

/** True when no row is on the page, nor on one after it; one call without stats tells. False when that is not known. */
export async function isNothingListed(
  get: FreshdeskGet,
  wanted: WantedPage,
): Promise<FreshdeskAnswer<boolean>> {
  const answer = await askPage(get, wanted, {});
  if (!answer.ok) return answer;
  return { ...answer, value: answer.value.length === 0 && !goesOn(answer, LIMITS.listRows) };
}

/** Tickets of a list, those that changed first before the others. One call, charged as three (Freshdesk API: include=stats). */
export async function listTickets(
  get: FreshdeskGet,
  wanted: WantedPage,
): Promise<FreshdeskAnswer<TicketPage>> {
  const { since, page, filter } = wanted;
  const answer = await askPage(get, wanted, { include: 'stats' });
  if (!answer.ok) return answer;
  const parsed = answer.value.map(parseTicket);
  const tickets = parsed.filter((ticket) => ticket !== null);
  const start = `${filter ?? ''}${since / 1000}.${page}`;
  const last = tickets[tickets.length - 1];
  return {
    ...answer,
    value: {
      tickets,
      unreadable: findUnreadable(answer.value, parsed, {
        list: filter ?? 'tickets',
        page,
        ticketId: null,
        start,
      }),
      full: goesOn(answer, LIMITS.listRows),
      lastUpdatedAt: last?.updatedAt ?? null,
      oneTimestamp: tickets.every((ticket) => ticket.updatedAt === last?.updatedAt),
    },
  };
}

/**
 * One ticket, live or archived; gone when Freshdesk has it under neither address, which is reliable only if the key sees all
 * tickets. One or two calls.
 */
export async function askTicket(get: FreshdeskGet, ticketId: number): Promise<FreshdeskAnswer<TicketState>> {
  for (const folder of ['tickets', 'tickets/archived']) {
    const answer = await get(`/api/v2/${folder}/${ticketId}`);
    if (answer.ok) {
      const ticket = parseTicket(answer.value);
      return ticket === null ? NOT_AN_ANSWER : { ...answer, value: { kind: 'found', ticket } };
    }
    if (!isHidden(answer.problem)) return answer;
  }
  return { ok: true, value: { kind: 'gone' }, serverTime: null };
}

/** The id of the ticket created last among those changed since a moment (ms); null when there is none. One call. */
export async function askNewestTicketId(
  get: FreshdeskGet,
  updatedSince: number,
): Promise<FreshdeskAnswer<number | null>> {
  const answer = await get('/api/v2/tickets', {
    updated_since: formatInstant(updatedSince),
    order_by: 'created_at',
    order_type: 'desc',
    per_page: 1,
    page: 1,
  });
  if (!answer.ok) return answer;
  const [row] = Array.isArray(answer.value) ? (answer.value as readonly unknown[]) : [];
  return { ...answer, value: parseTicket(row)?.id ?? null };
}

/** A ticket of the API reduced to what counting needs; null when it is not one (Freshdesk API: list and view a ticket). */
export function parseTicket(row: unknown): Ticket | null {
  const id = readId(readField(row, 'id'));
  const source = readSource(readField(row, 'source'));
  const createdAt = parseInstant(readField(row, 'created_at'));
  if (id === null || source === null || createdAt === null) return null;
  const stats = readField(row, 'stats');
  const hasStats = typeof stats === 'object' && stats !== null;
  return {
    id,
    source,
    createdAt,
    updatedAt: parseInstant(readField(row, 'updated_at')) ?? createdAt,
    groupId: readId(readField(row, 'group_id')),
    requesterId: readId(readField(row, 'requester_id')),
    requesterRespondedAt: hasStats ? parseInstant(readField(stats, 'requester_responded_at')) : undefined,
    tags: readTexts(readField(row, 'tags')),
    spam: readField(row, 'spam') === true,
    deleted: readField(row, 'deleted') === true,
    hasAgent: readId(readField(row, 'responder_id')) !== null,
  };
}

/** How many tickets a search found, and those of its first page, 30 at most. */
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
  if (typeof total !== 'number' || !Array.isArray(rows)) return NOT_AN_ANSWER;
  return { ...answer, value: { total, rows: rows as readonly unknown[] } };
}
