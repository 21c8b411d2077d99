import type { RecordedContact, Ticket } from '../contacts/contact';
import { idOf } from '../contacts/contact-id';
import { decideConversation } from '../contacts/decide-conversation';
import { isAlert } from '../contacts/leave-out-ticket';
import { isPartOfTicket } from '../contacts/is-part-of-ticket';
import type { Conversation } from '../contacts/parse-conversation';
import type { Walk } from './walk';

/** What a ticket's conversations show: replies to be looked up in the ledger, oldest first, and those left out (C5). */
export interface ShownReplies {
  readonly replies: readonly RecordedContact[];
  readonly leftOut: readonly RecordedContact[];
}

/** True when a customer reply to be explained may lie in the walk's span. */
export function hasReplyToExplain(ticket: Ticket, walk: Pick<Walk, 'from' | 'until' | 'kind'>): boolean {
  const at = ticket.requesterRespondedAt ?? null;
  if (at === null || at < walk.from || isAlert(ticket)) return false;
  // All but the live walk look behind the latest reply, however late that came.
  return walk.kind !== 'live' || at <= walk.until;
}

/** The customer replies (C1) of the walk's span among a ticket's conversations. */
export function shownReplies(
  ticket: Ticket,
  conversations: readonly Conversation[],
  walk: Pick<Walk, 'from' | 'until'>,
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
