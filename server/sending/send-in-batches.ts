import type { NamedContact } from '../naming/named-contact';
import { parkContacts } from './hold';
import { NOTHING_IN_FLIGHT, writeInFlight, type BatchDetails } from './in-flight-batch';
import { mayBegin } from './retry-rules';
import { sendBatch, type SentBatch } from './send-batch';
import type { SendingRun } from './sending-state';

/** Contacts that are sent together. */
export interface Batch {
  readonly contacts: readonly NamedContact[];
  readonly details: BatchDetails;
}

/** What became of a batch. `refused alone`: others should go first; `not taken`: the contacts are still to be sent. */
export type BatchResult = 'accepted' | 'unclear' | 'parked' | 'refused alone' | 'not taken';

/** Says which contacts come next, and hears what became of each batch. */
export interface BatchSource<B extends Batch> {
  /** The next batch, for which the operations suffice; null: there is none for now. */
  next(): B | null;
  /** False: no further batch may follow. */
  heard(batch: B, result: BatchResult): Promise<boolean> | boolean;
}

/** What became of a batch by its answer; a contact that has to be parked is parked here. */
async function resultOf(
  run: SendingRun,
  { contacts, details }: Batch,
  { outcome, after, isRefusedAlone }: SentBatch,
): Promise<BatchResult> {
  if (outcome.kind === 'accepted' || outcome.kind === 'unclear') return outcome.kind;
  const { parkThis } = after;
  if (parkThis !== null && (await parkContacts(run, contacts, parkThis, details))) return 'parked';
  return isRefusedAlone ? 'refused alone' : 'not taken';
}

/**
 * Clears a batch that injixo certainly did not take, so that it does not look unclear if the run is killed later. A batch
 * with `resume` stays, because it carries what earlier batches settled. @ops 1
 */
async function forgetRefused({ inFlight, store }: SendingRun): Promise<void> {
  const { outcome, resume } = inFlight.value;
  if (outcome !== null || resume !== null) return;
  inFlight.change(NOTHING_IN_FLIGHT);
  await writeInFlight(store, inFlight.value);
}

/**
 * Sends a source's batches one at a time, while time and injixo's answers allow. The ledger keys of all contacts must be
 * loaded. If the last batch brings `resume` and is accepted, its outcome is not written yet: see writeOutcome. False: no
 * further batch may follow in this run.
 */
export async function sendInBatches<B extends Batch>(
  run: SendingRun,
  source: BatchSource<B>,
): Promise<boolean> {
  let result: BatchResult | null = null;
  let goOn = true;
  while (goOn && mayBegin(run)) {
    const batch = source.next();
    if (batch === null) break;
    const sent = await sendBatch(run, batch.contacts, batch.details);
    result = await resultOf(run, batch, sent);
    goOn = (await source.heard(batch, result)) && sent.after.goOn;
  }
  if (result === 'refused alone' || result === 'not taken') await forgetRefused(run);
  return goOn;
}
