import type { Ledger } from '../ledger/ledger';
import type { WaitingContact } from '../outbox/waiting-contacts';

/** What is to be done with the contacts of the outbox whose ledger keys are open. */
export interface SortedContacts {
  /** Known to the ledger already, or melted into another: their records are only deleted. */
  readonly duplicates: readonly WaitingContact[];
  /** Left out on purpose: settled without being sent. */
  readonly leftOut: readonly WaitingContact[];
  /** To be named and sent. */
  readonly toSend: readonly WaitingContact[];
}

/**
 * While a ticket's own contact still waits, its Unknown contact melts into it (T5, U1): what is sent then is the ticket,
 * with its own time, in whatever queue it belongs to by now, and the records of both go.
 */
function melt(fresh: readonly WaitingContact[]): readonly WaitingContact[] {
  const ids = new Set(fresh.map(({ contact }) => contact.contactId));
  const melts = ({ contact }: WaitingContact): boolean =>
    contact.kind === 'unknown' && ids.has(`ticket:${contact.ticketId}`);
  const melted = new Map(
    fresh.filter(melts).map(({ contact, recordIds }) => [`ticket:${contact.ticketId}`, recordIds]),
  );
  return fresh
    .filter((each) => !melts(each))
    .map((each) => {
      const alsoIts = melted.get(each.contact.contactId) ?? [];
      return { ...each, recordIds: [...each.recordIds, ...alsoIts] };
    });
}

/** Sorts waiting contacts by what the ledger knows of them; their ledger keys must be open. */
export function mergeDuplicates(waiting: readonly WaitingContact[], ledger: Ledger): SortedContacts {
  const leftOut = waiting.filter((each) => each.contact.kind === 'left_out');
  const others = waiting.filter((each) => each.contact.kind !== 'left_out');
  const duplicates = others.filter((each) => ledger.markOf(each.contact) !== 'none');
  const fresh = others.filter((each) => ledger.markOf(each.contact) === 'none');
  return { duplicates, leftOut, toSend: melt(fresh) };
}
