import type { NamedContact } from '../naming/named-contact';
import { removeRecords } from '../outbox/remove-records';
import { beginBatch, writeInFlight, type BatchDetails, type ParkReason } from './in-flight-batch';
import type { SendingRun } from './sending-state';
import { settleInFlight } from './settle-batch';

/**
 * Parks contacts: holds them until a person decides, and deletes their records. False, and nothing done, when too few
 * operations are left; for a batch with `resume` the caller has made sure of them.
 */
export async function parkContacts(
  run: SendingRun,
  contacts: readonly NamedContact[],
  reason: ParkReason,
  details: BatchDetails = {},
): Promise<boolean> {
  if (contacts.length === 0) return true;
  if (details.resume === undefined && !run.budget.affords(contacts.length, 'hold')) return false;
  const outcome = { kind: 'parked', reason } as const;
  run.inFlight.set(beginBatch(run.inFlight.value, contacts, { ...details, outcome, at: run.now() }));
  await writeInFlight(run.store, run.inFlight.value);
  await settleInFlight(run);
  const parked = new Set(contacts.map(({ contactId }) => contactId));
  const { refusals } = run.sending.value;
  run.sending.change({
    refusals: refusals.filter(({ id, stage }) => stage !== 'suspect' || !parked.has(id)),
  });
  await removeRecords(run, contacts);
  return true;
}
