import { objectIn, type JsonObject } from '../../../support/json-value';
import { contactIdsIn } from '../../../oracle/contact-ids';
import type { ChaosWorld } from '../world';

/** A batch in the list in `state`. */
interface ListedBatch {
  readonly number: number;
  readonly reason: string;
}

/** The content of the app's stores, read as the design describes them. */
export interface AppRecords {
  /** Contact ids that are held, by reason. */
  readonly unclear: readonly string[];
  readonly parked: readonly string[];
  /** Discarded contact ids. */
  readonly discarded: readonly string[];
  /** Contact ids in the outbox or in the in-flight batch. */
  readonly waiting: readonly string[];
  /** Contact ids that wait elsewhere, for a name, for facts, or for injixo. */
  readonly waits: readonly string[];
  readonly completeUntil: number | null;
  /** Up to here the lists of spam and deleted tickets are read. */
  readonly listedUntil: number;
  readonly checkedUntil: number;
  /** Since when the app compares events with Freshdesk; null: it has no key, or does not know of it yet. */
  readonly checkedFrom: number | null;
  /** Up to here the daily recheck has read all tickets. */
  readonly recheckedUntil: number;
  /** Tickets that the page names as unreadable now. */
  readonly setAside: readonly number[];
  readonly repaired: number;
  readonly accepted: number;
}

function batches(state: JsonObject, list: 'batches' | 'discarded'): readonly ListedBatch[] {
  const listed = objectIn(state, 'held')[list];
  return Array.isArray(listed) ? (listed as readonly ListedBatch[]) : [];
}

/** A waiting Unknown ticket stands for the ticket's own contact too, and vice versa. */
function withDuplicates(ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => [id, id.replace(/^ticket:/, 'unknown:'), id.replace(/^unknown:/, 'ticket:')]);
}

/** Contacts the scan found and has not settled. A record without a count in `state` is left over from a killed run. */
function foundOf(values: Readonly<Record<string, unknown>>, state: JsonObject): unknown {
  return numberIn(objectIn(state, 'scan')['found']) > 0 ? values['found'] : null;
}

function setAsideIn(keyValues: Readonly<Record<string, unknown>>): readonly number[] {
  const { setAside } = objectIn(keyValues, 'overview');
  return Array.isArray(setAside) ? setAside.map(({ ticketId }: { ticketId: number }) => ticketId) : [];
}

function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

const PACKED_KINDS = ['ticket', 'reply', 'unknown', 'left_out'] as const;

/** The ids of packed contacts, which have commas between them, and points between their parts: kind, id and more, in base 36. */
function packedIds(contacts: unknown): readonly string[] {
  if (typeof contacts !== 'string' || contacts === '') return [];
  return contacts.split(',').map((text) => {
    const [kind = '', id = ''] = text.split('.');
    return `${PACKED_KINDS[parseInt(kind, 36)] ?? 'unreadable'}:${parseInt(id, 36)}`;
  });
}

/** Contacts that wait for a name, for facts, or for injixo: `state` names their keys. */
function waitsIn(keyValues: Readonly<Record<string, unknown>>, state: JsonObject): readonly string[] {
  const { keys } = objectIn(objectIn(state, 'outbox'), 'waiting');
  const listed = Array.isArray(keys) ? (keys as readonly JsonObject[]) : [];
  return listed.flatMap(({ number }) =>
    packedIds(objectIn(keyValues, `waiting:${numberIn(number)}`)['contacts']),
  );
}

/** Reads the current records. */
export function readAppRecords({ sandbox }: ChaosWorld): AppRecords {
  const { keyValues, entities } = sandbox.platform.stores();
  const state = objectIn(keyValues, 'state');
  const inFlight = objectIn(keyValues, 'in_flight');
  const held = batches(state, 'batches');
  const contactsOf = (list: readonly ListedBatch[]): readonly string[] =>
    withDuplicates(list.flatMap(({ number }) => contactIdsIn(keyValues[`held:${number}`])));
  const { completeUntil, checkedFrom } = state;
  const { spamUntil, deletedUntil, deepUntil } = objectIn(state, 'scan');
  return {
    unclear: contactsOf(held.filter(({ reason }) => reason === 'unclear')),
    parked: contactsOf(held.filter(({ reason }) => reason === 'parked')),
    discarded: contactsOf(batches(state, 'discarded')),
    waiting: withDuplicates(contactIdsIn([entities, inFlight, foundOf(keyValues, state)])),
    waits: waitsIn(keyValues, state),
    completeUntil: typeof completeUntil === 'number' ? completeUntil : null,
    listedUntil: Math.min(numberIn(spamUntil), numberIn(deletedUntil)),
    checkedUntil: numberIn(state['checkedUntil']),
    checkedFrom: typeof checkedFrom === 'number' ? checkedFrom : null,
    recheckedUntil: numberIn(deepUntil),
    setAside: setAsideIn(keyValues),
    repaired: numberIn(inFlight['repaired']),
    accepted: numberIn(inFlight['accepted']),
  };
}
