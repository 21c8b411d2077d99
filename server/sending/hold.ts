import { beginBatch, writeInFlight, type ParkReason } from './in-flight-batch';
import { settleInFlight } from './settle-batch';
import type { NamedContact } from '../naming/named-contact';
import type { SendingRun } from './sending-state';

/** Parks contacts: they are held until a person decides. False, and nothing done, when too few operations are left. */
export async function parkContacts(
  run: SendingRun,
  contacts: readonly NamedContact[],
  reason: ParkReason,
): Promise<boolean> {
  if (contacts.length === 0) return true;
  if (!run.budget.affords(contacts.length, 'hold')) return false;
  run.inFlight.set(
    beginBatch(run.inFlight.value, contacts, { at: run.now(), outcome: { kind: 'parked', reason } }),
  );
  await writeInFlight(run.store, run.inFlight.value);
  await settleInFlight(run);
  return true;
}
