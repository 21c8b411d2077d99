import { parseInstant } from '../values/instant';
import { readField, readId } from '../values/read-field';
import { LIMITS } from '../values/limits';
import {
  getRows,
  type FreshdeskAnswer,
  type FreshdeskGet,
  type FreshdeskPost,
  type PostResult,
} from './client';
import { searchTickets } from './tickets';

const STATUS = { open: 2, resolved: 4, closed: 5 } as const;
const MEDIUM_PRIORITY = 2;
const PORTAL_SOURCE = 2;
const DAY_MS = 86_400_000;

/** A ticket of the app's own, as a search shows it. */
export interface TaggedTicket {
  readonly id: number;
  readonly createdAt: number;
  readonly isOpen: boolean;
}

function isOpen(ticket: unknown): boolean {
  const status = readField(ticket, 'status');
  const isDeletedOrSpam = readField(ticket, 'deleted') === true || readField(ticket, 'spam') === true;
  return status !== STATUS.resolved && status !== STATUS.closed && !isDeletedOrSpam;
}

/**
 * Tickets with a tag (made of letters and dashes) created since a moment (ms), as far as the index knows them, which lags by
 * minutes; at most 30 (Freshdesk API: filter tickets). One call.
 */
export async function searchTagged(
  get: FreshdeskGet,
  tag: string,
  since: number,
): Promise<FreshdeskAnswer<readonly TaggedTicket[]>> {
  // The search takes days only, and does not document their time zone.
  const day = new Date(since - DAY_MS).toISOString().slice(0, 10);
  const answer = await searchTickets(get, `tag:'${tag}' AND created_at:>'${day}'`);
  if (!answer.ok) return answer;
  const tickets = answer.value.rows.flatMap((row) => {
    const id = readId(readField(row, 'id'));
    const createdAt = parseInstant(readField(row, 'created_at'));
    const isTagged = id !== null && createdAt !== null && createdAt >= since;
    return isTagged ? [{ id, createdAt, isOpen: isOpen(row) }] : [];
  });
  return { ...answer, value: tickets };
}

/** Whether a ticket is there and neither resolved, closed, spam nor deleted. One call. */
export async function askIsOpen(get: FreshdeskGet, ticketId: number): Promise<FreshdeskAnswer<boolean>> {
  const answer = await get(`/api/v2/tickets/${ticketId}`);
  if (answer.ok) return { ...answer, value: isOpen(answer.value) };
  // Purged or archived: no longer in use.
  return answer.problem.kind === 'not found' ? { ok: true, value: false, serverTime: null } : answer;
}

/** Whether a note with this text was written on a ticket since a moment (ms), among its first 100 conversations. One call. */
export async function hasNote(
  get: FreshdeskGet,
  ticketId: number,
  text: string,
  since: number,
): Promise<FreshdeskAnswer<boolean>> {
  const path = `/api/v2/tickets/${ticketId}/conversations`;
  const answer = await getRows(get, path, { per_page: LIMITS.conversationRows });
  if (!answer.ok) return answer;
  const isWritten = answer.value.some(
    (row) =>
      String(readField(row, 'body_text')).includes(text) &&
      (parseInstant(readField(row, 'created_at')) ?? 0) >= since,
  );
  return { ...answer, value: isWritten };
}

/** The text of a new ticket, and its requester. */
export interface NewTicketText {
  readonly email: string;
  readonly subject: string;
  readonly description: string;
  readonly tag: string;
}

/** Opens a ticket for somebody. One call. */
export function openTicket(post: FreshdeskPost, { tag, ...text }: NewTicketText): Promise<PostResult> {
  const fields = { status: STATUS.open, priority: MEDIUM_PRIORITY, source: PORTAL_SOURCE, tags: [tag] };
  return post('/api/v2/tickets', { ...text, ...fields });
}

/** The id of the created ticket or note; null when the answer has none. */
export function madeId(value: unknown): number | null {
  return readId(readField(value, 'id'));
}

/** Adds a note that the ticket's requester sees. One call. */
export function addPublicNote(post: FreshdeskPost, ticketId: number, body: string): Promise<PostResult> {
  return post(`/api/v2/tickets/${ticketId}/notes`, { body, private: false });
}
