import { beginBatch, writeInFlight, type ParkReason } from './in-flight-batch';
import { settleInFlight } from './settle-batch';
import type { NamedContact } from '../naming/named-contact';
import type { RunContext } from '../run/run-context';

/** Operations that parking needs: note, ledger key, held record, state; and the clearing after it. */
const PARKING_OPS = 5;

/** Parks contacts that injixo refused for what they say: held for a person to decide. True when the operations sufficed. */
export async function parkContacts(
  run: RunContext,
  contacts: readonly NamedContact[],
  reason: ParkReason,
): Promise<boolean> {
  if (contacts.length === 0) return true;
  if (run.budget.opsLeft() < PARKING_OPS + contacts.length) return false;
  run.inFlight = beginBatch(run.inFlight, contacts, 'outbox', run.now(), {
    outcome: { kind: 'parked', reason },
  });
  await writeInFlight(run.store, run.inFlight);
  await settleInFlight(run);
  return true;
}
