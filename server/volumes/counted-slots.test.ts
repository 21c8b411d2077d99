import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { KEY_OF } from '../platform/keys';
import { addCounts } from './counts';
import { readCounted, slotOf } from './counted-slots';

const NOW = Date.parse('2026-11-05T12:00:00Z');
const MINUTE = 60_000;
const DAY = 86_400_000;

it('begins an interval every 15 minutes', () => {
  expect([NOW, NOW + 15 * MINUTE - 1, NOW - 1].map(slotOf)).toEqual([NOW, NOW, NOW - 15 * MINUTE]);
});

it('says how many contacts of a queue are counted in an interval, in all parts of its day', async () => {
  const store = createMemoryKeyValueStore(() => NOW);
  const contacts = [NOW, NOW + MINUTE, NOW - DAY].map((occurredAt) => ({ occurredAt, queue: 2 }));
  await addCounts(store, { number: 1, contacts, isRepaired: false }, NOW);
  const first = store.valueOf(KEY_OF.counts(NOW, 0)) as object;
  await store.set(KEY_OF.counts(NOW, 1), first);
  await store.set(KEY_OF.counts(NOW, 0), { ...first, full: true });

  const counted = await readCounted(store, [NOW, NOW + MINUTE, NOW - DAY]);

  expect(counted?.(2, NOW)).toBe(4);
  expect(counted?.(2, NOW - DAY)).toBe(1);
  expect([counted?.(2, NOW + 15 * MINUTE), counted?.(3, NOW), counted?.(-1, NOW)]).toEqual([0, 0, 0]);
});

it('costs the page an operation a day, and says nothing where it would cost more than six', async () => {
  const store = createMemoryKeyValueStore(() => NOW);
  const days = (count: number) => [...Array(count).keys()].map((day) => NOW - day * DAY);

  expect(await readCounted(store, days(6))).not.toBeNull();
  expect(store.operations()).toHaveLength(6);
  expect(await readCounted(store, days(7))).toBeNull();
  expect(store.operations()).toHaveLength(6);
});
