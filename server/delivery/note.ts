import type { Calendar } from '../calendar/calendar';
import type { HistoryNote } from '../history/history-note';
import { AppError, ERROR_CODES } from '../platform/app-error';
import { jsonBytes } from '../platform/json-bytes';
import { KEYS } from '../platform/keys';
import { LIMITS } from '../platform/limits';
import type { KeyValueStore } from '../platform/ports';
import type { CountedContact } from './counts';
import { withDaySums, type DaySums } from './day-sums';
import { toNoted, type NotedContact } from './noted-contact';
import type { Origin, OutgoingContact } from './outgoing';
import { NO_TOTALS, withAccepted, type Totals } from './totals';

/**
 * The batch note under `in_flight`. Invariant: whatever was ever in a POST stands in the note, in the ledger, or (when
 * injixo certainly did not take it) in neither; test/stories/killed-run.test.ts kills a run at every step to show it.
 */

/** Why contacts are parked: injixo refused them alone, for what they say or for their size, or they have no proper shape. */
export type ParkReason = 'refused' | 'too_large' | 'invalid';

/** What became of a noted batch; null until it is known. */
export type NotedOutcome =
  | { readonly kind: 'accepted'; readonly at: number }
  | { readonly kind: 'parked'; readonly reason: ParkReason }
  | null;

/** The value under `in_flight`; no contacts: nothing is in flight, the number only goes on. */
export interface BatchNote {
  readonly v: 1;
  readonly number: number;
  readonly origin: Origin;
  readonly at: number;
  readonly queues: readonly string[];
  readonly contacts: readonly NotedContact[];
  readonly outcome: NotedOutcome;
  /** The held batch these contacts are sent again from; null for all others. */
  readonly from: number | null;
  /** Contacts of the history: the import's own list says which replies are sent, the ledger knows only their tickets. */
  readonly past: boolean;
  /** What the import goes on with; null for all other batches. */
  readonly history: HistoryNote | null;
  /** All contacts accepted since the installation, up to this note: kept here so that no kill can lose or double them. */
  readonly accepted: number;
  /** Of these, what the scan found. */
  readonly repaired: number;
  /** When the newest contact happened that was ever in a request (ms), those of the history apart; 0: there was none. */
  readonly newestAt: number;
  /** When injixo last accepted a batch (ms). */
  readonly acceptedAt: number | null;
  /** What was accepted on the last days, and how long it took. */
  readonly totals: Totals;
  /** Accepted contacts that the trend lacks: all since a run last wrote it. */
  readonly unsummed: DaySums;
}

/** What sets a batch's note apart from that of a batch of live contacts. */
export type NoteDetails = Partial<Pick<BatchNote, 'outcome' | 'from' | 'past' | 'history'>>;

const PLAIN = { outcome: null, from: null, past: false, history: null } as const satisfies NoteDetails;

/** A note before any batch was ever sent. */
export const FIRST_NOTE: BatchNote = {
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
  totals: NO_TOTALS,
  unsummed: {},
};

function newestOf(
  previous: BatchNote,
  contacts: readonly OutgoingContact[],
  { past, outcome }: NoteDetails,
): number {
  // What is parked without being sent may have any time, and what was sent before was noted then.
  const isSent = past !== true && outcome?.kind !== 'parked';
  return Math.max(previous.newestAt, ...(isSent ? contacts.map((contact) => contact.occurredAt) : []));
}

/** Notes a batch under the number after the given note's. */
export function noteBatch(
  previous: BatchNote,
  contacts: readonly OutgoingContact[],
  origin: Origin,
  at: number,
  details: NoteDetails = {},
): BatchNote {
  const queues = [...new Set(contacts.map((contact) => contact.queue.identifier))];
  return {
    ...previous,
    number: previous.number + 1,
    origin,
    at,
    queues,
    contacts: contacts.map((contact) => toNoted(contact, queues.indexOf(contact.queue.identifier))),
    newestAt: newestOf(previous, contacts, details),
    ...PLAIN,
    ...details,
  };
}

/** What a note's contacts are counted by. */
export interface Books {
  readonly calendar: Calendar;
  /** A queue's place among the frozen ones. */
  readonly queueIndex: (identifier: string) => number;
}

/** A note's contacts as the counts see them. */
export function countedContacts(
  note: Pick<BatchNote, 'queues' | 'contacts'>,
  queueIndex: Books['queueIndex'],
): readonly CountedContact[] {
  const places = note.queues.map(queueIndex);
  return note.contacts.map(([, seconds, queue]) => ({
    occurredAt: seconds * 1000,
    queue: places[queue] ?? -1,
  }));
}

/** The note of a batch that injixo took. */
export function acceptedNote(note: BatchNote, at: number, { calendar, queueIndex }: Books): BatchNote {
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
    totals: withAccepted(note.totals, { at, occurredAt, isLive }, calendar),
    unsummed: withDaySums(note.unsummed, { contacts, at, isRepaired: note.origin === 'scan' }, calendar),
  };
}

/** The same number and totals with nothing in flight. */
export function clearedNote(note: BatchNote): BatchNote {
  return { ...note, queues: [], contacts: [], ...PLAIN };
}

/** True while the note has room for another batch besides all else that it carries. */
export function hasRoomForBatch(note: BatchNote): boolean {
  return jsonBytes({ ...note, queues: [], contacts: [] }) <= LIMITS.noteBytesBesidesBatch;
}

/** Reads the note. One operation. */
export async function readNote(store: KeyValueStore): Promise<BatchNote> {
  const stored = await store.get(KEYS.inFlight);
  if (stored === undefined) return FIRST_NOTE;
  const note = stored as Partial<BatchNote> | null | undefined;
  if (note?.v !== 1 || !Array.isArray(note.contacts) || typeof note.number !== 'number') {
    throw new AppError(ERROR_CODES.recordUnreadable, 'The batch note cannot be read');
  }
  return { ...FIRST_NOTE, ...note };
}

/** Writes the note. One operation. */
export async function writeNote(store: KeyValueStore, note: BatchNote): Promise<void> {
  await store.set(KEYS.inFlight, note);
}
