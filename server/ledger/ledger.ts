import { idOf, isReplyId } from '../contacts/contact';
import { KEY_OF } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { LIMITS } from '../values/limits';
import { openBitmap, type Bitmap } from '../values/packed-bits';
import { createEarlyReplies, type EarlyReplies } from './early-replies';
import { readable } from './readable';
import type { ReplyPart } from './reply-entries';
import {
  openHour,
  placesToRead,
  placesToWrite,
  raiseInHour,
  readForReply,
  storedPlace,
  type ReplyHour,
  unreadPlace,
} from './reply-hour';
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
   * Reads the keys that are not loaded yet, at most so many; returns how many it read.
   * @ops 1 a key; those of the early replies for a reply dated before the installation; in an hour with more than 1,500 replies up to four for the hour, and 1 more a contact; a reply within two seconds of a full hour has two hours
   */
  load(contacts: readonly LedgerContact[], most?: number): Promise<number>;
  isLoaded(contact: LedgerContact): boolean;
  /** The keys that a run reads to know these contacts; they must be loaded. */
  keysOf(contacts: readonly LedgerContact[]): readonly string[];
  /** The keys that `save` writes once all of these contacts are raised; they must be loaded. */
  keysToWrite(contacts: readonly LedgerContact[]): readonly string[];
  /** The mark of a contact whose key is loaded. */
  markOf(contact: LedgerContact): Mark;
  /** The mark of one of a ticket's two contacts; the ticket's key must be loaded. */
  ticketMark(ticketId: number, part: TicketPart): Mark;
  /** Raises a contact's mark, and with `alsoUnknown` that of its ticket's Unknown contact. */
  raise(contact: LedgerContact, mark: Mark, alsoUnknown: boolean): void;
  /** True when what is loaded has a reply of this ticket in this second (ms); in a crowded hour there may be more. */
  explainsReply(ticketId: number, at: number): boolean;
  /**
   * Writes every changed key, then the early replies.
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

/**
 * A contact at each place where the ledger can have it. An event and the API can tell a reply's time a second or two apart, so
 * one near a full hour may stand in the hour before or after.
 */
function placesOf(contact: LedgerContact): readonly LedgerContact[] {
  const { contactId, occurredAt } = contact;
  if (!isReplyId(contactId)) return [contact];
  // A full hour belongs to the hour that it begins.
  const [earlier, later] = [occurredAt - LIMITS.replyTimeMs - 1, occurredAt + LIMITS.replyTimeMs];
  const other = [earlier, later].find((at) => KEY_OF.replies(at, 0) !== KEY_OF.replies(occurredAt, 0));
  return other === undefined ? [contact] : [contact, { ...contact, occurredAt: other }];
}

/** The keys a run has loaded. */
interface LoadedKeys {
  readonly store: KeyValueStore;
  readonly tickets: Map<string, Bitmap>;
  readonly hours: Map<string, ReplyHour>;
  /** The values to write, by key. */
  readonly changed: Map<string, () => object>;
  readonly early: EarlyReplies;
}

function isLoaded(keys: LoadedKeys, contact: LedgerContact): boolean {
  const key = ledgerKey(contact);
  if (!isReplyId(contact.contactId)) return keys.tickets.has(key);
  if (keys.early.takes(contact) && !keys.early.isLoaded()) return false;
  const hour = keys.hours.get(key);
  return hour !== undefined && unreadPlace(hour, idOf(contact.contactId)) === null;
}

/** Reads what is needed to answer for a reply, at most so many keys; returns how many it read. @ops 1 a key */
async function loadReply(keys: LoadedKeys, contact: LedgerContact, most: number): Promise<number> {
  const key = ledgerKey(contact);
  const hour = keys.hours.get(key) ?? openHour(contact.occurredAt);
  keys.hours.set(key, hour);
  const reads = await readForReply(hour, idOf(contact.contactId), keys.store, most);
  const needsEarly = reads < most && keys.early.takes(contact);
  return needsEarly ? reads + (await keys.early.load()) : reads;
}

async function load(keys: LoadedKeys, contacts: readonly LedgerContact[], most: number): Promise<number> {
  let reads = 0;
  for (const contact of contacts) {
    if (isLoaded(keys, contact) || reads >= most) continue;
    if (isReplyId(contact.contactId)) {
      reads += await loadReply(keys, contact, most - reads);
    } else {
      const key = ledgerKey(contact);
      keys.tickets.set(key, readable(openBitmap(await keys.store.get(key), BITS_PER_TICKET)));
      reads += 1;
    }
  }
  return reads;
}

