import { createMemoryKeyValueStore, type MemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import type { TicketFacts } from '../contacts/ticket-facts';
import { KEY_OF, KEYS } from '../platform/keys';
import { createRunBudget } from '../platform/run-budget';
import { createRunStore } from '../platform/run-store';
import { LIMITS } from '../values/limits';
import { createFactsBook, type FactsBook } from './facts-book';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const SIZE = LIMITS.factsTicketsPerKey;
const nothing = (): Promise<void> => Promise.resolve();

function facts(ticketId: number, changed: Partial<TicketFacts> = {}): TicketFacts {
  return {
    ...{ ticketId, source: 1, groupId: 351, deleted: false, spam: false, alert: false, isUpdate: true },
    ...{ createdAt: null, requesterId: null, turned: [], changedAt: NOON },
    ...changed,
  };
}

function openBook(memory: MemoryKeyValueStore): FactsBook {
  const budget = createRunBudget(() => NOON);
  return createFactsBook({ store: createRunStore(memory, budget), budget, now: () => NOON });
}

/** A store in which earlier runs kept these facts, a run each. */
async function storeWith(...runs: (readonly TicketFacts[])[]): Promise<MemoryKeyValueStore> {
  const memory = createMemoryKeyValueStore(() => NOON);
  for (const told of runs) await openBook(memory).keep(told, nothing);
  return memory;
}

async function read(memory: MemoryKeyValueStore, ticketId: number) {
  const book = openBook(memory);
  await book.hear([]);
  await book.open([ticketId]);
  return book.of(ticketId);
}

it('knows what was told, of old tickets and new ones', async () => {
  const told = [1, 7, 5 * SIZE, 9 * SIZE, 20 * SIZE].map((id) => facts(id));
  const memory = await storeWith(told);

  for (const each of told) expect(await read(memory, each.ticketId)).toEqual(each);
  expect(await read(memory, 8)).toBeNull();
});

it('writes the keys with most new facts, and one more for all others', async () => {
  const memory = await storeWith(
    [facts(1)],
    [facts(2), facts(3), facts(SIZE), facts(SIZE + 1), facts(2 * SIZE)],
  );

  const writes = memory.operations().filter(({ verb, key }) => verb === 'set' && key.startsWith('facts'));
  const [one, two] = [KEY_OF.facts(1), KEY_OF.facts(SIZE)];
  expect(writes.map(({ key }) => key)).toEqual([one, one, two, KEYS.newFacts]);
  expect(await read(memory, 2 * SIZE)).toEqual(facts(2 * SIZE));
});

it('does not take older facts for newer ones, whatever key has them', async () => {
  const newer = facts(7, { groupId: 400, changedAt: NOON + 5_000 });
  const memory = await storeWith([newer], [facts(7)]);
  const book = openBook(memory);
  await book.hear([facts(7)]);
  expect(book.of(7)).toBeUndefined();
  await book.open([7]);

  expect(book.of(7)).toEqual(newer);
});

it('uses what records of this run tell, without storing it', async () => {
  const memory = await storeWith();
  const book = openBook(memory);
  await book.hear([facts(7)]);
  await book.open([7]);

  expect(book.of(7)).toEqual(facts(7));
  expect(await read(memory, 7)).toBeNull();
});

it('says for which waiting replies facts came, once it is safe that a run knows it', async () => {
  const memory = await storeWith();
  const first = openBook(memory);
  await first.open([7]);
  first.await(7, 3);
  await first.keep([], nothing);
  const book = openBook(memory);
  await book.open([7]);
  expect([book.of(7), book.awaitedIn(7)]).toEqual([null, 3]);
  const before: unknown[] = [];

  await book.keep([facts(7)], () => {
    before.push(book.came().get(7), memory.valueOf(KEY_OF.facts(7)));
    return Promise.resolve();
  });

  expect(before).toEqual([3, expect.objectContaining({ groups: [] })]);
  expect(await read(memory, 7)).toEqual(facts(7));
});

it('calls nothing safe that it has no room for', async () => {
  const told = [...Array(LIMITS.factsNew + 5).keys()].map((n) => facts((n + 1) * SIZE));
  const memory = createMemoryKeyValueStore(() => NOON);

  const safe = await openBook(memory).keep(told, nothing);

  // Two keys got theirs.
  expect(told.filter(({ ticketId }) => !safe.has(ticketId))).toHaveLength(3);
});
