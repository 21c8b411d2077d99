import { idOf, isReplyId } from '../contacts/contact';
import { AppError, ERROR_CODES } from '../values/app-error';
import { repliesKey, ticketsKey } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import {
  growReplyEntry,
  isReplyPartFull,
  parseReplyPart,
  storeReplyPart,
  type ReplyPart,
} from './reply-entries';
import { storeBits } from '../values/packed-bits';
import {
  growTicketMark,
  parseTicketBits,
  readTicketMark,
  type TicketBits,
  type TicketPart,
  type Mark,
} from './ticket-bits';

/** What of a contact the ledger goes by. */
export interface LedgerContact {
  readonly contactId: string;
  readonly ticketId: number;
  readonly occurredAt: number;
}

/**
 * The ledger during one run: what is read stays open, what changes is written by `save`. Only the run that holds the lease
 * may have one, because whole values are read, changed and written back.
 */
export interface Ledger {
  /** Reads what is not open yet; returns the operations it took: one a key, one more for each further part of a crowded hour. */
  load(contacts: readonly LedgerContact[]): Promise<number>;
  isLoaded(contact: LedgerContact): boolean;
  /** The mark of the contact itself; the contact must be open. */
  markOf(contact: LedgerContact): Mark;
  /** The mark of one of a ticket's two contacts; the ticket must be open. */
  ticketMark(ticketId: number, part: TicketPart): Mark;
  /** Lets the contact's mark grow; a contact counted as Unknown marks the ticket's Unknown contact as well. */
  raise(contact: LedgerContact, mark: Mark, alsoUnknown: boolean): void;
  /** True when a reply of this ticket at this second (ms) is known. */
  explainsReply(ticketId: number, at: number): boolean;
  /** Writes every changed key. One operation a key. */
  save(): Promise<void>;
}

const HOUR_MS = 3_600_000;

/** A ticket's own contact as far as the ledger goes by it, which looks at no ticket's time. */
export function ledgerTicket(ticketId: number): LedgerContact {
  return { contactId: `ticket:${ticketId}`, ticketId, occurredAt: 0 };
}

function secondOfHour(ms: number): number {
  return Math.floor((ms % HOUR_MS) / 1000);
}

/** The ledger key a contact lies under; a reply's hour may go on in further parts. */
export function ledgerKey(contact: LedgerContact): string {
  return isReplyId(contact.contactId) ? repliesKey(contact.occurredAt, 0) : ticketsKey(contact.ticketId);
}

/** What a run has opened, and which of it changed. */
interface OpenKeys {
  readonly store: KeyValueStore;
  readonly tickets: Map<string, TicketBits>;
  readonly hours: Map<string, ReplyPart[]>;
  /** The value to write, by key. */
  readonly changed: Map<string, () => object>;
}

function readable<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) {
    throw new AppError(ERROR_CODES.recordUnreadable, 'A ledger record cannot be read or is not open');
  }
  return value;
}

function isOpen(keys: OpenKeys, contact: LedgerContact): boolean {
  const key = ledgerKey(contact);
  return keys.tickets.has(key) || keys.hours.has(key);
}

async function openHour(keys: OpenKeys, contact: LedgerContact): Promise<number> {
  const parts: ReplyPart[] = [];
  do {
    parts.push(readable(parseReplyPart(await keys.store.get(repliesKey(contact.occurredAt, parts.length)))));
  } while (parts.slice(-1).some(isReplyPartFull));
  keys.hours.set(ledgerKey(contact), parts);
  return parts.length;
}

async function openKey(keys: OpenKeys, contact: LedgerContact): Promise<number> {
  if (isOpen(keys, contact)) return 0;
  if (isReplyId(contact.contactId)) return openHour(keys, contact);
  const key = ledgerKey(contact);
  keys.tickets.set(key, readable(parseTicketBits(await keys.store.get(key))));
  return 1;
}

function growTicket(keys: OpenKeys, ticketId: number, part: TicketPart, mark: Mark): void {
  const key = ticketsKey(ticketId);
  const bits = readable(keys.tickets.get(key));
  if (growTicketMark(bits, ticketId, part, mark)) keys.changed.set(key, () => storeBits(bits));
}