/** The hour of a loaded reply. */
function hourOf(keys: LoadedKeys, contact: LedgerContact): ReplyHour {
  return readable(isLoaded(keys, contact) ? keys.hours.get(ledgerKey(contact)) : null);
}

/** The keys of these contacts; those of replies are at the places that `placesIn` finds in their hour. */
function keysAt(
  keys: LoadedKeys,
  contacts: readonly LedgerContact[],
  placesIn: (hour: ReplyHour, ids: readonly number[]) => Iterable<number>,
): readonly string[] {
  const found = new Set<string>();
  const byHour = new Map<ReplyHour, number[]>();
  for (const contact of contacts) {
    if (!isReplyId(contact.contactId)) found.add(ledgerKey(contact));
    else {
      const hour = hourOf(keys, contact);
      byHour.set(hour, [...(byHour.get(hour) ?? []), idOf(contact.contactId)]);
    }
  }
  for (const [hour, ids] of byHour)
    for (const place of placesIn(hour, ids)) found.add(KEY_OF.replies(hour.at, place));
  return [...found];
}

/** Raises a reply's mark where it is known, or adds the reply to the first part with room on its way. */
function raiseReply(keys: LoadedKeys, contact: LedgerContact, mark: Mark): void {
  const { contactId, ticketId, occurredAt } = contact;
  const hour = hourOf(keys, contact);
  const second = Math.floor((occurredAt % HOUR_MS) / 1000);
  if (keys.early.takes(contact)) keys.early.add(contact);
  const place = raiseInHour(hour, { conversationId: idOf(contactId), ticketId, second, mark });
  if (place !== null) keys.changed.set(KEY_OF.replies(occurredAt, place), () => storedPlace(hour, place));
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
  for (const part of hourOf(keys, contact).parts.values()) {
    const entry = part.get(idOf(contact.contactId));
    if (entry !== undefined) return entry.mark;
  }
  return 'none';
}

/** The contact at the place where the ledger has it; at its own when it has it nowhere. */
function placeIn(keys: LoadedKeys, contact: LedgerContact): LedgerContact {
  const [own, ...others] = placesOf(contact);
  return others.find((each) => markOf(keys, each) !== 'none') ?? own ?? contact;
}

/** A ledger over the given store, with nothing loaded. Replies dated before `cutOver` (ms) are listed beside it. */
export function createLedger(store: KeyValueStore, cutOver = 0): Ledger {
  const early = createEarlyReplies(store, cutOver);
  const keys: LoadedKeys = { store, tickets: new Map(), hours: new Map(), changed: new Map(), early };
  const earlyKeys = (contacts: readonly LedgerContact[]): readonly string[] =>
    contacts.some((each) => early.takes(each)) ? early.keys() : [];
  return {
    load: (contacts, most = Infinity) => load(keys, contacts.flatMap(placesOf), most),
    isLoaded: (contact) => placesOf(contact).every((each) => isLoaded(keys, each)),
    keysOf: (contacts) => [
      ...keysAt(keys, contacts.flatMap(placesOf), (hour, ids) => ids.flatMap((id) => placesToRead(hour, id))),
      ...earlyKeys(contacts),
    ],
    keysToWrite: (contacts) => [
      ...keysAt(
        keys,
        contacts.map((each) => placeIn(keys, each)),
        placesToWrite,
      ),
      ...earlyKeys(contacts).slice(-1),
    ],
    markOf: (contact) => markOf(keys, placeIn(keys, contact)),
    ticketMark: (ticketId, part) =>
      readTicketMark(readable(keys.tickets.get(KEY_OF.tickets(ticketId))), ticketId, part),
    raise: (contact, mark, alsoUnknown) => raise(keys, placeIn(keys, contact), mark, alsoUnknown),
    explainsReply(ticketId, at) {
      const parts = keys.hours.get(KEY_OF.replies(at, 0))?.parts ?? new Map<number, ReplyPart>();
      const entries = [...parts.values()].flatMap((part) => [...part.values()]);
      const second = Math.floor((at % HOUR_MS) / 1000);
      return entries.some((entry) => entry.ticketId === ticketId && entry.second === second);
    },
    async save() {
      for (const [key, value] of [...keys.changed]) {
        await store.set(key, value());
        keys.changed.delete(key);
      }
      await early.save();
    },
  };
}
