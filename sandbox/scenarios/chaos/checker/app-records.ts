import { objectIn, type JsonObject } from '../../../support/json-value';
import { contactIdsIn } from '../../../oracle/contact-ids';
import type { ChaosWorld } from '../world';

/** A batch as the app lists it in `state`. */
interface ListedBatch {
  readonly number: number;
  readonly reason: string;
}

/** What the app's stores say, read as the design describes them. */
export interface AppRecords {
  /** Contact ids that wait for a person, by why. */
  readonly unclear: readonly string[];
  readonly parked: readonly string[];
  /** Contact ids that a person discarded. */
  readonly discarded: readonly string[];
  /** Contact ids in the outbox or in the batch that is being sent. */
  readonly waiting: readonly string[];
  readonly completeUntil: number | null;
  readonly repaired: number;
  readonly accepted: number;
}

function batches(state: JsonObject, list: 'batches' | 'discarded'): readonly ListedBatch[] {
  const listed = objectIn(state, 'held')[list];
  return Array.isArray(listed) ? (listed as readonly ListedBatch[]) : [];
}

/** An Unknown ticket that waits stands for the ticket's own contact as well, and the other way round. */
function withTwins(ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => [id, id.replace(/^ticket:/, 'unknown:'), id.replace(/^unknown:/, 'ticket:')]);
}

/** What the scan found and has not settled; a record that `state` does not count is left from a run that was killed. */
function foundOf(values: Readonly<Record<string, unknown>>, state: JsonObject): unknown {
  return numberIn(objectIn(state, 'scan')['found']) > 0 ? values['found'] : null;
}

function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** Reads the records as they are now. */
export function readAppRecords({ sandbox }: ChaosWorld): AppRecords {
  const { keyValues, entities } = sandbox.platform.stores();
  const state = objectIn(keyValues, 'state');
  const note = objectIn(keyValues, 'in_flight');
  const held = batches(state, 'batches');
  const contactsOf = (list: readonly ListedBatch[]): readonly string[] =>
    withTwins(list.flatMap(({ number }) => contactIdsIn(keyValues[`held:${number}`])));
  const { completeUntil } = state;
  return {
    unclear: contactsOf(held.filter(({ reason }) => reason === 'unclear')),
    parked: contactsOf(held.filter(({ reason }) => reason === 'parked')),
    discarded: contactsOf(batches(state, 'discarded')),
    waiting: withTwins(contactIdsIn([entities, note, foundOf(keyValues, state)])),
    completeUntil: typeof completeUntil === 'number' ? completeUntil : null,
    repaired: numberIn(note['repaired']),
    accepted: numberIn(note['accepted']),
  };
}

const CONTACT_ID = /"contactId":"([^"]+)"/;

/** Remembers which contacts an event brought into the outbox, from the app's log and from its outbox. */
export function noteRecorded({ sandbox, recorded }: ChaosWorld): void {
  for (const { text } of sandbox.platform.log({ level: 'info' })) {
    const id = text.includes('"contact recorded"') ? CONTACT_ID.exec(text)?.[1] : undefined;
    if (id !== undefined) recorded.add(id);
  }
  for (const { data } of sandbox.platform.stores().entities['contacts'] ?? [])
    recorded.add(String(data['contact_id']));
}
