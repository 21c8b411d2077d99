import { createMemoryRecordStore } from '../../test/fakes/memory-record-store';
import { createTestLog } from '../../test/fakes/test-log';
import { removeRecords } from './remove-records';

const always = () => true;

async function storeWith(count: number) {
  const store = createMemoryRecordStore();
  for (let n = 0; n < count; n += 1) await store.create({ n });
  return { store, ids: store.snapshot().map(({ recordId }) => recordId) };
}

it('removes every record while operations last', async () => {
  const { store, ids } = await storeWith(25);

  expect(await removeRecords(store, ids, 100, always, createTestLog())).toBe(25);
  expect(store.snapshot()).toEqual([]);
});

it.each([
  [7, 7],
  [0, 0],
  [-3, 0],
])('with %i operations left it removes %i', async (operations, removed) => {
  const { store, ids } = await storeWith(10);

  expect(await removeRecords(store, ids, operations, always, createTestLog())).toBe(removed);
  expect(store.snapshot()).toHaveLength(10 - removed);
});

it('stops when time is up, ten at a time', async () => {
  const { store, ids } = await storeWith(30);
  let looks = 0;
  const once = () => {
    looks += 1;
    return looks === 1;
  };

  expect(await removeRecords(store, ids, 100, once, createTestLog())).toBe(10);
});

it('leaves the rest to the next run when the store refuses, and counts the operations all the same', async () => {
  const { store, ids } = await storeWith(30);
  store.refuses = ({ recordId }) => recordId === ids[12];
  const log = createTestLog();

  expect(await removeRecords(store, ids, 100, always, log)).toBe(20);
  expect(store.snapshot()).toHaveLength(11);
  expect(log.messages('warn')).toEqual(['settled records not deleted, the next run does it']);
});
