import { type RecordedContact, type Ticket, idOf } from './contact';
import { isAlert, decideConversation } from './counting-rules';
import { isPartOfTicket } from './first-chat-message';
import type { Conversation } from './conversation';
import type { Cursor } from '../freshdesk/ticket-list-cursor';

/** What a ticket's conversations show: replies to be looked up in the ledger, oldest first, and those left out (C5). */
export interface ShownReplies {
  readonly replies: readonly RecordedContact[];
  readonly leftOut: readonly RecordedContact[];
}

/** True when a customer reply to be explained may lie in the walk's span. */
export function hasReplyToExplain(ticket: Ticket, walk: Pick<Cursor, 'from' | 'until' | 'kind'>): boolean {
  const at = ticket.requesterRespondedAt ?? null;
  if (at === null || at < walk.from || isAlert(ticket)) return false;
  // All but the live walk look behind the latest reply, however late that came.
  return walk.kind !== 'live' || at <= walk.until;
}

/** The customer replies (C1) of the walk's span among a ticket's conversations. */
export function shownReplies(
  ticket: Ticket,
  conversations: readonly Conversation[],
  walk: Pick<Cursor, 'from' | 'until'>,
): ShownReplies {
  const contacts = conversations
    .filter((each) => each.createdAt >= walk.from && each.createdAt <= walk.until)
    .flatMap((each) => {
      const decision = decideConversation(each);
      // A merge shows a conversation under another ticket; it counts under the one it is listed for.
      return decision.kind === 'contact' ? [{ ...decision.contact, ticketId: ticket.id }] : [];
    })
    .sort((a, b) => a.occurredAt - b.occurredAt);
  const isPart = ({ contactId }: RecordedContact): boolean =>
    isPartOfTicket(idOf(contactId), conversations, ticket);
  return { replies: contacts.filter((each) => !isPart(each)), leftOut: contacts.filter(isPart) };
}
