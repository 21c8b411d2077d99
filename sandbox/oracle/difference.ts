import { secondOf } from './comparison';
import type { CountedReceipt, Difference } from './comparison';
import type { TrueContact } from './true-contact';

/** A contact that ought to be in injixo and is not. */
export const lostOf = (contact: TrueContact): Difference => ({
  problem: 'lost',
  contactId: contact.contactId,
  timestamp: contact.timestamp,
  queueIdentifier: undefined,
  expected: contact.queueIdentifiers,
  note: contact.note,
});

/** A receipt that ought not to be in injixo, or not there. */
export const found = (
  problem: Difference['problem'],
  receipt: CountedReceipt,
  contact: TrueContact | undefined,
): Difference => ({
  problem,
  contactId: contact?.contactId,
  timestamp: secondOf(receipt),
  queueIdentifier: receipt.queueIdentifier,
  expected: contact?.queueIdentifiers ?? [],
  note: contact === undefined ? `no contact explains "${receipt.queueName}"` : contact.note,
});
