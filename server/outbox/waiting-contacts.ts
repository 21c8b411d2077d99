import type { RecordedContact } from '../contacts/contact';
import { entityOpsForRun, type EntityBudget } from '../platform/entity-budget';
import { LIMITS } from '../values/limits';
import type { RecordStore, StoredRecord } from '../platform/ports';
import { parseOutboxRecord } from './record-contact';

/** A contact of the outbox with every record that tells of it. */
export interface WaitingContact {
  readonly contact: RecordedContact;
  readonly recordIds: readonly string[];
  /** Since when it waits (ms): when its first record was stored, or when it happened if the store does not say. */
  readonly since: number;
}

/** A contact that no record tells of, as what the scan or the import finds: it waits since it happened. */
export function withoutRecord(contact: RecordedContact): WaitingContact {
  return { contact, recordIds: [], since: contact.occurredAt };
}

/** What a run found in the outbox. */
export interface WaitingContacts {
  readonly contacts: readonly WaitingContact[];
  /** True when the listing was read to its end. */
  readonly complete: boolean;
  /** Contacts a minute that came in lately. */
  readonly perMinute: number;
}

/** True when a contact may be sent: 60 s after it was recorded, so that spam and routing have shown. */
export function isDue(since: number, now: number): boolean {
  return now - since >= LIMITS.settleMs;
}

/**
 * The records of one contact agree, but for two cases: what a ticket's creation decided goes before what a later change shows
 * to be left out, and of several changes the first dates the contact. The listing's order decides neither.
 */
function decidingContact(a: RecordedContact, b: RecordedContact): RecordedContact {
  if (a.kind !== b.kind) return a.kind === 'left_out' ? b : a;
  return b.occurredAt < a.occurredAt ? b : a;
}

function withRecord(known: WaitingContact, other: WaitingContact): WaitingContact {
  return {
    contact: decidingContact(known.contact, other.contact),
    recordIds: [...known.recordIds, ...other.recordIds],
    since: Math.min(known.since, other.since),
  };
}

/** Adds a record's contact; a record of another version is left alone. */
function add(found: Map<string, WaitingContact>, record: StoredRecord): void {
  const contact = parseOutboxRecord(record.data);
  if (contact === null) return;
  const since = record.recordedAt ?? contact.occurredAt;
  const waiting = { contact, recordIds: [record.recordId], since };
  const known = found.get(contact.contactId);
  found.set(contact.contactId, known === undefined ? waiting : withRecord(known, waiting));
}

/**
 * Reads the outbox page by page until it ends, time is up, or the operations left are just enough to delete what is due;
 * how many operations there are follows from how many contacts come in. A contact that stands in several records comes
 * once. The listing has no order and may be stale; the ledger knows better.
 */
export async function listWaitingContacts(
  store: RecordStore,
  budget: EntityBudget,
  now: () => number,
  mayWork: () => boolean,
): Promise<WaitingContacts> {
  const found = new Map<string, WaitingContact>();
  const seen: StoredRecord[] = [];
  let marker: string | null = null;
  let pages = 0;
  let perMinute: number;
  let mayGoOn: boolean;
  do {
    budget.spend(1);
    const page: Awaited<ReturnType<RecordStore['list']>> = await store.list(marker);
    pages += 1;
    seen.push(...page.records);
    for (const record of page.records) add(found, record);
    marker = page.next;
    perMinute = contactsPerMinute(seen, now());
    budget.expect(perMinute);
    const due = [...found.values()].filter((each) => isDue(each.since, now())).length;
    mayGoOn = pages + due < entityOpsForRun(perMinute) && mayWork();
  } while (marker !== null && mayGoOn);
  return { contacts: [...found.values()], complete: marker === null, perMinute };
}

const MINUTE_MS = 60_000;

interface Numbered {
  readonly number: number;
  readonly at: number;
}

/** The running number at the end of a record's id (vendor's entity storage page: a prefix and an incremental number). */
function numbered(record: StoredRecord): readonly Numbered[] {
  const digits = /(\d+)$/.exec(record.recordId)?.[1];
  const number = Number(digits);
  return record.recordedAt === null || !Number.isSafeInteger(number)
    ? []
    : [{ number, at: record.recordedAt }];
}

/**
 * How many contacts a minute were recorded lately, told from any part of the outbox: records carry running numbers, so two
 * of them and the time between them say how many came in between, however few of them were listed.
 */
export function contactsPerMinute(records: readonly StoredRecord[], now: number): number {
  const lately = records.flatMap(numbered).filter((each) => now - each.at < LIMITS.latelyMs);
  const times = lately.map((each) => each.at);
  const numbers = lately.map((each) => each.number);
  const spreadMs = Math.max(...times) - Math.min(...times);
  if (lately.length < 2 || spreadMs < LIMITS.latelySpreadMs) return lately.length;
  return ((Math.max(...numbers) - Math.min(...numbers)) / spreadMs) * MINUTE_MS;
}
