import type { Ticket, TicketState } from '../contacts/contact';
import { formatInstant } from '../contacts/instant';
import { LIMITS } from '../platform/limits';
import type { FreshdeskGet } from './get';
import { parseTicket } from './parse-ticket';
import type { FreshdeskAnswer } from './answer';

/** One page of the ticket list, oldest change first. */
export interface TicketPage {
  readonly tickets: readonly Ticket[];
  /** True when the page holds as many rows as a page can: there may be more. */
  readonly full: boolean;
  /** When the last row changed (ms); null on an empty page. */
  readonly lastUpdatedAt: number | null;
  /** True when all rows changed in the same second, so that only the next page number leads on. */
  readonly oneTimestamp: boolean;
}

function readPage(rows: readonly unknown[]): TicketPage {
  const tickets = rows.map(parseTicket).filter((ticket) => ticket !== null);
  const last = tickets[tickets.length - 1];
  return {
    tickets,
    full: rows.length >= LIMITS.listRows,
    lastUpdatedAt: last?.updatedAt ?? null,
    oneTimestamp: tickets.every((ticket) => ticket.updatedAt === last?.updatedAt),
  };
}

/** Freshdesk's lists of thrown-away tickets. */
export type TicketFilter = 'spam' | 'deleted';

/**
 * Tickets changed at or after `updatedSince` (ms), ascending: neither spam nor deleted, or only those. One call, charged as three
 * (Freshdesk API: list tickets, include=stats).
 */
export async function listTickets(
  get: FreshdeskGet,
  updatedSince: number,
  page: number,
  filter: TicketFilter | null,
): Promise<FreshdeskAnswer<TicketPage>> {
  const answer = await get('/api/v2/tickets', {
    updated_since: formatInstant(updatedSince),
    order_by: 'updated_at',
    order_type: 'asc',
    include: 'stats',
    per_page: LIMITS.listRows,
    page,
    ...(filter === null ? {} : { filter }),
  });
  if (!answer.ok) return answer;
  if (!Array.isArray(answer.value)) return { ok: false, problem: { kind: 'unreachable' } };
  return { ...answer, value: readPage(answer.value as readonly unknown[]) };
}

function found(answer: FreshdeskAnswer<unknown>): FreshdeskAnswer<TicketState> {
  if (!answer.ok) return answer;
  const ticket = parseTicket(answer.value);
  if (ticket === null) return { ok: false, problem: { kind: 'unreachable' } };
  return { ...answer, value: { kind: 'found', ticket } };
}

function isMissing(answer: FreshdeskAnswer<unknown>): boolean {
  return !answer.ok && (answer.problem.kind === 'not found' || answer.problem.kind === 'forbidden');
}

/**
 * One ticket, live or archived; gone when Freshdesk has it under neither address, which the caller may believe only when
 * the key sees all tickets. One or two calls.
 */
export async function askTicket(get: FreshdeskGet, ticketId: number): Promise<FreshdeskAnswer<TicketState>> {
  const live = await get(`/api/v2/tickets/${ticketId}`);
  if (!isMissing(live)) return found(live);
  const archived = await get(`/api/v2/tickets/archived/${ticketId}`);
  if (!isMissing(archived)) return found(archived);
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
