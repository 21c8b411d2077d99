import type { RecordedContact, WaitingContact } from '../contacts/contact';
import type { EntityBudget } from '../platform/entity-budget';
import { LIMITS } from '../values/limits';
import type { RecordStore, StoredRecord } from '../platform/ports';
import { parseOutboxRecord } from './record-contact';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** A contact without a record, found by the scan or the import: it waits since it happened. */
export function withoutRecord(contact: RecordedContact): WaitingContact {
  return { contact, recordIds: [], since: contact.occurredAt };
}

/** The contacts that a run read from the outbox. */
export interface WaitingContacts {
  readonly contacts: readonly WaitingContact[];
  /** True when the listing was read to its end. */
  readonly complete: boolean;
  /** Contacts recorded a minute lately. */
  readonly perMinute: number;
  /** Ids of the records that an earlier installation left. */
  readonly leftovers: readonly string[];
  /** Records that cannot be read. */
  readonly unreadable: number;
}

/** True 60 s after a contact was recorded: by then spam marks and routing rules have been applied. */
export function isDue(since: number, now: number): boolean {
  return now - since >= LIMITS.settleMs;
}

/**
 * Adds a record's contact; false when it cannot be read. Which of two records decides does not depend on the order of
 * the listing: a ticket's creation goes before a later change that leaves it out, and the first of several changes dates the
 * contact.
 */
function add(found: Map<string, WaitingContact>, { recordId, recordedAt, data }: StoredRecord): boolean {
  const contact = parseOutboxRecord(data);
  if (contact === null) return false;
  const since = recordedAt ?? contact.occurredAt;
  const known = found.get(contact.contactId) ?? { contact, recordIds: [], since };
  const { kind, occurredAt } = known.contact;
  const decides = kind === contact.kind ? contact.occurredAt < occurredAt : kind === 'left_out';
  found.set(contact.contactId, {
    contact: decides ? contact : known.contact,
    recordIds: [...known.recordIds, recordId],
    since: Math.min(known.since, since),
  });
  return true;
}

/**
 * How many of these contacts one run can deliver at most: it opens few keys of the ledger, which has one for 50,000 tickets
 * and one for the replies of an hour. Only their records have to be deleted.
 */
function deliverable(contacts: Iterable<WaitingContact>, now: number): number {
  const byKey = new Map<string, number>();
  for (const { contact, since } of contacts) {
    const { kind, ticketId, occurredAt } = contact;
    const tickets = Math.floor(ticketId / LIMITS.ticketsPerKey);
    const key = kind === 'reply' ? `reply ${Math.floor(occurredAt / HOUR_MS)}` : `ticket ${tickets}`;
    if (isDue(since, now)) byKey.set(key, (byKey.get(key) ?? 0) + 1);
  }
  const largest = [...byKey.values()].sort((a, b) => b - a).slice(0, LIMITS.ledgerReadsPerRun);
  return largest.reduce((sum, each) => sum + each, 0);
}

/**
 * Reads the outbox page by page until it ends, time is up, or only enough operations are left to delete what can be delivered.
 * A tenth of the operations always goes into reading: what cannot be delivered must not hide what can. The rate of new contacts
 * decides how many operations there are. A contact with several records comes once. The listing has no
 * order and may be stale; the ledger decides. Records stored before `storedFrom` (ms) are of an earlier installation.
 */
export async function listWaitingContacts(
  store: RecordStore,
  budget: EntityBudget,
  now: () => number,
  mayWork: () => boolean,
  storedFrom: number,
): Promise<WaitingContacts> {
  const isLeftover = ({ recordedAt }: StoredRecord): boolean =>
    recordedAt !== null && recordedAt < storedFrom;
  const found = new Map<string, WaitingContact>();
  const seen: StoredRecord[] = [];
  let unreadable = 0;
  let marker: string | null = null;
  let pages = 0;
  const beganAt = now();
  let perMinute: number;
  let mayGoOn: boolean;
  do {
    budget.spend(1);
    const page: Awaited<ReturnType<RecordStore['list']>> = await store.list(marker);
    pages += 1;
    seen.push(...page.records);
    unreadable += page.records.filter((record) => !isLeftover(record) && !add(found, record)).length;
    marker = page.next;
    perMinute = contactsPerMinute(seen, now());
    const ops = budget.expect(perMinute);
    const isShort = pages < ops / LIMITS.outboxReadShare && now() - beganAt < LIMITS.outboxReadMs;
    mayGoOn = mayWork() && (isShort || pages + deliverable(found.values(), now()) < ops);
  } while (marker !== null && mayGoOn);
  const leftovers = seen.filter(isLeftover).map(({ recordId }) => recordId);
  return { contacts: [...found.values()], complete: marker === null, perMinute, leftovers, unreadable };
}

/**
 * When the oldest record was stored, of those that a few pages show (ms); null: there is none. Rejects as listings do.
 */
export async function findOldestRecorded(store: RecordStore): Promise<number | null> {
  const times: number[] = [];
  let marker: string | null = null;
  let pages = 0;
  do {
    const page: Awaited<ReturnType<RecordStore['list']>> = await store.list(marker);
    times.push(...page.records.flatMap(({ recordedAt }) => recordedAt ?? []));
    marker = page.next;
    pages += 1;
  } while (marker !== null && pages < LIMITS.oldestRecordPages);
  return times.length === 0 ? null : Math.min(...times);
}

/**
 * How many contacts a minute were recorded lately. Record ids end in running numbers, so two records and the time between
 * them tell how many came in between, however few of them were listed.
 */
export function contactsPerMinute(records: readonly StoredRecord[], now: number): number {
  const lately = records.flatMap(({ recordId, recordedAt }) => {
    const number = Number(/(\d+)$/.exec(recordId)?.[1]);
    const isRecent = recordedAt !== null && now - recordedAt < LIMITS.latelyMs;
    return isRecent && Number.isSafeInteger(number) ? [{ number, at: recordedAt }] : [];
  });
  const times = lately.map(({ at }) => at);
  const numbers = lately.map(({ number }) => number);
  const spreadMs = Math.max(...times) - Math.min(...times);
  if (lately.length < 2 || spreadMs < LIMITS.latelySpreadMs) return lately.length;
  return ((Math.max(...numbers) - Math.min(...numbers)) / spreadMs) * MINUTE_MS;
}
