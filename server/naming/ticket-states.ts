import type { RecordedContact, Ticket, TicketState, WaitingContact } from '../contacts/contact';

/** A ticket's state when its contact is named, or that no event told anything of it yet. */
export type FoundState = TicketState | { readonly kind: 'untold' };

/** What tickets are when their contacts are named: as Freshdesk shows them, or as its events told. */
export interface TicketStates {
  /** The states of the contacts' tickets by id. A ticket is missing when this run cannot learn it: its contacts wait. */
  find(contacts: readonly WaitingContact[]): Promise<ReadonlyMap<number, FoundState>>;
  /**
   * Whether a reply within ten seconds of its chat's creation is the requester's first message, which repeats the ticket (C5);
   * null: that cannot be learned in this run.
   */
  isPartOfTicket(contact: RecordedContact, ticket: Ticket): Promise<boolean | null>;
}
