import { fc } from '../../test/property';
import { createMemoryKeyValueStore, type MemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { KEY_OF } from '../platform/keys';
import { LIMITS } from '../values/limits';
import { createLedger, type LedgerContact } from './ledger';
import { storeReplyPart, type ReplyEntry } from './reply-entries';
import { MARKS, type Mark } from './ticket-bits';

const HOUR = Date.parse('2026-11-05T10:00:00Z');
const FULL = LIMITS.repliesPerKey;
/** The first of the replies that an hour holds already. */
const SEEDED = 1_000_000;

function reply(id: number): LedgerContact {
  return { contactId: `reply:${id}`, ticketId: 7, occurredAt: HOUR + 60_000 + (id % 3000) * 1000 };
}

async function put(store: MemoryKeyValueStore, place: number, ids: readonly number[], byId = false) {
  const entries = ids.map((id): [number, ReplyEntry] => [
    id,
    { conversationId: id, ticketId: 7, second: id % 3600, mark: 'settled' },
  ]);
  await store.set(KEY_OF.replies(HOUR, place), storeReplyPart(new Map(entries), byId));
}

function range(from: number, count: number): readonly number[] {
  return [...Array(count).keys()].map((n) => from + n);
}

/** Ways in which an hour may be stored; each returns the replies in it. */
const HOURS: Readonly<Record<string, (store: MemoryKeyValueStore) => Promise<readonly number[]>>> = {
  empty: () => Promise.resolve([]),
  'short of four parts': async (store) => {
    for (const place of [0, 1, 2]) await put(store, place, range(SEEDED + place * FULL, FULL));
    await put(store, 3, range(SEEDED + 3 * FULL, FULL - 3));
    return range(SEEDED, 4 * FULL - 3);
  },
  'four parts and some by id': async (store) => {
    for (const place of [0, 1, 2, 3])
      await put(store, place, range(SEEDED + place * FULL, FULL), place === 3);
    const rest = range(SEEDED + 4 * FULL, 640);
    for (const n of range(0, 64))
      await put(
        store,
        4 + n,
        rest.filter((id) => id % 64 === n),
      );
    return range(SEEDED, 4 * FULL + 640);
  },
  'the same, stored without saying so': async (store) => {
    for (const place of [0, 1, 2, 3]) await put(store, place, range(SEEDED + place * FULL, FULL));
    const rest = range(SEEDED + 4 * FULL, 640);
    for (const n of range(0, 64))
      await put(
        store,
        4 + n,
        rest.filter((id) => id % 64 === n),
      );
    return range(SEEDED, 4 * FULL + 640);
  },
  'seven parts in a row': async (store) => {
    for (const place of range(0, 7))
      await put(store, place, range(SEEDED + place * FULL, place < 6 ? FULL : 5));
    return range(SEEDED, 6 * FULL + 5);
  },
  'five full parts in a row': async (store) => {
    for (const place of range(0, 5)) await put(store, place, range(SEEDED + place * FULL, FULL));
    return range(SEEDED, 5 * FULL);
  },
  'a full part by id': async (store) => {
    for (const place of [0, 1, 2, 3])
      await put(store, place, range(SEEDED + place * FULL, FULL), place === 3);
    const multiples = range(1, FULL - 1).map((n) => 64 * n);
    await put(store, 4, multiples);
    return [...range(SEEDED, 4 * FULL), ...multiples];
  },
};

const id = fc.oneof(
  fc.integer({ min: SEEDED - 5, max: SEEDED + 7 * FULL }),
  fc.integer({ min: 2 * SEEDED, max: 2 * SEEDED + 200 }),
  fc.integer({ min: 1, max: 40 }).map((n) => 3 * SEEDED + n * 64),
);
const run = fc.record({
  contacts: fc.array(fc.record({ id, mark: fc.constantFrom<Mark>(...MARKS) }), { maxLength: 12 }),
  /** Parts that the run may read for each contact. */
  most: fc.constantFrom(1, 3, 5, 9, Infinity),
});

it.each(Object.entries(HOURS))(
  'a crowded hour is as a plain set, however it is stored: %s',
  async (_how, fill) => {
    await fc.assert(
      fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 6 }), async (runs) => {
        const store = createMemoryKeyValueStore();
        const expected = new Map((await fill(store)).map((each) => [each, 'settled' as Mark]));
        const knownMark = (each: number): Mark => expected.get(each) ?? 'none';
        for (const { contacts, most } of runs) {
          const ledger = createLedger(store);
          for (const { id: each, mark } of contacts) {
            await ledger.load([reply(each)], most);
            if (!ledger.isLoaded(reply(each))) continue;
            expect(ledger.markOf(reply(each))).toBe(knownMark(each));
            ledger.raise(reply(each), mark, false);
            if (MARKS.indexOf(mark) > MARKS.indexOf(knownMark(each))) expected.set(each, mark);
          }
          await ledger.save();
        }
        const ids = [...runs.flatMap(({ contacts }) => contacts.map((each) => each.id)), SEEDED, 4 * SEEDED];
        const last = createLedger(store);
        await last.load(ids.map(reply));
        expect(ids.map((each) => last.markOf(reply(each)))).toEqual(ids.map(knownMark));
      }),
      { numRuns: 8 },
    );
  },
);

it('fills an hour from nothing with 9,000 replies, 40 a run, and finds each with four reads and one', async () => {
  const store = createMemoryKeyValueStore();
  const all = range(SEEDED, 9_000).map((n) => n * 7);
  const filler = createLedger(store);
  await filler.load([reply(1)]);
  for (const each of all.slice(0, 8_000)) filler.raise(reply(each), 'settled', false);
  await filler.save();
  for (let from = 8_000; from < 9_000; from += 40) {
    const ledger = createLedger(store);
    const some = all.slice(from, from + 40).map(reply);
    await ledger.load(some);
    const written = ledger.keysToWrite(some);
    const before = store.operations().length;
    for (const each of some) ledger.raise(each, 'settled', false);
    await ledger.save();
    const writes = store.operations().slice(before);
    expect(writes.map(({ key }) => key).sort()).toEqual([...written].sort());
  }

  const ledger = createLedger(store);
  await ledger.load(all.map(reply));
  expect(new Set(all.map((each) => ledger.markOf(reply(each))))).toEqual(new Set(['settled']));
  const alone = createLedger(store);
  expect(await alone.load([reply(all[8_999] ?? 0)])).toBe(5);
  expect(alone.keysOf([reply(all[8_999] ?? 0)])).toHaveLength(5);
  expect(Object.values(store.snapshot()).every((value) => JSON.stringify(value).length < 39_000)).toBe(true);
});

it('an hour that the first version of the app filled is read whole, grows no more, and takes new replies by id', async () => {
  const store = createMemoryKeyValueStore();
  const known = (await HOURS['seven parts in a row']?.(store)) ?? [];
  const ledger = createLedger(store);
  const fresh = reply(5_000_003);

  expect(await ledger.load([fresh])).toBe(8);
  expect(ledger.keysToWrite([fresh])).toEqual([KEY_OF.replies(HOUR, 4 + (5_000_003 % 64))]);
  ledger.raise(fresh, 'settled', false);
  ledger.raise(reply(known[2] ?? 0), 'settled', false);
  await ledger.save();

  expect(store.valueOf(KEY_OF.replies(HOUR, 3))).not.toHaveProperty('byId');
});
