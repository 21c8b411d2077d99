import type { RecordedContact } from '../contacts/contact';
import { mayGetGroup } from '../contacts/decide-with-ticket';
import { AppError, ERROR_CODES } from '../values/app-error';
import { KEYS } from '../platform/keys';
import { nameDecided } from '../naming/name-contacts';
import { inParallel } from '../values/in-parallel';
import { openOldest } from '../ledger/open-oldest';
import type { ScanRun } from './scan-state';
import { settleWithoutSending } from '../outbox/settle-without-sending';
import { withoutRecord } from '../outbox/waiting-contacts';
import { addWaiting } from '../outbox/waiting-keys';
import { LIMITS } from '../values/limits';

/**
 * Contacts the scan saw that are neither checked against the ledger nor sent. They are stored under one key, so that a scan
 * goes on while they are settled hour by hour: one ledger key serves all contacts of an hour.
 */
export interface MissingContact {
  readonly contact: RecordedContact;
  /** The queue's source: the contact's own, which may differ from the ticket's. */
  readonly source: number;
  /** The queue's group, as the ticket had it when it was listed. */
  readonly groupId: number | null;
  /** The ticket is spam or deleted. */
  readonly unknown: boolean;
}

type Stored = readonly [
  id: string,
  seconds: number,
  ticketId: number,
  source: number,
  groupId: number,
  unknown: 0 | 1,
];

/** The value under `found`. */
interface MissingRecord {
  readonly v: 1;
  readonly contacts: readonly Stored[];
}

const KINDS = ['ticket', 'unknown', 'reply'] as const;

/**
 * Reads what earlier runs left. Where its record is gone, all lists are read again from where the last scans ended: Freshdesk
 * still shows these contacts. @ops 0 when nothing is left, else 1; 2 when it is gone
 */
export async function readMissing({ store, scan, log }: ScanRun): Promise<readonly MissingContact[]> {
  if (scan.value.found === 0) return [];
  const record = (await store.getNamed(KEYS.found, 0)) as Partial<MissingRecord> | undefined;
  if (record === undefined) {
    log.warn('the record of what the scan found is gone', { waiting: scan.value.found });
    scan.change({ found: 0, live: null, spam: null, deleted: null, deep: null, counting: false });
    return [];
  }
  // The cursors have passed these contacts: no scan would find them again.
  if (record.v !== 1) throw new AppError(ERROR_CODES.recordUnreadable, 'What the scan found cannot be read');
  return (record.contacts ?? []).map(([contactId, seconds, ticketId, source, groupId, unknown]) => {
    const kind = KINDS.find((each) => contactId.startsWith(each)) ?? 'reply';
    return {
      contact: { contactId, kind, ticketId, occurredAt: seconds * 1000, source: null, groupId: null },
      source,
      groupId: groupId === 0 ? null : groupId,
      unknown: unknown === 1,
    };
  });
}

/** Saves what is left for the next run. The record is valid only together with the number in the state. @ops 0 to 1 */
export async function keepMissing(run: ScanRun, missing: readonly MissingContact[]): Promise<void> {
  const contacts = missing.map<Stored>(({ contact, source, groupId, unknown }) => {
    const { contactId, occurredAt, ticketId } = contact;
    return [contactId, occurredAt / 1000, ticketId, source, groupId ?? 0, unknown ? 1 : 0];
  });
  const record: MissingRecord = { v: 1, contacts };
  if (missing.length > 0) await run.store.set(KEYS.found, record);
  const oldestFound =
    missing.length === 0 ? null : Math.min(...missing.map((each) => each.contact.occurredAt));
  run.scan.change({ found: missing.length, oldestFound });
}

/** True for a contact without a group that may still get one. */
export function waitsForGroup({ contact, groupId, unknown }: MissingContact, now: number): boolean {
  return groupId === null && !unknown && mayGetGroup(contact.occurredAt, now);
}

/** The contacts of the outbox: what waits there is not missing. */
export interface KnownWaiting {
  readonly contactIds: ReadonlySet<string>;
  /** False: the outbox holds more than was read, so a missing contact may be waiting in it. */
  readonly complete: boolean;
}

/**
 * Settles missing contacts, oldest first: drops what the ledger or the outbox has, then names and sends the rest. Without a
 * Freshdesk key, what has no name is kept under a key of its own. Returns what is left.
 */
export async function settleMissing(
  run: ScanRun,
  missing: readonly MissingContact[],
  known: KnownWaiting,
): Promise<readonly MissingContact[]> {
  const { ledger } = run;
  const candidates = missing.filter(({ contact }) => !known.contactIds.has(contact.contactId));
  const loaded = await openOldest(run, candidates, LIMITS.scanKeysPerRun);
  const named = await inParallel(
    loaded.filter(({ contact }) => ledger.markOf(contact) === 'none'),
    1,
    async ({ contact, source, groupId, unknown }) => {
      const decision = unknown
        ? ({ kind: 'unknown' } as const)
        : ({ kind: 'named', source, groupId } as const);
      return await nameDecided(withoutRecord(contact), decision, run);
    },
  );
  const leftOut = named.flatMap((each) => (each.kind === 'left out' ? [each.waiting] : []));
  await settleWithoutSending(run, leftOut, false);
  const unnamed = named.flatMap((each) =>
    each.kind === 'unnamed' ? [{ waiting: each.waiting, need: each.of }] : [],
  );
  const kept = unnamed.length > 0 ? (await addWaiting(run, 'names', unnamed)).taken : [];
  if (kept.length > 0) await run.save(1);
  const isKept = new Set(kept.map(({ waiting }) => waiting.contact.contactId));
  const contacts = named.flatMap((each) => (each.kind === 'send' ? [each.contact] : []));
  if (contacts.length > 0) {
    run.log.info('scan sends what no event recorded', { waiting: contacts.length });
    await run.send(contacts, known.complete ? 'scan' : 'outbox');
  }
  return candidates.filter(({ contact }) => {
    const isOpen = !ledger.isLoaded(contact) || ledger.markOf(contact) === 'none';
    return isOpen && !isKept.has(contact.contactId);
  });
}
