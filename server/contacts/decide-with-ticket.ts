import { LIMITS } from '../values/limits';
import {
  isDeletedOrSpam,
  type LeftOutReason,
  type QueuePlace,
  type RecordedContact,
  type Ticket,
  type TicketState,
  type WaitingContact,
} from './contact';
import { isAlert } from './counting-rules';
import { CHAT_SOURCES, resolveReplySource } from './sources';

/** The facts of the installation that a decision needs. */
export interface ImportFacts {
  /** The moment of installation, milliseconds since 1970. */
  readonly cutOver: number;
  /** Contacts from here on and before the cut-over belong to an import that was started (ms); null: none was. */
  readonly importedFrom: number | null;
}

/** The queue of a contact that counts: that of a source and a group, or an Unknown queue. */
export type QueueDecision =
  | { readonly kind: 'named'; readonly source: number; readonly groupId: number | null }
  | { readonly kind: 'unknown' };

/** The decision about a contact whose ticket is known. */
export type NamingDecision =
  | QueueDecision
  | { readonly kind: 'left out'; readonly reason: LeftOutReason }
  /** `isPartOfTicket` decides whether the reply is left out (C5), once the ticket's conversations are read. */
  | { readonly kind: 'check first message' };

/** Where a contact counts by its ticket: under the source of its own time, in the group that the ticket has now. */
export function placeOf(contact: RecordedContact, { source, groupId }: Ticket): QueuePlace {
  const own =
    contact.kind === 'reply' ? resolveReplySource(contact.source, source) : (contact.source ?? source);
  return { source: own, groupId };
}

/** True while a contact without a group may still get one: for ten minutes, also if it is dated a little ahead. */
export function mayGetGroup(since: number, now: number): boolean {
  return Math.abs(now - since) < LIMITS.settleWithoutGroupMs;
}

/** Decides the queue of a contact that counts (T5, C6): a place that was settled stays, also when the ticket moved. */
export function nameByState(
  { contact, place }: Pick<WaitingContact, 'contact' | 'place'>,
  state: TicketState,
): QueueDecision {
  if (contact.kind === 'unknown' || state.kind === 'gone' || isDeletedOrSpam(state.ticket)) {
    return { kind: 'unknown' };
  }
  return { kind: 'named', ...(place ?? placeOf(contact, state.ticket)) };
}

/** Why a contact is left out whatever its ticket's queue; null when it counts. */
function leaveOutReason(
  contact: RecordedContact,
  state: TicketState,
  facts: ImportFacts,
): LeftOutReason | null {
  if (contact.kind === 'left_out') return 'not a contact';
  if (state.kind === 'found' && isAlert(state.ticket)) return 'alert';
  const { importedFrom, cutOver } = facts;
  const isImported = importedFrom !== null && contact.occurredAt >= importedFrom;
  return isImported && contact.occurredAt < cutOver ? 'before cut-over' : null;
}

/**
 * Decides T5, T6, T7, C5, C6 and C7 for a contact whose ticket is known. The record of a ticket that was left out on purpose
 * never becomes a contact.
 */
export function decideWithTicket(
  contact: RecordedContact,
  state: TicketState,
  facts: ImportFacts,
): NamingDecision {
  const reason = leaveOutReason(contact, state, facts);
  if (reason !== null) return { kind: 'left out', reason };
  // C5 before C6: a message that only repeats its ticket's description does not count even when both are deleted.
  if (contact.kind === 'reply' && state.kind === 'found' && CHAT_SOURCES.has(state.ticket.source)) {
    const distance = Math.abs(contact.occurredAt - state.ticket.createdAt);
    if (distance <= LIMITS.chatFirstMessageMs) return { kind: 'check first message' };
  }
  return nameByState({ contact }, state);
}
