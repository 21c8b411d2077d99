import type { Ledger } from '../ledger/ledger';
import type { WaitingContact } from '../outbox/waiting-contacts';

/** What is to be done with the contacts of the outbox whose ledger keys are open. */
export interface SortedContacts {
  /** Known to the ledger already, or melted into another: their records are only deleted. */
  readonly twins: readonly WaitingContact[];
  /** Left out on purpose: settled without being sent. */
  readonly leftOut: readonly WaitingContact[];
  /** To be named and sent. */
  readonly toSend: readonly WaitingContact[];
}

/**
 * While a ticket's own contact still waits, its Unknown contact melts into it (T5, U1): what is sent then is the ticket,
 * with its own time, in whatever queue it belongs to by now.
 */
function melt(waiting: WaitingContact): WaitingContact {
  const { contact } = waiting;
  return {
    ...waiting,
    contact: {
      ...contact,
      contactId: `ticket:${contact.ticketId}`,
      kind: 'ticket',
      occurredAt: contact.ticketCreatedAt ?? contact.occurredAt,
    },
  };
}

function merge(contacts: readonly WaitingContact[]): readonly WaitingContact[] {
  const merged = new Map<string, WaitingContact>();
  for (const each of contacts) {
    const known = merged.get(each.contact.contactId);
    const recordIds = [...(known?.recordIds ?? []), ...each.recordIds];
    merged.set(each.contact.contactId, { ...(known ?? each), recordIds });
  }
  return [...merged.values()];
}

/** Sorts waiting contacts by what the ledger knows of them; their ledger keys must be open. */
export function sortWaiting(waiting: readonly WaitingContact[], ledger: Ledger): SortedContacts {
  const leftOut = waiting.filter((each) => each.contact.kind === 'left_out');
  const others = waiting.filter((each) => each.contact.kind !== 'left_out');
  const twins = others.filter((each) => ledger.markOf(each.contact) !== 'none');
  const fresh = others.filter((each) => ledger.markOf(each.contact) === 'none');
  const ids = new Set(fresh.map((each) => each.contact.contactId));
  const ownWaits = ({ contact }: WaitingContact): boolean =>
    contact.kind === 'unknown' && ids.has(`ticket:${contact.ticketId}`);
  const standing = fresh.map((each) => (ownWaits(each) ? melt(each) : each));
  // A ticket's own record comes first, so that its time and group are the ones that count.
  const ownFirst = [...standing].sort((a, b) => Number(fresh.includes(b)) - Number(fresh.includes(a)));
  return { twins, leftOut, toSend: merge(ownFirst) };
}
