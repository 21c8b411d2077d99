import { createMemoryRecordStore } from '../../test/fakes/memory-record-store';
import { createTestLog } from '../../test/fakes/test-log';
import { createEntityBudget } from '../platform/entity-budget';
import { LIMITS } from '../values/limits';
import { createSlice } from '../values/slice';
import { EMPTY_OUTBOX } from './outbox-state';
import { removeRecords, removeUndeleted } from './remove-records';

/** A run that may work on, with 230 operations of which so many are spent, and contacts with a record or two each. */
async function runWith(count: number, spent = 0) {
  const records = createMemoryRecordStore();
  for (let n = 0; n < count; n += 1) await records.create({ n });
  const ids = records.snapshot().map(({ recordId }) => recordId);
  const clock = { now: 1_000_000 };
  const entityBudget = createEntityBudget(null, () => clock.now);
  entityBudget.spend(spent);
  const run = {
    ...{ records, entityBudget, outbox: createSlice(EMPTY_OUTBOX), way: 'checked' as const },
    ...{ budget: { mayWork: () => true }, log: createTestLog() },
  };
  const contacts = [{ recordIds: ids.slice(0, 2) }, ...ids.slice(2).map((id) => ({ recordIds: [id] }))];
  return { run, contacts, clock };
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

describe('what a run has no operations left to delete', () => {
  it('is what the next run begins with, at the rate of the run before', async () => {
    const { run, contacts, clock } = await runWith(10, 223);
    await removeRecords(run, contacts);
    expect(run.outbox.value.undeleted).toHaveLength(3);
    clock.now += 60_000;
    const entityBudget = createEntityBudget(run.entityBudget.record(), () => clock.now);

    await removeUndeleted({ ...run, entityBudget });

    expect(run.records.snapshot()).toEqual([]);
    expect(run.outbox.value.undeleted).toEqual([]);
    expect(entityBudget.left()).toBe(227);
  });

  it('leaves the next run the operations that reading the outbox takes', async () => {
    const { run, contacts } = await runWith(200, 230);
    run.outbox.change({ perMinute: 100 });
    await removeRecords(run, contacts);
    const entityBudget = createEntityBudget(null, () => 2_000_000);

    await removeUndeleted({ ...run, entityBudget });

    expect(run.records.snapshot()).toHaveLength(200 - 126);
    expect(run.outbox.value.undeleted).toHaveLength(200 - 126);
    expect(entityBudget.left()).toBe(14);
  });

  it('is remembered once, and no more of it than the state has room for', async () => {
    const { run, contacts } = await runWith(400, 230);
    await removeRecords(run, contacts);
    await removeRecords(run, contacts);

    expect(new Set(run.outbox.value.undeleted).size).toBe(LIMITS.undeletedRecords);
    expect(run.outbox.value.undeleted).toHaveLength(LIMITS.undeletedRecords);
  });

  it('goes on past a record that cannot be deleted: it comes as a duplicate, and holds up no other', async () => {
    const { run, contacts } = await runWith(30, 230);
    await removeRecords(run, contacts);
    run.records.refuses = ({ recordId }) => recordId === contacts[0]?.recordIds[0];
    const nextRun = () => ({ ...run, entityBudget: createEntityBudget(null, () => 2_000_000) });

    await removeUndeleted(nextRun());
    await removeUndeleted(nextRun());

    expect(run.records.snapshot()).toHaveLength(1);
    expect(run.outbox.value.undeleted).toEqual([]);
  });

  it('costs nothing where nothing was left', async () => {
    const { run } = await runWith(3);

    await removeUndeleted(run);

    expect(run.records.snapshot()).toHaveLength(3);
    expect(run.entityBudget.left()).toBe(230);
  });
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
