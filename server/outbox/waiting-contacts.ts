import type { RecordedContact, WaitingContact } from '../contacts/contact';
import type { EntityBudget } from '../platform/entity-budget';
import { LIMITS } from '../values/limits';
import type { RecordStore, StoredRecord } from '../platform/ports';
import { parseFacts, parseOutboxRecord, parseSeenName, type SeenName } from './record-contact';
import type { TicketFacts } from '../contacts/ticket-facts';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** A contact without a record, found by the scan or the import: it waits since it happened. */
export function withoutRecord(contact: RecordedContact): WaitingContact {
  return { contact, recordIds: [], since: contact.occurredAt };
}

/** Entity operations that a run leaves to each record that is expected. */
export const OPS_PER_RECORD = {
  live: LIMITS.entityOpsPerExpectedFact,
  checked: LIMITS.entityOpsPerExpectedContact,
} as const;
/** One of so many of a run's entity operations always goes into reading. */
export const READ_SHARE = { live: LIMITS.outboxReadShareLive, checked: LIMITS.outboxReadShare } as const;

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
  /** What the records tell of tickets, in the order in which they were stored. */
  readonly told: readonly TicketFacts[];
  /** The records that tell facts alone. */
  readonly facts: readonly { readonly recordIds: readonly string[]; readonly ticketId: number }[];
  readonly names: readonly { readonly recordIds: readonly string[]; readonly seen: SeenName }[];
}

/** When a contact fell due (ms): after 60 s, without a group after 10 minutes. */
export function dueAtOf({ since, place }: WaitingContact): number {
  return since + (place?.groupId === null ? LIMITS.settleWithoutGroupMs : LIMITS.settleMs);
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

/** What the records tell beside contacts. */
function toldIn(seen: readonly StoredRecord[]): Pick<WaitingContacts, 'told' | 'facts' | 'names'> {
  const numberOf = ({ recordId }: StoredRecord): number => Number(/(\d+)$/.exec(recordId)?.[1] ?? 0);
  const inOrder = [...seen].sort(
    (a, b) => (a.recordedAt ?? 0) - (b.recordedAt ?? 0) || numberOf(a) - numberOf(b),
  );
  const factsIn = inOrder.flatMap(({ recordId, data }) => {
    const facts = parseFacts(data);
    return facts === null
      ? []
      : [{ recordIds: [recordId], facts, isAlone: parseOutboxRecord(data) === null }];
  });
  const alone = factsIn.filter(({ isAlone }) => isAlone);
  return {
    told: factsIn.map(({ facts }) => facts),
    facts: alone.map(({ recordIds, facts: { ticketId } }) => ({ recordIds, ticketId })),
    names: inOrder.flatMap(({ recordId, data }) => {
      const name = parseSeenName(data);
      return name === null ? [] : [{ recordIds: [recordId], seen: name }];
    }),
  };
}

/** What reading the outbox needs of a run. */
export interface OutboxReader {
  readonly records: RecordStore;
  readonly entityBudget: EntityBudget;
  readonly now: () => number;
  readonly budget: { mayWork(): boolean };
  /** `live`: updates of tickets are recorded too, and only a whole outbox tells where a contact belongs. */
  readonly way: 'live' | 'checked';
}

/**
 * Reads the outbox page by page until it ends, time is up, or only enough operations are left to delete what can be delivered.
 * A tenth of the operations always goes into reading: what cannot be delivered must not hide what can; live, a third. The rate
 * of new records decides how many operations there are. A contact with several records comes once. The listing has no
 * order and may be stale; the ledger decides. Records stored before `storedFrom` (ms) are of an earlier installation.
 */
export async function listWaitingContacts(run: OutboxReader, storedFrom: number): Promise<WaitingContacts> {
  const isLeftover = ({ recordedAt }: StoredRecord): boolean =>
    recordedAt !== null && recordedAt < storedFrom;
  const found = new Map<string, WaitingContact>();
  const seen: StoredRecord[] = [];
  let unread = 0;
  const mayGoOn = readingLimit(run, found);
  let page: Awaited<ReturnType<RecordStore['list']>>;
  let marker: string | null = null;
  do {
    run.entityBudget.spend(1);
    page = await run.records.list(marker);
    seen.push(...page.records);
    unread += page.records.filter((record) => !isLeftover(record) && !add(found, record)).length;
    marker = page.next;
  } while (marker !== null && mayGoOn(contactsPerMinute(seen, run.now())));
  const told = toldIn(seen.filter((record) => !isLeftover(record)));
  return {
    contacts: [...found.values()],
    complete: marker === null,
    perMinute: contactsPerMinute(seen, run.now()),
    leftovers: seen.filter(isLeftover).map(({ recordId }) => recordId),
    unreadable: unread - told.facts.length - told.names.length,
    ...told,
  };
}

/** Whether another page may be read, asked after each; `found`: the contacts so far. */
function readingLimit(
  { entityBudget, now, budget, way }: OutboxReader,
  found: ReadonlyMap<string, WaitingContact>,
): (perMinute: number) => boolean {
  const beganAt = now();
  let pages = 0;
  return (perMinute) => {
    pages += 1;
    const ops = entityBudget.expect(perMinute, OPS_PER_RECORD[way]);
    const isShort = pages < ops / READ_SHARE[way] && now() - beganAt < LIMITS.outboxReadMs;
    return budget.mayWork() && (isShort || pages + deliverable(found.values(), now()) < ops);
  };
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
