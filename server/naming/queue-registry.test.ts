import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import type { Queue } from '../contacts/queue';
import { readQueueRegistry } from './queue-registry';

function queue(group: number, name = `Group ${group} email Tickets`): Queue {
  return { identifier: `freshdesk:${group}:1:tickets`, name, channel: 'cases' };
}

async function frozen(count: number, store = createMemoryKeyValueStore()) {
  const queues = await readQueueRegistry(store);
  for (let group = 1; group <= count; group += 1) queues.register(queue(group));
  await queues.save();
  return { store, queues: await readQueueRegistry(store) };
}

it('knows no queue at first, and has nothing to write', async () => {
  const store = createMemoryKeyValueStore();
  const queues = await readQueueRegistry(store);

  expect(queues.find('freshdesk:1:1:tickets')).toBeNull();
  expect(queues.indexOf('freshdesk:1:1:tickets')).toBe(-1);
  expect(queues.size()).toBe(0);
  expect(queues.changed()).toBe(false);
  await queues.save();
  expect(store.operations()).toHaveLength(1);
});

it('keeps the first name and channel of an identifier, whatever is sent later', async () => {
  const { store, queues } = await frozen(1);

  const again = queues.register({ ...queue(1, 'Renamed email Tickets'), channel: 'emails' });

  expect(again).toEqual(queue(1));
  expect(queues.changed()).toBe(false);
  await queues.save();
  expect((await readQueueRegistry(store)).find('freshdesk:1:1:tickets')).toEqual(queue(1));
});

it('keeps the first name also within one run', async () => {
  const queues = await readQueueRegistry(createMemoryKeyValueStore());

  expect(queues.register(queue(1))).toEqual(queue(1));
  expect(queues.register(queue(1, 'Other email Tickets'))).toEqual(queue(1));
  expect(queues.size()).toBe(1);
});

it('gives a queue the same place for ever', async () => {
  const { queues } = await frozen(3);

  queues.register(queue(4));

  expect([1, 2, 3, 4].map((group) => queues.indexOf(queue(group).identifier))).toEqual([0, 1, 2, 3]);
});

it.each([
  [300, 1],
  [900, 2],
  [1_500, 3],
])('reads %i queues out of %i keys with one operation each', async (count, keys) => {
  const { store } = await frozen(count);
  const before = store.operations().length;

  const queues = await readQueueRegistry(store);

  expect(store.operations()).toHaveLength(before + keys);
  expect(Object.keys(store.snapshot())).toHaveLength(keys);
  expect(queues.size()).toBe(count);
  expect(queues.find(queue(count).identifier)).toEqual(queue(count));
  expect(queues.indexOf(queue(count).identifier)).toBe(count - 1);
});

it('writes only the part that changed', async () => {
  const { store, queues } = await frozen(600);
  queues.register(queue(601));
  const before = store.operations().length;

  expect(queues.changed()).toBe(true);
  await queues.save();

  expect(store.operations().slice(before)).toMatchObject([{ verb: 'set', key: 'queues:1' }]);
  expect(queues.changed()).toBe(false);
});

it('writes again what it could not write', async () => {
  const store = createMemoryKeyValueStore();
  const queues = await readQueueRegistry(store);
  queues.register(queue(1));
  store.onOperation = () => 'refuse before';

  await expect(queues.save()).rejects.toMatchObject({ code: 'store_failed' });
  expect(queues.changed()).toBe(true);
  store.onOperation = () => 'go';
  await queues.save();

  expect((await readQueueRegistry(store)).size()).toBe(1);
});

it('keeps every value under 40 KB, also with names of 100 letters of three bytes each', async () => {
  const store = createMemoryKeyValueStore();
  const queues = await readQueueRegistry(store);
  for (let n = 0; n < 400; n += 1) {
    const identifier = `freshdesk:${67_000_000_000 + n}:1001:replies`;
    queues.register({ identifier, name: '顧'.repeat(92) + ' Replies', channel: 'social_media' });
  }

  await queues.save();

  const sizes = Object.entries(store.snapshot()).map(([key, value]) =>
    Buffer.byteLength(key + JSON.stringify(value)),
  );
  expect(Math.max(...sizes)).toBeLessThan(40_000);
  expect((await readQueueRegistry(store)).size()).toBe(400);
});

it('loses no queue when it is killed between two keys', async () => {
  const { store, queues } = await frozen(420);
  for (let n = 421; n <= 900; n += 1) queues.register(queue(n));
  let sets = 0;
  store.onOperation = ({ verb }) => {
    if (verb === 'set') sets += 1;
    return sets === 2 ? 'refuse before' : 'go';
  };
  await expect(queues.save()).rejects.toMatchObject({ code: 'store_failed' });
  store.onOperation = () => 'go';

  const again = await readQueueRegistry(store);
  for (let n = 1; n <= 900; n += 1) again.register(queue(n));
  await again.save();

  expect((await readQueueRegistry(store)).size()).toBe(900);
});

it('freezes no name anew when a later version wrote the list', async () => {
  const store = createMemoryKeyValueStore();
  await store.set('queues:0', { v: 2, queues: [], full: false });

  await expect(readQueueRegistry(store)).rejects.toMatchObject({ code: 'record_unreadable' });
});
