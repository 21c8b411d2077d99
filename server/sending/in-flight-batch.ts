import { UNKNOWN_QUEUES } from '../contacts/queue';
import type { Origin, NamedContact } from '../naming/named-contact';
import type { QueueRegistry } from '../naming/queue-registry';
import { KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { AppError, ERROR_CODES } from '../values/app-error';
import type { Calendar } from '../values/calendar';
import { isEmptyRecord } from '../values/empty-record';
import { isFarAhead } from '../values/instant';
import { jsonBytes } from '../values/json-bytes';
import { LIMITS } from '../values/limits';
import { byDay, type CountedContact } from '../volumes/counts';
import { NO_DELAYS, withAccepted, type DeliveryDelays } from '../volumes/delivery-delays';
import { NOTHING_LACKS, withLackingDays, withLackingSlots, type Lacking } from '../volumes/lacking';
import {
  daysOfSums,
  sumsWhere,
  withPendingTrend,
  type PendingTrend,
  type WaitingSums,
} from '../volumes/trend';

/**
 * The batch under `in_flight`. Invariant: every contact that was ever in a POST is in `in_flight`, in the ledger, or, if
 * injixo certainly did not take it, in neither. test/stories/killed-run.test.ts kills a run at every step to prove it.
 */

/** Why contacts are parked: injixo refused them alone for their content or size, or they fail the app's own check. */
export type ParkReason = 'refused' | 'too_large' | 'invalid';

/** What became of a batch; null until it is known. */
export type StoredOutcome =
  | { readonly kind: 'accepted'; readonly at: number }
  | { readonly kind: 'parked'; readonly reason: ParkReason }
  | null;

/** A contact in a record: id, time in seconds, index of its queue, ticket, and 1 when it counts as Unknown. */
export type StoredContact = readonly [
  id: string,
  seconds: number,
  queue: number,
  ticketId: number,
  unknown: 0 | 1,
];

/** The value under `in_flight`. Without contacts nothing is in flight, and only the number and the totals matter. */
export interface InFlightBatch {
  readonly v: 1;
  readonly number: number;
  readonly origin: Origin;
  readonly at: number;
  readonly queues: readonly string[];
  readonly contacts: readonly StoredContact[];
  readonly outcome: StoredOutcome;
  /** The held batch that these contacts are sent again from; null for all others. */
  readonly from: number | null;
  /** Contacts of the history: the ledger has their tickets, but not their replies. */
  readonly past: boolean;
  /** What the import goes on with; null for all other batches. */
  readonly resume: object | null;
  /** False: too few operations were left to count the contacts for the page. */
  readonly isCounted: boolean;
  /** All contacts accepted since the installation. Stored here so that no kill can lose or double them. */
  readonly accepted: number;
  /** Accepted contacts that the scan found. */
  readonly repaired: number;
  /** Time of the newest contact ever sent (ms), without those of the history and those dated far ahead; 0: there was none. */
  readonly newestAt: number;
  /** When injixo last accepted a batch (ms). */
  readonly acceptedAt: number | null;
  readonly delays: DeliveryDelays;
  /** The number of the last batch that changed the counts of a UTC day (from 1970), and the part in which the day goes on. */
  readonly changed: Readonly<Record<string, number>>;
  readonly parts: Readonly<Record<string, number>>;
  /** Contacts that were accepted in this run, for the trend. */
  readonly pendingTrend: PendingTrend;
  /** The same of earlier runs, oldest first: what the trend did not get yet, or perhaps got before a kill. */
  readonly olderTrend: readonly WaitingSums[];
  readonly lacking: Lacking;
}

/** What a batch says beside its contacts; by default it is a batch of the outbox without an outcome. */
export type BatchDetails = Partial<
  Pick<InFlightBatch, 'origin' | 'outcome' | 'from' | 'past' | 'resume' | 'isCounted'>
>;

/** What a batch record says when nothing is in flight, beside its number and totals. */
export const NOTHING_IN_FLIGHT = {
  queues: [],
  contacts: [],
  outcome: null,
  from: null,
  past: false,
  resume: null,
  isCounted: true,
} as const;

/** Before any batch. */
export const NO_BATCH: InFlightBatch = {
  v: 1,
  number: 0,
  origin: 'outbox',
  at: 0,
  ...NOTHING_IN_FLIGHT,
  accepted: 0,
  repaired: 0,
  newestAt: 0,
  acceptedAt: null,
  delays: NO_DELAYS,
  changed: {},
  parts: {},
  pendingTrend: {},
  olderTrend: [],
  lacking: NOTHING_LACKS,
};

/** The batch with the number after the previous batch's, and its totals. */
export function beginBatch(
  previous: InFlightBatch,
  contacts: readonly NamedContact[],
  details: BatchDetails & { readonly at: number },
): InFlightBatch {
  const queues = [...new Set(contacts.map(({ queue }) => queue.identifier))];
  // A contact parked unsent may have any time; one parked after it was sent is counted already.
  const isSent = details.past !== true && details.outcome?.kind !== 'parked';
  const times = isSent ? contacts.map(({ occurredAt }) => occurredAt) : [];
  const believed = times.filter((occurredAt) => !isFarAhead(occurredAt, details.at));
  return {
    ...previous,
    ...NOTHING_IN_FLIGHT,
    number: previous.number + 1,
    queues,
    contacts: contacts.map((contact) => toStored(contact, queues.indexOf(contact.queue.identifier))),
    newestAt: Math.max(previous.newestAt, ...believed),
    origin: 'outbox',
    ...details,
  };
}

/** A batch's contacts as the counts see them: by time and place of the queue in the registry. */
export function countedContacts(
  batch: Pick<InFlightBatch, 'queues' | 'contacts'>,
  registry: Pick<QueueRegistry, 'indexOf'>,
): readonly CountedContact[] {
  const places = batch.queues.map((identifier) => registry.indexOf(identifier));
  return batch.contacts.map(([, seconds, queue]) => ({
    occurredAt: seconds * 1000,
    queue: places[queue] ?? -1,
  }));
}

/** The days of the batch, marked as changed by it; days that are no longer kept are left out, with their parts. */
function withChanged(
  { number, changed, parts }: InFlightBatch,
  contacts: readonly CountedContact[],
  at: number,
): Pick<InFlightBatch, 'changed' | 'parts'> {
  const oldest = (at - LIMITS.countsSeconds * 1000) / 86_400_000 - 1;
  const isKept = ([day]: readonly [string, number]): boolean => Number(day) > oldest;
  const days = [...byDay(contacts, at).keys()].map((day) => [day, number] as const);
  return {
    changed: Object.fromEntries([...Object.entries(changed).filter(isKept), ...days]),
    parts: Object.fromEntries(Object.entries(parts).filter(isKept)),
  };
}

/** The batch once injixo accepted it, with its contacts in all totals. */
export function markAccepted(
  batch: InFlightBatch,
  at: number,
  { calendar, queues }: { readonly calendar: Calendar; readonly queues: Pick<QueueRegistry, 'indexOf'> },
): InFlightBatch {
  const contacts = countedContacts(batch, queues);
  const dates = contacts.map((contact) => contact.occurredAt);
  const occurredAt = dates.filter((each) => !isFarAhead(each, at));
  const isRepaired = batch.origin === 'scan';
  const isLive = isRepaired || batch.origin === 'outbox';
  return {
    ...batch,
    outcome: { kind: 'accepted', at },
    accepted: batch.accepted + contacts.length,
    repaired: batch.repaired + (isRepaired ? contacts.length : 0),
    acceptedAt: at,
    delays: withAccepted(batch.delays, { at, occurredAt, isLive }, calendar),
    ...withChanged(batch, contacts, at),
    pendingTrend: withPendingTrend(batch.pendingTrend, { contacts, at, isRepaired }, calendar),
    // Contacts of the history are counted by days only.
    lacking: batch.isCounted || batch.past ? batch.lacking : withLackingSlots(batch.lacking, occurredAt, at),
  };
}

/** All sums that wait for the trend, oldest first. */
export function sumsThatWait({ olderTrend, number, pendingTrend }: InFlightBatch): readonly WaitingSums[] {
  return sumsWhere([...olderTrend, { number, sums: pendingTrend }], () => true);
}

/** What the volumes lack now: also what still waits for the trend. */
export function lackingNow(batch: InFlightBatch, today: number): Lacking {
  return withLackingDays(batch.lacking, daysOfSums(sumsThatWait(batch)), today);
}

/** True while the record has room for another batch beside its totals. */
export function hasRoomForBatch(batch: InFlightBatch): boolean {
  return jsonBytes({ ...batch, queues: [], contacts: [] }) <= LIMITS.inFlightBytesBesidesBatch;
}

/** The record with room for another batch: sums that leave none are given up, and their days lack something. */
export function makeRoomForBatch(batch: InFlightBatch, today: number): InFlightBatch {
  if (hasRoomForBatch(batch)) return batch;
  return { ...batch, pendingTrend: {}, olderTrend: [], lacking: lackingNow(batch, today) };
}

/** Reads `in_flight`. @ops 1 */
export async function readInFlight(store: KeyValueStore): Promise<InFlightBatch> {
  const stored = await store.get(KEYS.inFlight);
  if (isEmptyRecord(stored)) return NO_BATCH;
  const batch = stored as Partial<InFlightBatch> | null | undefined;
  if (batch?.v !== 1 || !Array.isArray(batch.contacts) || typeof batch.number !== 'number') {
    throw new AppError(ERROR_CODES.recordUnreadable, 'The batch in flight cannot be read');
  }
  return { ...NO_BATCH, ...batch };
}

/** Writes `in_flight`. @ops 1 */
export async function writeInFlight(store: KeyValueStore, batch: InFlightBatch): Promise<void> {
  await store.set(KEYS.inFlight, batch);
}

/** The contact as it is stored beside a list of queues. */
export function toStored(contact: NamedContact, queue: number): StoredContact {
  const { contactId, occurredAt, ticketId, unknown } = contact;
  return [contactId, occurredAt / 1000, queue, ticketId, unknown ? 1 : 0];
}

/** The stored contact, ready to be sent again; none when its queue is not in the registry. */
export function fromStored(
  [contactId, seconds, , ticketId, unknown]: StoredContact,
  queueIdentifier: string,
  registry: Pick<QueueRegistry, 'find'>,
): readonly NamedContact[] {
  const unknownQueue = Object.values(UNKNOWN_QUEUES).find(({ identifier }) => identifier === queueIdentifier);
  const queue = registry.find(queueIdentifier) ?? unknownQueue;
  if (queue === undefined) return [];
  const contact = { contactId, occurredAt: seconds * 1000, ticketId, queue };
  return [{ ...contact, unknown: unknown === 1, recordIds: [] }];
}
