import { noteBatch, writeNote, type ParkReason } from './note';
import { settleRunNote } from './finish-note';
import type { OutgoingContact } from './outgoing';
import type { RunContext } from './run-context';

/** Operations that parking needs: note, ledger key, held record, state; and the clearing after it. */
const PARKING_OPS = 5;

/** Parks contacts that injixo refused for what they say: held for a person to decide. True when the operations sufficed. */
export async function parkContacts(
  run: RunContext,
  contacts: readonly OutgoingContact[],
  reason: ParkReason,
): Promise<boolean> {
  if (contacts.length === 0) return true;
  if (run.budget.opsLeft() < PARKING_OPS + contacts.length) return false;
  run.note = noteBatch(run.note, contacts, 'outbox', run.now(), { outcome: { kind: 'parked', reason } });
  await writeNote(run.store, run.note);
  await settleRunNote(run);
  return true;
}
