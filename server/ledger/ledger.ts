import { idOf, isReplyId } from '../contacts/contact';
import { KEY_OF } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { AppError, ERROR_CODES } from '../values/app-error';
import type { Bitmap } from '../values/packed-bits';
import {
  isReplyPartFull,
  openReplyPart,
  raiseReplyEntry,
  storeReplyPart,
  type ReplyPart,
} from './reply-entries';
import { openTicketBits, raiseTicketMark, readTicketMark, type Mark, type TicketPart } from './ticket-bits';

/** What identifies a contact in the ledger. */
export interface LedgerContact {
  readonly contactId: string;
  readonly ticketId: number;
  readonly occurredAt: number;
}

/**
 * The ledger during one run: keys that were read stay loaded, `save` writes those that changed. Only the run that holds the
 * lease may have one, because whole values are read, changed and written back.
 */
export interface Ledger {
  /**
   * Reads the keys that are not loaded yet; returns the operations that took.
   * @ops 1 a key, 1 more for each further part of a crowded hour
   */
  load(contacts: readonly LedgerContact[]): Promise<number>;
  isLoaded(contact: LedgerContact): boolean;
  /** The keys that hold what is known of these contacts, where they are loaded: all parts of a reply's hour. */
  keysOf(contacts: readonly LedgerContact[]): readonly string[];
  /** The mark of a contact whose key is loaded. */
  markOf(contact: LedgerContact): Mark;
  /** The mark of one of a ticket's two contacts; the ticket's key must be loaded. */
  ticketMark(ticketId: number, part: TicketPart): Mark;
  /** Raises a contact's mark, and with `alsoUnknown` that of its ticket's Unknown contact. */
  raise(contact: LedgerContact, mark: Mark, alsoUnknown: boolean): void;
  /** True when the ledger has a reply of this ticket in this second (ms). */
  explainsReply(ticketId: number, at: number): boolean;
  /**
   * Writes every changed key.
   * @ops 1 a key
   */
  save(): Promise<void>;
}

const HOUR_MS = 3_600_000;

/** A ticket's own contact; the ledger needs no time to find it. */
export function ledgerTicket(ticketId: number): LedgerContact {
  return { contactId: `ticket:${ticketId}`, ticketId, occurredAt: 0 };
}

function secondOfHour(ms: number): number {
  return Math.floor((ms % HOUR_MS) / 1000);
}

/** The ledger key of a contact; that of a reply is the first of its hour's parts. */
export function ledgerKey(contact: LedgerContact): string {
  return isReplyId(contact.contactId)
    ? KEY_OF.replies(contact.occurredAt, 0)
    : KEY_OF.tickets(contact.ticketId);
}

/** The keys a run has loaded. */
interface LoadedKeys {
  readonly store: KeyValueStore;
  readonly tickets: Map<string, Bitmap>;
  readonly hours: Map<string, ReplyPart[]>;
  /** The values to write, by key. */
  readonly changed: Map<string, () => object>;
}

function readable<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) {
    throw new AppError(ERROR_CODES.recordUnreadable, 'A ledger record cannot be read or is not loaded');
  }
  return value;
}

function isLoaded(keys: LoadedKeys, contact: LedgerContact): boolean {
  const key = ledgerKey(contact);
  return keys.tickets.has(key) || keys.hours.has(key);
}

async function load(keys: LoadedKeys, contacts: readonly LedgerContact[]): Promise<number> {
  let operations = 0;
  for (const contact of contacts) {
    if (isLoaded(keys, contact)) continue;
    const key = ledgerKey(contact);
    if (isReplyId(contact.contactId)) {
      const parts: ReplyPart[] = [];
      do {
        const stored = await keys.store.get(KEY_OF.replies(contact.occurredAt, parts.length));
        parts.push(readable(openReplyPart(stored)));
      } while (parts.slice(-1).some(isReplyPartFull));
      keys.hours.set(key, parts);
      operations += parts.length;
    } else {
      keys.tickets.set(key, readable(openTicketBits(await keys.store.get(key))));
      operations += 1;
    }
  }
  return operations;
}

function keysOf(keys: LoadedKeys, contacts: readonly LedgerContact[]): readonly string[] {
  const found = contacts.flatMap((contact) => {
    if (!isReplyId(contact.contactId)) return [KEY_OF.tickets(contact.ticketId)];
    const parts = keys.hours.get(ledgerKey(contact)) ?? [];
    return parts.map((_, part) => KEY_OF.replies(contact.occurredAt, part));
  });
  return [...new Set(found)];
}

