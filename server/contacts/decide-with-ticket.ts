import {
  type LeftOutReason,
  type RecordedContact,
  type Ticket,
  type TicketState,
  isThrownAway,
} from './contact';
import { isAlert } from './counting-rules';
import { isNearStartOfChat } from './first-chat-message';
import { resolveReplySource } from './sources';

/** What of the installation bears on a contact. */
export interface ImportFacts {
  /** The moment of installation, milliseconds since 1970. */
  readonly cutOver: number;
  readonly historyImported: boolean;
}

/** What a contact comes to once its ticket is known. */
export type NamingDecision =
  | { readonly kind: 'named'; readonly source: number; readonly groupId: number | null }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'left out'; readonly reason: LeftOutReason }
  /** The ticket's conversations have to be read: `isPartOfTicket` then says whether the reply is left out (C5). */
  | { readonly kind: 'check first message' };

/** The ticket whose source and group count; null when the contact belongs in the Unknown queue. */
function liveTicket(contact: RecordedContact, state: TicketState): Ticket | null {
  if (contact.kind === 'unknown' || state.kind === 'gone') {
    return null;
  }
  return isThrownAway(state.ticket) ? null : state.ticket;
}

/** C5 before C6: a message that only repeats its ticket's description does not count either when both are thrown away. */
function mayRepeatDescription(contact: RecordedContact, state: TicketState): boolean {
  if (contact.kind !== 'reply' || state.kind === 'gone') {
    return false;
  }
  return isNearStartOfChat(contact.occurredAt, state.ticket);
}

/** Gives the queue's source and group: the source of the contact's own time, the group that the ticket has now. */
function nameWithTicket(contact: RecordedContact, ticket: Ticket): NamingDecision {
  const source =
    contact.kind === 'reply'
      ? resolveReplySource(contact.source, ticket.source)
      : (contact.source ?? ticket.source);
  return { kind: 'named', source, groupId: ticket.groupId };
}

/** Gives the queue of a contact that counts, by what its ticket is now (T5, C6). */
export function nameByState(contact: RecordedContact, state: TicketState): NamingDecision {
  const ticket = liveTicket(contact, state);
  return ticket === null ? { kind: 'unknown' } : nameWithTicket(contact, ticket);
}

/** What is left out whatever its ticket's queue; null when it counts. */
function leaveOutReason(
  contact: RecordedContact,
  state: TicketState,
  facts: ImportFacts,
): LeftOutReason | null {
  if (contact.kind === 'left_out') return 'not a contact';
  if (state.kind === 'found' && isAlert(state.ticket)) return 'alert';
  return facts.historyImported && contact.occurredAt < facts.cutOver ? 'before cut-over' : null;
}

/**
 * Decides T5, T6, T7, C5, C6 and C7 for a contact whose ticket is known. A record of a ticket that was left out on purpose
 * never becomes a contact.
 */
export function decideWithTicket(
  contact: RecordedContact,
  state: TicketState,
  facts: ImportFacts,
): NamingDecision {
  const reason = leaveOutReason(contact, state, facts);
  if (reason !== null) {
    return { kind: 'left out', reason };
  }
  if (mayRepeatDescription(contact, state)) {
    return { kind: 'check first message' };
  }
  return nameByState(contact, state);
}
