import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { KEYS } from '../platform/keys';
import { readMissing } from './unsettled-missing';

it('has nothing before the scan ever met something', async () => {
  expect(await readMissing(createMemoryKeyValueStore())).toEqual([]);
});

it('is not taken for empty when a later version wrote it', async () => {
  const store = createMemoryKeyValueStore();
  await store.set(KEYS.found, { v: 2, contacts: [['ticket:1', 1, 1, 1, 0, 0]] });

  await expect(readMissing(store)).rejects.toMatchObject({ code: 'record_unreadable' });
});