/** Raises the entry where the reply is known, or adds it to the first part with room, or to a new one. */
function raiseReply(keys: LoadedKeys, contact: LedgerContact, mark: Mark): void {
  const { ticketId, occurredAt } = contact;
  const conversationId = idOf(contact.contactId);
  const parts = readable(keys.hours.get(ledgerKey(contact)));
  let place = parts.findIndex((part) => part.has(conversationId));
  if (place === -1) place = parts.findIndex((part) => !isReplyPartFull(part));
  if (place === -1) place = parts.push(new Map()) - 1;
  const part = readable(parts[place]);
  if (raiseReplyEntry(part, { conversationId, ticketId, second: secondOfHour(occurredAt), mark })) {
    keys.changed.set(KEY_OF.replies(occurredAt, place), () => storeReplyPart(part));
  }
}

function raise(keys: LoadedKeys, contact: LedgerContact, mark: Mark, alsoUnknown: boolean): void {
  if (isReplyId(contact.contactId)) return raiseReply(keys, contact, mark);
  const key = ledgerKey(contact);
  const bits = readable(keys.tickets.get(key));
  const isOwn = contact.contactId.startsWith('ticket:');
  const raisesOwn = isOwn && raiseTicketMark(bits, contact.ticketId, 'own', mark);
  const raisesUnknown = (!isOwn || alsoUnknown) && raiseTicketMark(bits, contact.ticketId, 'unknown', mark);
  if (raisesOwn || raisesUnknown) keys.changed.set(key, () => bits.toStored());
}

function ticketMark(keys: LoadedKeys, ticketId: number, part: TicketPart): Mark {
  return readTicketMark(readable(keys.tickets.get(KEY_OF.tickets(ticketId))), ticketId, part);
}

function markOf(keys: LoadedKeys, contact: LedgerContact): Mark {
  if (!isReplyId(contact.contactId)) {
    return ticketMark(keys, contact.ticketId, contact.contactId.startsWith('unknown:') ? 'unknown' : 'own');
  }
  const conversationId = idOf(contact.contactId);
  const parts = readable(keys.hours.get(ledgerKey(contact)));
  const entry = parts.find((part) => part.has(conversationId))?.get(conversationId);
  return entry === undefined ? 'none' : entry.mark;
}

/** A ledger over the given store, with nothing loaded. */
export function createLedger(store: KeyValueStore): Ledger {
  const keys: LoadedKeys = { store, tickets: new Map(), hours: new Map(), changed: new Map() };
  return {
    load: (contacts) => load(keys, contacts),
    isLoaded: (contact) => isLoaded(keys, contact),
    keysOf: (contacts) => keysOf(keys, contacts),
    markOf: (contact) => markOf(keys, contact),
    ticketMark: (ticketId, part) => ticketMark(keys, ticketId, part),
    raise: (contact, mark, alsoUnknown) => raise(keys, contact, mark, alsoUnknown),
    explainsReply(ticketId, at) {
      const entries = (keys.hours.get(KEY_OF.replies(at, 0)) ?? []).flatMap((part) => [...part.values()]);
      return entries.some((entry) => entry.ticketId === ticketId && entry.second === secondOfHour(at));
    },
    async save() {
      for (const [key, value] of [...keys.changed]) {
        await store.set(key, value());
        keys.changed.delete(key);
      }
    },
  };
}

/** What loading ledger keys needs of a run. */
export interface LedgerReader {
  readonly ledger: Pick<Ledger, 'isLoaded' | 'load'>;
  readonly budget: { keysToOpen(most: number): number };
}

/**
 * Loads a contact's ledger key if it may; returns how many keys that counted as, null when none may be loaded. A key is
 * read and written back; further parts of a crowded hour are only read, so two of them count as one.
 */
export async function openWithin(
  { ledger }: LedgerReader,
  contact: LedgerContact,
  keysLeft: number,
): Promise<number | null> {
  if (!ledger.isLoaded(contact) && keysLeft < 1) return null;
  const operations = await ledger.load([contact]);
  return operations === 0 ? 0 : Math.ceil((operations + 1) / 2);
}

/**
 * Loads the ledger keys of the oldest contacts, at most `mostKeys` and as many as leave enough operations to send. Returns
 * the contacts whose keys are loaded, oldest first.
 * @ops 1 a key, 1 more for each further part of a crowded hour
 */
export async function openOldest<T extends { readonly contact: LedgerContact }>(
  run: LedgerReader,
  contacts: readonly T[],
  mostKeys: number,
): Promise<readonly T[]> {
  const oldestFirst = [...contacts].sort((a, b) => a.contact.occurredAt - b.contact.occurredAt);
  let keys = run.budget.keysToOpen(mostKeys);
  for (const { contact } of oldestFirst) {
    keys -= (await openWithin(run, contact, keys)) ?? 0;
  }
  return oldestFirst.filter(({ contact }) => run.ledger.isLoaded(contact));
}
