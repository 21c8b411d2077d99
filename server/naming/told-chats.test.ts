import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import type { TicketFacts } from '../contacts/ticket-facts';
import { createRunBudget } from '../platform/run-budget';
import { createRunStore } from '../platform/run-store';
import { createToldChats } from './told-chats';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const DAY = 86_400_000;
const SIZE = 1_000;

function chat(ticketId: number, createdAt = NOON): TicketFacts {
  return {
    ...{ ticketId, source: 7, groupId: 351, deleted: false, spam: false, alert: false, isUpdate: false },
    ...{ createdAt, requesterId: 42, turned: [], changedAt: createdAt },
  };
}

function world() {
  const memory = createMemoryKeyValueStore(() => NOON);
  const open = (now = NOON) => {
    const budget = createRunBudget(() => now);
    return createToldChats({ store: createRunStore(memory, budget), budget, now: () => now });
  };
  return { memory, open };
}

it('knows who began a chat, and when', async () => {
  const { open } = world();
  await open().keep([chat(7), chat(8, NOON - 1000)]);

  expect(await open().of(8)).toEqual({ requesterId: 42, createdAt: NOON - 1000 });
  expect(await open().of(9)).toBeNull();
});

it('knows what this run heard without an operation', async () => {
  const { memory, open } = world();
  const chats = open();
  chats.hear([chat(7)]);

  expect(await chats.of(7)).toEqual({ requesterId: 42, createdAt: NOON });
  expect(memory.operations()).toEqual([]);
});

it('forgets those of a day before the newest, and none for a clock that is a day ahead', async () => {
  const { open } = world();
  await open().keep([chat(7, NOON - DAY), chat(8, NOON - DAY + 1000)]);
  await open(NOON + DAY).keep([chat(9)]);

  expect(await open().of(7)).toBeNull();
  expect(await open().of(8)).not.toBeNull();
  expect(await open().of(9)).not.toBeNull();
});

it('writes nothing for chats that it has, and says which it may not store', async () => {
  const { memory, open } = world();
  await open().keep([chat(7)]);
  const before = memory.operations().filter(({ verb }) => verb === 'set').length;

  const unsafe = await open().keep([chat(7), chat(SIZE), chat(2 * SIZE)]);

  expect([...unsafe]).toEqual([2 * SIZE]);
  expect(memory.operations().filter(({ verb }) => verb === 'set')).toHaveLength(before + 1);
});
