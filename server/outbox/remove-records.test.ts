import { createMemoryRecordStore } from '../../test/fakes/memory-record-store';
import { createTestLog } from '../../test/fakes/test-log';
import { createEntityBudget } from '../platform/entity-budget';
import { removeRecords } from './remove-records';

/** A run that may work on, with 230 operations of which so many are spent, and contacts with a record or two each. */
async function runWith(count: number, spent = 0) {
  const records = createMemoryRecordStore();
  for (let n = 0; n < count; n += 1) await records.create({ n });
  const ids = records.snapshot().map(({ recordId }) => recordId);
  const entityBudget = createEntityBudget(null, () => 0);
  entityBudget.spend(spent);
  const run = { records, entityBudget, budget: { mayWork: () => true }, log: createTestLog() };
  const contacts = [{ recordIds: ids.slice(0, 2) }, ...ids.slice(2).map((id) => ({ recordIds: [id] }))];
  return { run, contacts };
}

it('removes every record while operations last, and counts them', async () => {
  const { run, contacts } = await runWith(25);

  await removeRecords(run, contacts);

  expect(run.records.snapshot()).toEqual([]);
  expect(run.entityBudget.left()).toBe(205);
});

it.each([
  [223, 7],
  [230, 0],
  [233, 0],
])('with %i operations spent it removes %i', async (spent, removed) => {
  const { run, contacts } = await runWith(10, spent);

  await removeRecords(run, contacts);

  expect(run.records.snapshot()).toHaveLength(10 - removed);
});

it('stops when time is up, ten at a time', async () => {
  const { run, contacts } = await runWith(30);
  let looks = 0;
  const mayWork = () => {
    looks += 1;
    return looks === 1;
  };

  await removeRecords({ ...run, budget: { mayWork } }, contacts);

  expect(run.records.snapshot()).toHaveLength(20);
});

it('leaves the rest to the next run when the store refuses, and counts the operations all the same', async () => {
  const { run, contacts } = await runWith(30);
  run.records.refuses = ({ recordId }) => recordId === contacts[12]?.recordIds[0];

  await removeRecords(run, contacts);

  expect(run.records.snapshot()).toHaveLength(11);
  expect(run.entityBudget.left()).toBe(210);
  expect(run.log.messages('warn')).toEqual(['settled records not deleted, the next run does it']);
});
