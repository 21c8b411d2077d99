import { idOf, isReplyId } from '../contacts/contact';
import { KEY_OF } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { AppError, ERROR_CODES } from '../values/app-error';
import { LIMITS } from '../values/limits';
import { openBitmap, type Bitmap } from '../values/packed-bits';
import { openReplyPart, raiseReplyEntry, storeReplyPart, type ReplyPart } from './reply-entries';
import { BITS_PER_TICKET, raiseTicketMark, readTicketMark, type Mark, type TicketPart } from './ticket-bits';

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

async function load(keys: LoadedKeys, contacts: readonly LedgerContact[]): Promise<number> {
  let operations = 0;
  for (const contact of contacts) {
    const key = ledgerKey(contact);
    if (keys.tickets.has(key) || keys.hours.has(key)) continue;
    if (isReplyId(contact.contactId)) {
      const parts: ReplyPart[] = [];
      let part: ReplyPart;
      do {
        const stored = await keys.store.get(KEY_OF.replies(contact.occurredAt, parts.length));
        part = readable(openReplyPart(stored));
        parts.push(part);
      } while (part.size >= LIMITS.repliesPerKey);
      keys.hours.set(key, parts);
      operations += parts.length;
    } else {
      keys.tickets.set(key, readable(openBitmap(await keys.store.get(key), BITS_PER_TICKET)));
      operations += 1;
    }
  }
  return operations;
}

function raiseReply(keys: LoadedKeys, contact: LedgerContact, mark: Mark): void {
  const { contactId, ticketId, occurredAt } = contact;
  const parts = readable(keys.hours.get(ledgerKey(contact)));
  const second = Math.floor((occurredAt % HOUR_MS) / 1000);
  const place = raiseReplyEntry(parts, { conversationId: idOf(contactId), ticketId, second, mark });
  if (place === null) return;
  const part = readable(parts[place]);
  keys.changed.set(KEY_OF.replies(occurredAt, place), () => storeReplyPart(part));
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

function markOf(keys: LoadedKeys, contact: LedgerContact): Mark {
  const key = ledgerKey(contact);
  if (!isReplyId(contact.contactId)) {
    const part = contact.contactId.startsWith('unknown:') ? 'unknown' : 'own';
    return readTicketMark(readable(keys.tickets.get(key)), contact.ticketId, part);
  }
  const conversationId = idOf(contact.contactId);
  const parts = readable(keys.hours.get(key));
  const entry = parts.find((part) => part.has(conversationId))?.get(conversationId);
  return entry === undefined ? 'none' : entry.mark;
}

/** A ledger over the given store, with nothing loaded. */
export function createLedger(store: KeyValueStore): Ledger {
  const keys: LoadedKeys = { store, tickets: new Map(), hours: new Map(), changed: new Map() };
  return {
    load: (contacts) => load(keys, contacts),
    isLoaded: (contact) => [keys.tickets, keys.hours].some((loaded) => loaded.has(ledgerKey(contact))),
    markOf: (contact) => markOf(keys, contact),
    ticketMark: (ticketId, part) =>
      readTicketMark(readable(keys.tickets.get(KEY_OF.tickets(ticketId))), ticketId, part),
    raise: (contact, mark, alsoUnknown) => raise(keys, contact, mark, alsoUnknown),
    explainsReply(ticketId, at) {
      const entries = (keys.hours.get(KEY_OF.replies(at, 0)) ?? []).flatMap((part) => [...part.values()]);
      const second = Math.floor((at % HOUR_MS) / 1000);
      return entries.some((entry) => entry.ticketId === ticketId && entry.second === second);
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
