import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { fc } from '../../test/property';
import type { ContactKind, WaitingContact } from '../contacts/contact';
import { KEY_OF } from '../platform/keys';
import { createRunBudget } from '../platform/run-budget';
import { createRunStore } from '../platform/run-store';
import { jsonBytes } from '../values/json-bytes';
import { LIMITS } from '../values/limits';
import { createSlice } from '../values/slice';
import { EMPTY_OUTBOX } from './outbox-state';
import { addWaiting, readWaitingKey, writeWaitingKey, type KeptContact } from './waiting-keys';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const GROUP = 150_000_000_351;

function world() {
  const memory = createMemoryKeyValueStore(() => NOON);
  const run = () => {
    const budget = createRunBudget(() => NOON);
    return { store: createRunStore(memory, budget), outbox };
  };
  const outbox = createSlice(EMPTY_OUTBOX);
  return { memory, run, outbox };
}

function kept(id: number, groupId = GROUP): KeptContact {
  const contact = {
    ...({ contactId: `reply:${150_000_000_000 + id}`, kind: 'reply', ticketId: 1_000_000 + id } as const),
    ...{ occurredAt: NOON, source: null, groupId: null, authorId: 150_000_900_000 + id },
  };
  const waiting = { contact, recordIds: [], since: NOON + 90_000, place: { source: 1, groupId } };
  return { waiting, need: { kind: 'group', id: groupId } };
}

const many = (count: number, groups = 1): readonly KeptContact[] =>
  [...Array(count).keys()].map((n) => kept(n, GROUP + (n % groups)));

it('reads back what it wrote', async () => {
  const id = fc.integer({ min: 1, max: 10 ** 14 });
  const second = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000);
  const source = fc.integer({ min: 0, max: 2_000 });
  const contact = fc
    .record({
      id,
      kind: fc.constantFrom<ContactKind>('ticket', 'reply', 'unknown'),
      ticketId: id,
      occurredAt: second,
    })
    .map(({ id: number, kind, ...rest }) => ({ contactId: `${kind}:${number}`, kind, ...rest }));
  const waiting = fc
    .record({
      contact,
      own: fc.record({ source: fc.option(source), groupId: fc.option(id) }),
      author: fc.option(id),
      place: fc.option(fc.record({ source, groupId: fc.option(id) })),
      waited: second,
    })
    .map(({ contact: given, own, author, place, waited }): WaitingContact => ({
      contact: { ...given, ...own, ...(author === null ? {} : { authorId: author }) },
      recordIds: [],
      since: given.occurredAt + waited,
      ...(place === null ? {} : { place }),
    }));
  await fc.assert(
    fc.asyncProperty(waiting, async (given) => {
      const { run, outbox } = world();
      const groupId = given.place?.groupId ?? null;
      const need = groupId === null ? null : ({ kind: 'group', id: groupId } as const);
      await writeWaitingKey(run(), { number: 1, reason: 'names', also: [] }, [{ waiting: given, need }]);
      const [key] = outbox.value.waiting.keys;

      expect(await readWaitingKey(run(), { number: 1, contacts: 1 })).toEqual([{ waiting: given, need }]);
      expect(key).toMatchObject({ number: 1, reason: 'names', contacts: 1 });
    }),
  );
});

it('says of each name how many need it, since when, and for which queues', async () => {
  const { run, outbox } = world();

  await addWaiting(run(), 'names', many(5, 2));

  expect(outbox.value.waiting).toMatchObject({
    next: 2,
    keys: [{ number: 1, contacts: 5, oldestAt: NOON + 150_000 }],
    needs: [
      { kind: 'group', id: GROUP, keys: [[1, 3]], oldestDueAt: NOON + 150_000, queues: [[1, 'replies']] },
      { kind: 'group', id: GROUP + 1, keys: [[1, 2]] },
    ],
  });
});

it('adds to a key until it is full, each contact once', async () => {
  const { run, outbox } = world();
  await addWaiting(run(), 'names', many(500));
  const added = await addWaiting(run(), 'names', many(LIMITS.waitingPerKey).slice(500));

  expect(added).toMatchObject({ number: 1 });
  const rest = await addWaiting(run(), 'names', many(LIMITS.waitingPerKey + 10).slice(-10));
  expect(rest).toMatchObject({ number: 2, taken: { length: 10 } });
  expect(outbox.value.waiting.keys.map(({ contacts }) => contacts)).toEqual([LIMITS.waitingPerKey, 10]);
});

it('does not mix what waits for different reasons', async () => {
  const { run, outbox } = world();
  await addWaiting(run(), 'names', many(3));
  await addWaiting(run(), 'sending', many(3));

  expect(outbox.value.waiting.keys.map(({ reason }) => reason)).toEqual(['names', 'sending']);
});

it('holds a weekend of 20,000 contacts of 20 groups, in values that fit and a state that has room', async () => {
  const { memory, run, outbox } = world();
  const all = many(20_000, 20);
  for (let at = 0; at < all.length; at += LIMITS.waitingPerKey)
    await addWaiting(run(), 'names', all.slice(at, at + LIMITS.waitingPerKey));

  const values = Object.values(memory.snapshot());
  expect(Math.max(...values.map(jsonBytes))).toBeLessThan(LIMITS.keyValueBytes);
  expect(outbox.value.waiting.keys.reduce((sum, { contacts }) => sum + contacts, 0)).toBe(20_000);
  expect(jsonBytes(outbox.value)).toBeLessThan(LIMITS.stateBytes);
});

it('reports a key that the store lost, and takes it for empty', async () => {
  const { memory, run } = world();
  await addWaiting(run(), 'names', many(3));
  await memory.set(KEY_OF.waiting(1), { v: 1 });
  const opened = run();

  expect(await readWaitingKey(opened, { number: 1, contacts: 3 })).toEqual([]);
  expect(opened.store.lost()).toEqual({ records: 1, contacts: 3 });
});
