import { removeRecords } from '../outbox/remove-records';
import type { WaitingContact } from '../outbox/waiting-contacts';
import type { RunContext } from '../run/run-context';

/**
 * Settles contacts without sending them: the ledger first, then their records. The ledger keys must be open. One operation
 * a ledger key.
 */
export async function settleWithoutSending(
  run: RunContext,
  contacts: readonly WaitingContact[],
  alsoUnknown: boolean,
): Promise<void> {
  if (contacts.length === 0) return;
  for (const { contact } of contacts) run.ledger.raise(contact, 'settled', alsoUnknown);
  await run.ledger.save();
  await removeRecords(run, contacts);
  const { counters } = run.state;
  run.state = { ...run.state, counters: { ...counters, leftOut: counters.leftOut + contacts.length } };
}
