import type { RecordedContact, WaitingContact } from '../contacts/contact';
import type { EntityBudget } from '../platform/entity-budget';
import { LIMITS } from '../values/limits';
import type { RecordStore, StoredRecord } from '../platform/ports';
import { parseOutboxRecord } from './record-contact';

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
}

/** True 60 s after a contact was recorded: by then spam marks and routing rules have been applied. */
export function isDue(since: number, now: number): boolean {
  return now - since >= LIMITS.settleMs;
}

/**
 * Adds a record's contact; ignores records of another version. Which of two records decides does not depend on the order of
 * the listing: a ticket's creation goes before a later change that leaves it out, and the first of several changes dates the
 * contact.
 */
function add(found: Map<string, WaitingContact>, { recordId, recordedAt, data }: StoredRecord): void {
  const contact = parseOutboxRecord(data);
  if (contact === null) return;
  const since = recordedAt ?? contact.occurredAt;
  const known = found.get(contact.contactId) ?? { contact, recordIds: [], since };
  const { kind, occurredAt } = known.contact;
  const decides = kind === contact.kind ? contact.occurredAt < occurredAt : kind === 'left_out';
  found.set(contact.contactId, {
    contact: decides ? contact : known.contact,
    recordIds: [...known.recordIds, recordId],
    since: Math.min(known.since, since),
  });
}

/**
 * Reads the outbox page by page until it ends, time is up, or only enough operations are left to delete what is due. The
 * rate of new contacts decides how many operations there are. A contact with several records comes once. The listing has no
 * order and may be stale; the ledger decides.
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
    const mayUse = budget.expect(perMinute);
    const due = [...found.values()].filter((each) => isDue(each.since, now())).length;
    mayGoOn = pages + due < mayUse && mayWork();
  } while (marker !== null && mayGoOn);
  return { contacts: [...found.values()], complete: marker === null, perMinute };
}

const MINUTE_MS = 60_000;

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
