import { createMemoryRecordStore } from '../../test/fakes/memory-record-store';
import { createTestLog } from '../../test/fakes/test-log';
import { createEntityBudget } from './entity-budget';
import { removeRecords } from './remove-records';

const always = () => true;

async function storeWith(count: number) {
  const store = createMemoryRecordStore();
  for (let n = 0; n < count; n += 1) await store.create({ n });
  return { store, ids: store.snapshot().map(({ recordId }) => recordId) };
}

/** A budget of 230 operations of which so many are spent. */
function budgetWith(spent: number) {
  const budget = createEntityBudget(null, () => 0);
  budget.spend(spent);
  return budget;
}

it('removes every record while operations last, and counts them', async () => {
  const { store, ids } = await storeWith(25);
  const budget = budgetWith(0);

  await removeRecords(store, ids, budget, always, createTestLog());

  expect(store.snapshot()).toEqual([]);
  expect(budget.left()).toBe(205);
});

it.each([
  [223, 7],
  [230, 0],
  [233, 0],
])('with %i operations spent it removes %i', async (spent, removed) => {
  const { store, ids } = await storeWith(10);

  await removeRecords(store, ids, budgetWith(spent), always, createTestLog());

  expect(store.snapshot()).toHaveLength(10 - removed);
});

it('stops when time is up, ten at a time', async () => {
  const { store, ids } = await storeWith(30);
  let looks = 0;
  const once = () => {
    looks += 1;
    return looks === 1;
  };

  await removeRecords(store, ids, budgetWith(0), once, createTestLog());

  expect(store.snapshot()).toHaveLength(20);
});

it('leaves the rest to the next run when the store refuses, and counts the operations all the same', async () => {
  const { store, ids } = await storeWith(30);
  store.refuses = ({ recordId }) => recordId === ids[12];
  const log = createTestLog();
  const budget = budgetWith(0);

  await removeRecords(store, ids, budget, always, log);

  expect(store.snapshot()).toHaveLength(11);
  expect(budget.left()).toBe(210);
  expect(log.messages('warn')).toEqual(['settled records not deleted, the next run does it']);
});
