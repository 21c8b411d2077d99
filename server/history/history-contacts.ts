import type { RecordedContact, Ticket } from '../contacts/contact';
import { idOf } from '../contacts/contact-id';
import { isThrownAway, ownContactOf } from '../contacts/contact-of-ticket';
import { isAlert, leaveOutTicket } from '../contacts/leave-out-ticket';
import type { Conversation } from '../contacts/parse-conversation';
import { shownReplies, type ShownReplies } from '../scan/missing-replies';
import type { HistoryRecord, Part } from './history-record';

/** The part of the record that says which contacts belong to the stage. */
export type Span = Pick<HistoryRecord, 'from' | 'until' | 'movedSince'>;

/** True when the ticket may have been changed while the stage ran: merged with another one, say. */
export function isMoved(ticket: Ticket, span: Span): boolean {
  return ticket.updatedAt >= span.movedSince;
}

/** The ticket's own contact (T1, T5) when it is dated in the span; null when it is not, or is left out (T2, T3, T7). */
export function ownInSpan(ticket: Ticket, span: Span): RecordedContact | null {
  const isInSpan = ticket.createdAt >= span.from && ticket.createdAt < span.until;
  return isInSpan && leaveOutTicket(ticket) === null ? ownContactOf(ticket) : null;
}

/**
 * True when the ticket's conversations have to be read: its customer has replied, not before the span, and the ticket is as
 * old as the span, unless a merge may have brought older replies. What is thrown away shows no conversations.
 */
export function mayHaveReplies(ticket: Ticket, span: Span): boolean {
  const { requesterRespondedAt: at } = ticket;
  if (at === null || isThrownAway(ticket) || isAlert(ticket)) return false;
  const isOldEnough = ticket.createdAt < span.until || isMoved(ticket, span);
  return isOldEnough && (at === undefined || at >= span.from);
}

/** The customer replies (C1) of the span on one page of a ticket's conversations, after those that are sent, and those left out (C5). */
export function repliesOnPage(
  ticket: Ticket,
  conversations: readonly Conversation[],
  span: Span,
  part: Part | null,
): ShownReplies {
  const shown = shownReplies(ticket, conversations, { from: span.from, until: span.until - 1 });
  return { ...shown, replies: repliesAfter(shown.replies, part?.after ?? 0) };
}

function repliesAfter(replies: readonly RecordedContact[], after: number): readonly RecordedContact[] {
  if (after === 0) return replies;
  const at = replies.findIndex((reply) => reply.contactId === `reply:${after}`);
  if (at !== -1) return replies.slice(at + 1);
  return replies.filter((reply) => idOf(reply.contactId) > after);
}
