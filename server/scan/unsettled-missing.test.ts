import { createRunWorld } from '../../test/fakes/run-world';
import { openScanRun } from '../../test/fakes/scan-run';
import { KEYS } from '../platform/keys';
import { readMissing } from './unsettled-missing';

it('has nothing before the scan ever met something', async () => {
  const world = createRunWorld();
  const before = world.store.operations().length;

  expect(await readMissing(await openScanRun(world))).toEqual([]);
  expect(world.store.operations().filter(({ key }) => key === KEYS.found)).toHaveLength(before);
});

it('is not taken for empty when a later version wrote it', async () => {
  const world = createRunWorld();
  await world.store.set(KEYS.found, { v: 2, contacts: [['ticket:1', 1, 1, 1, 0, 0]] });

  const run = await openScanRun(world, { scan: { found: 1 } });
  await expect(readMissing(run)).rejects.toMatchObject({ code: 'record_unreadable' });
});

it.each([undefined, { v: 1 }])('reads the lists again when its record is gone: %p', async (stored) => {
  const world = createRunWorld();
  if (stored !== undefined) await world.store.set(KEYS.found, stored);

  const run = await openScanRun(world, { scan: { found: 12, counting: true, checkedUntil: 5 } });

  expect(await readMissing(run)).toEqual([]);
  expect(run.scan.value).toMatchObject({ found: 0, live: null, deep: null, checkedUntil: 5 });
  expect(run.store.lost()).toEqual({ records: 1, contacts: 0 });
});
