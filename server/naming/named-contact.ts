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
  /** The outbox records it came from; none for what the scan or the history found. */
  readonly recordIds: readonly string[];
}

/** True when the ledger has a contact of this id: it has all but the replies of the history. */
export function isInLedger(contactId: string, past: boolean): boolean {
  return !past || !isReplyId(contactId);
}
