import { isReplyId } from '../contacts/contact';
import type { Queue } from '../contacts/queue';
import type { LedgerContact } from '../ledger/ledger';

/** Where a batch's contacts come from. */
export type Origin = 'outbox' | 'scan' | 'history' | 'held';

/** A contact that is named and may be sent. */
export interface NamedContact extends LedgerContact {
  readonly queue: Queue;
  /** It counts in one of the Unknown queues. */
  readonly unknown: boolean;
  /** Its outbox records; none for what the scan or the history found. */
  readonly recordIds: readonly string[];
}

/** True for contacts that the ledger records: all but the replies of the history. */
export function isInLedger(contactId: string, past: boolean): boolean {
  return !past || !isReplyId(contactId);
}