/** The part of its hour that knows the reply, or else the first with room; a new one when all are full. */
function placeOfReply(parts: ReplyPart[], conversationId: number): number {
  const known = parts.findIndex((part) => part.entries.has(conversationId));
  const place = known === -1 ? parts.findIndex((part) => !isReplyPartFull(part)) : known;
  return place === -1 ? parts.push({ entries: new Map() }) - 1 : place;
}

function growReply(keys: OpenKeys, contact: LedgerContact, mark: Mark): void {
  const { ticketId, occurredAt } = contact;
  const parts = readable(keys.hours.get(ledgerKey(contact)));
  const conversationId = idOf(contact.contactId);
  const place = placeOfReply(parts, conversationId);
  const part = readable(parts[place]);
  if (growReplyEntry(part, { conversationId, ticketId, second: secondOfHour(occurredAt), mark })) {
    keys.changed.set(repliesKey(occurredAt, place), () => storeReplyPart(part));
  }
}

function growContact(keys: OpenKeys, contact: LedgerContact, mark: Mark, alsoUnknown: boolean): void {
  if (isReplyId(contact.contactId)) return growReply(keys, contact, mark);
  const own = contact.contactId.startsWith('ticket:');
  if (own) growTicket(keys, contact.ticketId, 'own', mark);
  if (!own || alsoUnknown) growTicket(keys, contact.ticketId, 'unknown', mark);
}

function ticketMark(keys: OpenKeys, ticketId: number, part: TicketPart): Mark {
  return readTicketMark(readable(keys.tickets.get(ticketsKey(ticketId))), ticketId, part);
}

function markOf(keys: OpenKeys, contact: LedgerContact): Mark {
  if (!isReplyId(contact.contactId)) {
    return ticketMark(keys, contact.ticketId, contact.contactId.startsWith('unknown:') ? 'unknown' : 'own');
  }
  const conversationId = idOf(contact.contactId);
  const entries = readable(keys.hours.get(ledgerKey(contact))).map((part) =>
    part.entries.get(conversationId),
  );
  return entries.find((entry) => entry !== undefined)?.mark ?? 'none';
}

function explainsReply(keys: OpenKeys, ticketId: number, at: number): boolean {
  const entries = (keys.hours.get(repliesKey(at, 0)) ?? []).flatMap((part) => [...part.entries.values()]);
  return entries.some((entry) => entry.ticketId === ticketId && entry.second === secondOfHour(at));
}

async function save(keys: OpenKeys): Promise<void> {
  for (const [key, value] of [...keys.changed]) {
    await keys.store.set(key, value());
    keys.changed.delete(key);
  }
}

/** A ledger over the given store, with nothing open. */
export function createLedger(store: KeyValueStore): Ledger {
  const keys: OpenKeys = { store, tickets: new Map(), hours: new Map(), changed: new Map() };
  return {
    async load(contacts) {
      let operations = 0;
      for (const contact of contacts) operations += await openKey(keys, contact);
      return operations;
    },
    isLoaded: (contact) => isOpen(keys, contact),
    markOf: (contact) => markOf(keys, contact),
    ticketMark: (ticketId, part) => ticketMark(keys, ticketId, part),
    raise: (contact, mark, alsoUnknown) => growContact(keys, contact, mark, alsoUnknown),
    explainsReply: (ticketId, at) => explainsReply(keys, ticketId, at),
    save: () => save(keys),
  };
}

/** What opening ledger keys needs of a run. */
export interface LedgerReader {
  readonly ledger: Pick<Ledger, 'isLoaded' | 'load'>;
  readonly budget: { keysToOpen(most: number): number };
}

/**
 * Opens a contact's ledger key when so many may be opened; returns how many that counted as, null when none may. A key is
 * read and written back; the further parts of a crowded hour are only read, so two of them count as one.
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
 * Opens ledger keys, oldest contacts first, at most so many and as many as leave enough operations to send; returns the
 * contacts whose keys are open, oldest first. One operation a key and each further part of a crowded hour.
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
