import { cleanName, MAX_QUEUE_NAME_LENGTH } from '../contacts/queue';
import type { SeenName } from '../outbox/record-contact';
import { parseInstant } from '../values/instant';
import { readField, readId, type Parsed } from '../values/read-field';

/** Where the platform puts the name of an event's group, the likeliest place first. */
const NAMES = [
  ['data', 'group', 'name'],
  ['data', 'group', 'changes', 'name', '1'],
  ['data', 'changes', 'name', '1'],
  ['data', 'changes', 'model_changes', 'name', '1'],
] as const;

/**
 * A name as queues can carry it; null: nothing of it is left. What is longer than a queue's name is cut: queues show by their
 * mark that a name was.
 */
export function readName(value: unknown): string | null {
  const name = typeof value === 'string' ? cleanName(value).slice(0, MAX_QUEUE_NAME_LENGTH) : '';
  return name === '' ? null : name;
}

/** Reads onGroupCreate and onGroupUpdate. Never throws; an event without a time happened `now` (ms). */
export function parseGroupEvent(payload: unknown, now: number): Parsed<SeenName> {
  const group = readField(payload, 'data', 'group');
  const groupId = readId(readField(group, 'id'));
  if (groupId === null) return { ok: false, reason: 'the event has no group id' };
  const names = NAMES.map((path) => readName(readField(payload, ...path)));
  const name = names.find((each) => each !== null) ?? null;
  if (name === null) return { ok: false, reason: 'the group has no name' };
  const at = parseInstant(readField(group, 'updated_at')) ?? now;
  return { ok: true, value: { groupId, name, how: 'event', at } };
}

/** Reads onGroupDelete: the group is gone from `now` (ms) on, whenever it was last changed. */
export function parseGroupDeletion(payload: unknown, now: number): Parsed<SeenName> {
  const groupId = readId(readField(payload, 'data', 'group', 'id'));
  if (groupId === null) return { ok: false, reason: 'the event has no group id' };
  return { ok: true, value: { groupId, name: null, how: 'event', at: now } };
}
