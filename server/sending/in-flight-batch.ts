import type { Calendar } from '../values/calendar';
import { AppError, ERROR_CODES } from '../values/app-error';
import { jsonBytes } from '../values/json-bytes';
import { KEYS } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { KeyValueStore } from '../platform/ports';
import type { CountedContact } from '../volumes/counts';
import { withPendingTrend, type PendingTrend } from '../volumes/trend';
import type { Origin, NamedContact } from '../naming/named-contact';
import { NO_DELAYS, withAccepted, type DeliveryDelays } from '../volumes/delivery-delays';
import { UNKNOWN_QUEUES } from '../contacts/queue';
import type { LedgerContact } from '../ledger/ledger';
import type { QueueRegistry } from '../naming/queue-registry';

/**
 * The batch note under `in_flight`. Invariant: whatever was ever in a POST stands in the note, in the ledger, or (when
 * injixo certainly did not take it) in neither; test/stories/killed-run.test.ts kills a run at every step to show it.
 */

/** Why contacts are parked: injixo refused them alone, for what they say or for their size, or they have no proper shape. */
export type ParkReason = 'refused' | 'too_large' | 'invalid';

/** What became of a noted batch; null until it is known. */
export type StoredOutcome =
  | { readonly kind: 'accepted'; readonly at: number }
  | { readonly kind: 'parked'; readonly reason: ParkReason }
  | null;

/** The value under `in_flight`; no contacts: nothing is in flight, the number only goes on. */
export interface InFlightBatch {
  readonly v: 1;
  readonly number: number;
  readonly origin: Origin;
  readonly at: number;
  readonly queues: readonly string[];
  readonly contacts: readonly StoredContact[];
  readonly outcome: StoredOutcome;
  /** The held batch these contacts are sent again from; null for all others. */
  readonly from: number | null;
  /** Contacts of the history: the import's own list says which replies are sent, the ledger knows only their tickets. */
  readonly past: boolean;
  /** What the import goes on with; null for all other batches. */
  readonly resume: object | null;
  /** All contacts accepted since the installation, up to this note: kept here so that no kill can lose or double them. */
  readonly accepted: number;
  /** Of these, what the scan found. */
  readonly repaired: number;
  /** When the newest contact happened that was ever in a request (ms), those of the history apart; 0: there was none. */
  readonly newestAt: number;
  /** When injixo last accepted a batch (ms). */
  readonly acceptedAt: number | null;
  /** What was accepted on the last days, and how long it took. */
  readonly delays: DeliveryDelays;
  /** Accepted contacts that the trend lacks: all since a run last wrote it. */
  readonly pendingTrend: PendingTrend;
}

/** What sets a batch's note apart from that of a batch of live contacts. */
export type BatchDetails = Partial<Pick<InFlightBatch, 'outcome' | 'from' | 'past' | 'resume'>>;

const PLAIN = { outcome: null, from: null, past: false, resume: null } as const satisfies BatchDetails;

/** A note before any batch was ever sent. */
export const NO_BATCH: InFlightBatch = {
  v: 1,
  number: 0,
  origin: 'outbox',
  at: 0,
  queues: [],
  contacts: [],
  ...PLAIN,
  accepted: 0,
  repaired: 0,
  newestAt: 0,
  acceptedAt: null,
  delays: NO_DELAYS,
  pendingTrend: {},
};

function newestOf(
  previous: InFlightBatch,
  contacts: readonly NamedContact[],
  { past, outcome }: BatchDetails,
): number {
  // What is parked without being sent may have any time, and what was sent before was noted then.
  const isSent = past !== true && outcome?.kind !== 'parked';
  return Math.max(previous.newestAt, ...(isSent ? contacts.map((contact) => contact.occurredAt) : []));
}

/** Notes a batch under the number after the given note's. */
export function beginBatch(
  previous: InFlightBatch,
  contacts: readonly NamedContact[],
  origin: Origin,
  at: number,
  details: BatchDetails = {},
): InFlightBatch {
  const queues = [...new Set(contacts.map((contact) => contact.queue.identifier))];
  return {
    ...previous,
    number: previous.number + 1,
    origin,
    at,
    queues,
    contacts: contacts.map((contact) => toStored(contact, queues.indexOf(contact.queue.identifier))),
    newestAt: newestOf(previous, contacts, details),
    ...PLAIN,
    ...details,
  };
}

