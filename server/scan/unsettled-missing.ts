import { type RecordedContact, type Ticket, isDeletedOrSpam } from '../contacts/contact';
import { AppError, ERROR_CODES } from '../values/app-error';
import { KEYS } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { nameDecided, type NamingResult } from '../naming/name-contacts';
import { inParallel } from '../values/in-parallel';
import { openOldest } from '../ledger/ledger';
import type { ScanRun } from './scan-state';
import { settleWithoutSending } from '../outbox/settle-without-sending';
import { withoutRecord } from '../outbox/waiting-contacts';
import { LIMITS } from '../values/limits';

/**
 * Contacts the scan met and has not yet looked up in the ledger or sent. They lie under one key, so that a walk can go on
 * while its finds are settled hour by hour: a ledger key serves many contacts of one hour, and only few of a ticket.
 */
export interface MissingContact {
  readonly contact: RecordedContact;
  /** The queue's source and group as the ticket had them when it was listed. */
  readonly source: number;
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
interface FoundRecord {
  readonly v: 1;
  readonly contacts: readonly Stored[];
}

const KINDS = ['ticket', 'unknown', 'reply'] as const;

function read([contactId, seconds, ticketId, source, groupId, unknown]: Stored): MissingContact {
  return {
    contact: {
      contactId,
      kind: KINDS.find((kind) => contactId.startsWith(kind)) ?? 'reply',
      ticketId,
      occurredAt: seconds * 1000,
      source: null,
      groupId: null,
    },
    source,
    groupId: groupId === 0 ? null : groupId,
    unknown: unknown === 1,
  };
}

function write({ contact, source, groupId, unknown }: MissingContact): Stored {
  const { contactId, occurredAt, ticketId } = contact;
  return [contactId, occurredAt / 1000, ticketId, source, groupId ?? 0, unknown ? 1 : 0];
}

/** A find on a ticket as the list showed it; `source` is the contact's own, which may differ from the ticket's. */
export function missingOn(ticket: Ticket, contact: RecordedContact, source: number): MissingContact {
  return { contact, source, groupId: ticket.groupId, unknown: isDeletedOrSpam(ticket) };
}

/** Reads what earlier runs left. One operation. */
export async function readMissing(store: KeyValueStore): Promise<readonly MissingContact[]> {
  const record = ((await store.get(KEYS.found)) ?? { v: 1 }) as Partial<FoundRecord>;
  // The walks have passed these contacts: nobody would look for them again.
  if (record.v !== 1) throw new AppError(ERROR_CODES.recordUnreadable, 'What the scan found cannot be read');
  return (record.contacts ?? []).map(read);
}

/** Keeps what is left for the next run. One operation. */
export async function writeMissing(store: KeyValueStore, found: readonly MissingContact[]): Promise<void> {
  const record: FoundRecord = { v: 1, contacts: found.map(write) };
  await store.set(KEYS.found, record);
}

/** Both lists, each contact once. */
export function mergeMissing(
  a: readonly MissingContact[],
  b: readonly MissingContact[],
): readonly MissingContact[] {
  return [...new Map([...b, ...a].map((each) => [each.contact.contactId, each])).values()];
}

/** What the scan has to know of the outbox: what waits there is not missing. */
export interface KnownWaiting {
  readonly contactIds: ReadonlySet<string>;
  /** False: the outbox holds more than was read, so that a find may only be waiting. */
  readonly complete: boolean;
}

function isUnsettled(run: ScanRun, { contact }: MissingContact): boolean {
  return !run.ledger.isLoaded(contact) || run.ledger.markOf(contact) === 'none';
}

function name(run: ScanRun, { contact, source, groupId, unknown }: MissingContact): Promise<NamingResult> {
  const decision = unknown ? ({ kind: 'unknown' } as const) : ({ kind: 'named', source, groupId } as const);
  return nameDecided(withoutRecord(contact), decision, run);
}

/**
 * Settles finds, oldest first: drops what the ledger or the outbox knows, names and sends the rest straight from the run.
 * Returns what is left.
 */
export async function settleMissing(
  run: ScanRun,
  found: readonly MissingContact[],
  known: KnownWaiting,
): Promise<readonly MissingContact[]> {
  const candidates = found.filter(({ contact }) => !known.contactIds.has(contact.contactId));
  const open = await openOldest(run, candidates, LIMITS.scanKeysPerRun);
  const missing = open.filter((each) => isUnsettled(run, each));
  const named = await inParallel(missing, 1, (each) => name(run, each));
  await settleWithoutSending(
    run,
    named.flatMap((each) => (each.kind === 'left out' ? [each.waiting] : [])),
    false,
  );
  const contacts = named.flatMap((each) => (each.kind === 'send' ? [each.contact] : []));
  if (contacts.length > 0) {
    run.log.info('scan sends what no event recorded', { waiting: contacts.length });
    await run.send(contacts, known.complete ? 'scan' : 'outbox');
  }
  return candidates.filter((each) => isUnsettled(run, each));
}
