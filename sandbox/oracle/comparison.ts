import type { TrueContact } from './true-contact';

/** The relevant fields of a contact that injixo accepted. */
export interface CountedReceipt {
  readonly queueIdentifier: string;
  readonly queueName: string;
  readonly timestamp: string;
  readonly offered: boolean;
  readonly handled: boolean;
  /** When injixo accepted it (ms); a time after everything if omitted. */
  readonly at?: number;
}

/** One deviation from the truth. */
export interface Difference {
  readonly problem: 'lost' | 'doubled' | 'wrong queue';
  /** Undefined for a receipt without a matching contact. */
  readonly contactId: string | undefined;
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly queueIdentifier: string | undefined;
  readonly expected: readonly string[];
  readonly note: string;
}

/** The differences between injixo's receipts and the truth. */
export interface Comparison {
  /** Contacts expected in injixo, including held ones. */
  readonly contacts: number;
  readonly lost: number;
  /** Surplus receipts: counted twice, or without a contact. */
  readonly doubled: number;
  readonly wrongQueue: number;
  readonly details: readonly Difference[];
}

/** The timestamp of a receipt in seconds. */
export const secondOf = (receipt: CountedReceipt): number => Math.floor(Date.parse(receipt.timestamp) / 1000);

/** A contact that is missing in injixo. */
export const lostOf = (contact: TrueContact): Difference => ({
  problem: 'lost',
  contactId: contact.contactId,
  timestamp: contact.timestamp,
  queueIdentifier: undefined,
  expected: contact.queueIdentifiers,
  note: contact.note,
});

/** A receipt that is wrong in injixo, or in a wrong queue. */
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
