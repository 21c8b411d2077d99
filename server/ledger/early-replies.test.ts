import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { LIMITS } from '../values/limits';
import { createEarlyReplies, readEarlyReplies } from './early-replies';

const INSTALLED_AT = Date.parse('2026-11-05T12:00:00Z');

const reply = (id: number, secondsAfter = -60) => ({
  contactId: `reply:${id}`,
  occurredAt: INSTALLED_AT + secondsAfter * 1000,
});

async function saved(store: ReturnType<typeof createMemoryKeyValueStore>, ids: readonly number[]) {
  const early = createEarlyReplies(store, INSTALLED_AT);
  await early.load();
  for (const id of ids) early.add(reply(id));
  await early.save();
  return early;
}

it.each([
  ['a reply written before', reply(1), true],
  ['one that the API dates two seconds earlier than its event', reply(1, 1), true],
  ['a reply written after', reply(1, 2), false],
  ['a ticket', { contactId: 'ticket:1', occurredAt: INSTALLED_AT - 60_000 }, false],
])('takes of the contacts at the installation only early replies: %s', (_what, contact, isTaken) => {
  expect(createEarlyReplies(createMemoryKeyValueStore(), INSTALLED_AT).takes(contact)).toBe(isTaken);
});

it('keeps what was added over many runs, each reply once', async () => {
  const store = createMemoryKeyValueStore();
  await saved(store, [900, 7]);
  await saved(store, [7, 8]);

  expect((await readEarlyReplies(store)).ids).toEqual(new Set([7, 8, 900]));
});

it('reads once a run, and writes only what is new', async () => {
  const store = createMemoryKeyValueStore();
  await saved(store, [7]);
  const before = store.operations().length;
  const early = await saved(store, [7]);
  expect(await early.load()).toBe(0);
  await early.save();

  expect(store.operations().slice(before)).toMatchObject([{ verb: 'get', key: 'early:0' }]);
});

it('begins another key when one is full, and never writes the full one again', async () => {
  const store = createMemoryKeyValueStore();
  const many = Array.from(
    { length: LIMITS.historyReplyCharacters / 4 + 1 },
    (_, index) => 2_000 * (index + 1),
  );
  await saved(store, many);
  const full = store.valueOf('early:0');
  const early = await saved(store, [9_000_000_001]);

  expect(early.keys()).toEqual(['early:0', 'early:1']);
  expect(store.valueOf('early:0')).toEqual(full);
  expect((await readEarlyReplies(store)).ids.size).toBe(many.length + 1);
});