/** What a note's contacts are counted by. */
export interface CountingTools {
  readonly calendar: Calendar;
  /** A queue's place among the frozen ones. */
  readonly queueIndex: (identifier: string) => number;
}

/** A note's contacts as the counts see them. */
export function countedContacts(
  note: Pick<InFlightBatch, 'queues' | 'contacts'>,
  queueIndex: CountingTools['queueIndex'],
): readonly CountedContact[] {
  const places = note.queues.map(queueIndex);
  return note.contacts.map(([, seconds, queue]) => ({
    occurredAt: seconds * 1000,
    queue: places[queue] ?? -1,
  }));
}

/** The note of a batch that injixo took. */
export function markAccepted(
  note: InFlightBatch,
  at: number,
  { calendar, queueIndex }: CountingTools,
): InFlightBatch {
  const taken = note.contacts.length;
  const contacts = countedContacts(note, queueIndex);
  const occurredAt = contacts.map((contact) => contact.occurredAt);
  const isLive = note.origin === 'outbox' || note.origin === 'scan';
  return {
    ...note,
    outcome: { kind: 'accepted', at },
    accepted: note.accepted + taken,
    repaired: note.repaired + (note.origin === 'scan' ? taken : 0),
    acceptedAt: at,
    delays: withAccepted(note.delays, { at, occurredAt, isLive }, calendar),
    pendingTrend: withPendingTrend(
      note.pendingTrend,
      { contacts, at, isRepaired: note.origin === 'scan' },
      calendar,
    ),
  };
}

/** The same number and totals with nothing in flight. */
export function clearBatch(note: InFlightBatch): InFlightBatch {
  return { ...note, queues: [], contacts: [], ...PLAIN };
}

/** True while the note has room for another batch besides all else that it carries. */
export function hasRoomForBatch(note: InFlightBatch): boolean {
  return jsonBytes({ ...note, queues: [], contacts: [] }) <= LIMITS.noteBytesBesidesBatch;
}

/** Reads the note. One operation. */
export async function readInFlight(store: KeyValueStore): Promise<InFlightBatch> {
  const stored = await store.get(KEYS.inFlight);
  if (stored === undefined) return NO_BATCH;
  const note = stored as Partial<InFlightBatch> | null | undefined;
  if (note?.v !== 1 || !Array.isArray(note.contacts) || typeof note.number !== 'number') {
    throw new AppError(ERROR_CODES.recordUnreadable, 'The batch note cannot be read');
  }
  return { ...NO_BATCH, ...note };
}

/** Writes the note. One operation. */
export async function writeInFlight(store: KeyValueStore, note: InFlightBatch): Promise<void> {
  await store.set(KEYS.inFlight, note);
}

/** A contact as records store it: id, time in seconds, index of its queue, ticket, and 1 when it counts as Unknown. */
export type StoredContact = readonly [
  id: string,
  seconds: number,
  queue: number,
  ticketId: number,
  unknown: 0 | 1,
];

/** The contact as it is stored beside a list of queues. */
export function toStored(contact: NamedContact, queue: number): StoredContact {
  const { contactId, occurredAt, ticketId, unknown } = contact;
  return [contactId, occurredAt / 1000, queue, ticketId, unknown ? 1 : 0];
}

/** The stored contact as the ledger knows it. */
export function storedInLedger([contactId, seconds, , ticketId]: StoredContact): LedgerContact {
  return { contactId, occurredAt: seconds * 1000, ticketId };
}

/** The stored contact as it is sent again; none when nobody knows its queue. */
export function fromStored(
  noted: StoredContact,
  queueIdentifier: string,
  queues: Pick<QueueRegistry, 'find'>,
): readonly NamedContact[] {
  const unknown = Object.values(UNKNOWN_QUEUES).find((queue) => queue.identifier === queueIdentifier);
  const queue = queues.find(queueIdentifier) ?? unknown;
  if (queue === undefined) return [];
  return [{ ...storedInLedger(noted), queue, unknown: noted[4] === 1, recordIds: [] }];
}
