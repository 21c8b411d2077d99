import { beginBatch, writeInFlight, type ParkReason } from './in-flight-batch';
import { settleInFlight } from './settle-batch';
import type { NamedContact } from '../naming/named-contact';
import type { SendingRun } from './sending-state';

/** Parks contacts that injixo refused for what they say: held for a person to decide. True when the operations sufficed. */
export async function parkContacts(
  run: SendingRun,
  contacts: readonly NamedContact[],
  reason: ParkReason,
): Promise<boolean> {
  if (contacts.length === 0) return true;
  if (!run.budget.affords(contacts.length, 'hold')) return false;
  run.inFlight.set(
    beginBatch(run.inFlight.value, contacts, 'outbox', run.now(), {
      outcome: { kind: 'parked', reason },
    }),
  );
  await writeInFlight(run.store, run.inFlight.value);
  await settleInFlight(run);
  return true;
}
