import { type RecordedContact, type Ticket, idOf } from './contact';
import { isAlert, decideConversation } from './counting-rules';
import { isPartOfTicket } from './first-chat-message';
import type { Conversation } from './conversation';

/** The replies of a ticket, oldest first: those to look up in the ledger, and those left out (C5). */
export interface ShownReplies {
  readonly replies: readonly RecordedContact[];
  readonly leftOut: readonly RecordedContact[];
}

/** The time span of a scan (ms), and its kind. */
export interface ReplySpan {
  readonly kind: string;
  readonly from: number;
  readonly until: number;
}

/** True when a customer reply to be explained may lie in the span. */
export function hasReplyToExplain(ticket: Ticket, span: ReplySpan): boolean {
  const at = ticket.requesterRespondedAt ?? null;
  if (at === null || at < span.from || isAlert(ticket)) return false;
  // All scans but the live one look behind the latest reply, whenever that came.
  return span.kind !== 'live' || at <= span.until;
}

/** The customer replies (C1) of the span among a ticket's conversations. */
export function shownReplies(
  ticket: Ticket,
  conversations: readonly Conversation[],
  span: Pick<ReplySpan, 'from' | 'until'>,
): ShownReplies {
  const contacts = conversations
    .filter((each) => each.createdAt >= span.from && each.createdAt <= span.until)
    .flatMap((each) => {
      const decision = decideConversation(each);
      // A merge shows a conversation under another ticket; it counts under the one it is listed for.
      return decision.kind === 'contact' ? [{ ...decision.contact, ticketId: ticket.id }] : [];
    })
    .sort((a, b) => a.occurredAt - b.occurredAt);
  const leftOut = contacts.filter(({ contactId }) => isPartOfTicket(idOf(contactId), conversations, ticket));
  return { replies: contacts.filter((each) => !leftOut.includes(each)), leftOut };
}
