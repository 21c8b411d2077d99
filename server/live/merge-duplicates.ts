import type { Ledger } from '../ledger/ledger';
import type { WaitingContact } from '../outbox/waiting-contacts';

/** What is to be done with the contacts of the outbox whose ledger keys are open. */
export interface SortedContacts {
  /** Known to the ledger already: their records are only deleted. */
  readonly duplicates: readonly WaitingContact[];
  /** Left out on purpose: settled without being sent. */
  readonly leftOut: readonly WaitingContact[];
  /** To be named and sent. */
  readonly toSend: readonly WaitingContact[];
}

/**
 * While a ticket's own contact still waits, its Unknown contact is merged into it (T5, U1): what is sent then is the ticket,
 * with its own time, in whatever queue it belongs to by now, and the records of both go.
 */
function mergeUnknownIntoTicket(fresh: readonly WaitingContact[]): readonly WaitingContact[] {
  const ids = new Set(fresh.map(({ contact }) => contact.contactId));
  const isMerged = ({ contact }: WaitingContact): boolean =>
    contact.kind === 'unknown' && ids.has(`ticket:${contact.ticketId}`);
  const merged = new Map(
    fresh.filter(isMerged).map(({ contact, recordIds }) => [`ticket:${contact.ticketId}`, recordIds]),
  );
  return fresh
    .filter((each) => !isMerged(each))
    .map((each) => {
      const alsoIts = merged.get(each.contact.contactId) ?? [];
      return { ...each, recordIds: [...each.recordIds, ...alsoIts] };
    });
}

/** Sorts waiting contacts by what the ledger knows of them; their ledger keys must be open. */
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
