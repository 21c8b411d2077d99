import { removeRecords, type RecordRemover } from './remove-records';
import type { WaitingContact } from '../contacts/contact';

/** What settling needs of a run. */
export interface SettlingRun extends RecordRemover {
  readonly ledger: {
    raise(contact: WaitingContact['contact'], mark: 'settled', alsoUnknown: boolean): void;
    save(): Promise<void>;
  };
}

/**
 * Settles contacts without sending them: the ledger first, then their records. The ledger keys must be loaded.
 * @ops one a ledger key
 */
export async function settleWithoutSending(
  run: SettlingRun,
  contacts: readonly WaitingContact[],
  alsoUnknown: boolean,
): Promise<void> {
  if (contacts.length === 0) return;
  for (const { contact } of contacts) run.ledger.raise(contact, 'settled', alsoUnknown);
  await run.ledger.save();
  await removeRecords(run, contacts);
  run.outbox.change({ leftOut: run.outbox.value.leftOut + contacts.length });
}
