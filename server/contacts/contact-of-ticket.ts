import type { RecordedContact, Ticket } from './contact';

/** What events and Freshdesk's API both show of a ticket. */
type ShownTicket = Pick<Ticket, 'id' | 'source' | 'groupId' | 'createdAt' | 'updatedAt'>;

/** A ticket's own contact, dated when the ticket was created. */
export function ownContactOf({ id, source, groupId, createdAt }: ShownTicket): RecordedContact {
  return { contactId: `ticket:${id}`, kind: 'ticket', ticketId: id, occurredAt: createdAt, source, groupId };
}

/** A thrown-away ticket's contact in Unknown Tickets (U1), dated when the ticket last changed. */
export function unknownContactOf({ id, source, groupId, updatedAt }: ShownTicket): RecordedContact {
  return {
    contactId: `unknown:${id}`,
    kind: 'unknown',
    ticketId: id,
    occurredAt: updatedAt,
    source,
    groupId,
  };
}

/** True for a ticket that is spam or deleted: Freshdesk lists it apart, and its contacts are Unknown. */
export function isThrownAway(ticket: Pick<Ticket, 'spam' | 'deleted'>): boolean {
  return ticket.spam || ticket.deleted;
}
