import { readQueueRegistry, type QueueRegistry } from '../naming/queue-registry';
import { KEYS } from '../platform/keys';
import type { LostRecords, RunStore } from '../platform/run-store';
import { readInFlight, writeInFlight, type InFlightBatch } from '../sending/in-flight-batch';
import { LIMITS } from '../values/limits';
import { createSlice, type OwnSlice, type Slice } from '../values/slice';
import { readCommands, type Command } from './commands';
import type { LostSoFar, Remembered } from './state';

/** The records that every run reads, beside the state. */
interface FixedRecords {
  readonly inFlight: OwnSlice<InFlightBatch>;
  readonly queues: QueueRegistry;
  readonly commands: readonly Command[];
}

/** What the state remembers of these records. */
export function remember({
  inFlight,
  queues,
}: {
  readonly inFlight: Slice<InFlightBatch>;
  readonly queues: QueueRegistry;
}): Remembered {
  const { number, accepted, repaired, newestAt, acceptedAt } = inFlight.value;
  return { batch: { number, accepted, repaired, newestAt, acceptedAt }, queues: queues.stored() };
}

/**
 * Reads the records that every run reads, and creates those that are missing: the first run is the one that may. One that
 * is gone later is reported, and the run does without. @ops 3, 1 a missing key, 1 for a lost batch
 */
export async function openRecords(store: RunStore, before: Remembered | null): Promise<FixedRecords> {
  const batch = await readInFlight(store);
  const queues = await readQueueRegistry(store);
  const commands = await readCommands(store);
  const isBatchGone = before !== null && batch.number < before.batch.number;
  // Without a state nothing is remembered; that a batch was sent shows that there was one.
  const areGone =
    before === null
      ? [store.unproved([KEYS.state]) > 0 && batch.number > 0]
      : [isBatchGone, queues.stored() < before.queues, store.unproved([KEYS.orders]) > 0];
  await store.prove();
  store.reportLost({ records: areGone.filter(Boolean).length, contacts: 0 });
  const inFlight = createSlice(batch);
  if (isBatchGone) {
    // No number may come twice: held batches and counts go by it.
    inFlight.change({ ...before.batch, number: before.batch.number + LIMITS.batchNumbersSkipped });
    await writeInFlight(store, inFlight.value);
  }
  return { inFlight, queues, commands };
}

/** What was lost before, with what a run lost. `now` in milliseconds. */
export function withLost(before: LostSoFar | null, more: LostRecords, now: number): LostSoFar | null {
  if (more.records === 0) return before;
  const { records, contacts } = before ?? { records: 0, contacts: 0 };
  return { records: records + more.records, contacts: contacts + more.contacts, at: now };
}
