import { compare } from '../../../oracle/compare';
import { lostOf, type Comparison, type CountedReceipt, type Difference } from '../../../oracle/comparison';
import type { TrueContact } from '../../../oracle/true-contact';

/** What is not missed: contacts that are held, and those that `isExcused` when they are lost. */
export interface Excuses {
  readonly held: readonly string[];
  readonly isExcused: (lost: Difference) => boolean;
}

/** A receipt is matched to the contacts first that have no excuse. */
function last(
  contacts: readonly TrueContact[],
  isLast: (contact: TrueContact) => boolean,
): readonly TrueContact[] {
  return [...contacts.filter((each) => !isLast(each)), ...contacts.filter(isLast)];
}

/**
 * Compares the receipts with the contacts. Receipts have no ids: of contacts that are alike in queue and second, those that
 * are held or have an excuse are taken for the missing ones.
 */
export function compareKindly(
  contacts: readonly TrueContact[],
  receipts: readonly CountedReceipt[],
  { held, isExcused }: Excuses,
): Comparison {
  const ids = new Set(held);
  const ordered = last(contacts, ({ contactId }) => ids.has(contactId));
  const compared = compare(ordered, receipts, { held });
  if (compared.details.every((each) => each.problem === 'lost' && isExcused(each))) return compared;
  // Looked at only now: an excuse takes long to find.
  return compare(
    last(contacts, (contact) => ids.has(contact.contactId) || isExcused(lostOf(contact))),
    receipts,
    { held },
  );
}
