import type { Ledger } from '../ledger/ledger';
import type { WaitingContact } from '../contacts/contact';

/** The contacts of the outbox, by what happens to them. */
export interface SortedContacts {
  /** In the ledger already: only their records are deleted. */
  readonly duplicates: readonly WaitingContact[];
  /** Settled without being sent. */
  readonly leftOut: readonly WaitingContact[];
  /** To be named and sent. */
  readonly toSend: readonly WaitingContact[];
}

/**
 * While a ticket's own contact still waits, its Unknown contact is merged into it (T5, U1): the ticket is sent with its own
 * time, to the queue it belongs to by then, and the records of both are deleted.
 */
function mergeUnknownIntoTicket(fresh: readonly WaitingContact[]): readonly WaitingContact[] {
  const ids = new Set(fresh.map(({ contact }) => contact.contactId));
  const merged = new Set(
    fresh.filter(({ contact }) => contact.kind === 'unknown' && ids.has(`ticket:${contact.ticketId}`)),
  );
  const added = new Map(
    [...merged].map(({ contact, recordIds }) => [`ticket:${contact.ticketId}`, recordIds]),
  );
  return fresh
    .filter((each) => !merged.has(each))
    .map((each) => ({
      ...each,
      recordIds: [...each.recordIds, ...(added.get(each.contact.contactId) ?? [])],
    }));
}

/** Sorts waiting contacts by their marks; their ledger keys must be loaded. */
export function mergeDuplicates(
  waiting: readonly WaitingContact[],
  ledger: Pick<Ledger, 'markOf'>,
): SortedContacts {
  const leftOut = waiting.filter((each) => each.contact.kind === 'left_out');
  const others = waiting.filter((each) => each.contact.kind !== 'left_out');
  const duplicates = others.filter((each) => ledger.markOf(each.contact) !== 'none');
  const fresh = others.filter((each) => ledger.markOf(each.contact) === 'none');
  return { duplicates, leftOut, toSend: mergeUnknownIntoTicket(fresh) };
}
