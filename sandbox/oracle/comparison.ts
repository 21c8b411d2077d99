import type { TrueContact } from './true-contact';

/** A contact that injixo took, as far as it matters here. */
export interface CountedReceipt {
  readonly queueIdentifier: string;
  readonly queueName: string;
  readonly timestamp: string;
  readonly offered: boolean;
  readonly handled: boolean;
}

/** One thing that is not as it ought to be. */
export interface Difference {
  readonly problem: 'lost' | 'doubled' | 'wrong queue';
  /** Unknown for a receipt that no contact explains. */
  readonly contactId: string | undefined;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly queueIdentifier: string | undefined;
  readonly expected: readonly string[];
  readonly note: string;
}

/** How injixo's receipts differ from the truth. */
export interface Comparison {
  /** Contacts that ought to be in injixo; those held back are among them. */
  readonly contacts: number;
  readonly lost: number;
  /** Receipts too many: counted twice, or no contact at all. */
  readonly doubled: number;
  readonly wrongQueue: number;
  readonly details: readonly Difference[];
}

/** The second that a receipt is dated with. */
export const secondOf = (receipt: CountedReceipt): number => Math.floor(Date.parse(receipt.timestamp) / 1000);

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
