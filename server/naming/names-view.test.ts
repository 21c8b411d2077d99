import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { createNamesCache } from './names-cache';
import { namesView } from './names-view';
import { readQueueRegistry } from './queue-registry';

const NOON = Date.parse('2026-11-05T12:00:00Z');

it('gives all names, the newest first, and says of each that was typed whether a queue bears it', async () => {
  const store = createMemoryKeyValueStore();
  await createNamesCache(store, null, NOON).learn([
    { kind: 'group', id: 400, name: 'Sales', at: NOON - 9000, how: 'page' },
    { kind: 'group', id: 401, name: 'Billing', at: NOON - 5000, how: 'typed' },
    { kind: 'source', id: 101, name: null, at: NOON - 7000, how: 'typed' },
    { kind: 'source', id: 400, name: 'Kiosk', at: NOON - 8000, how: 'typed' },
  ]);
  const queues = await readQueueRegistry(store);
  queues.register({ identifier: 'freshdesk:400:1:tickets', name: 'Sales email Tickets', channel: 'cases' });
  queues.register({
    identifier: 'freshdesk:none:101:replies',
    name: 'No group source 101 Replies',
    channel: 'cases',
  });
  await queues.save();

  expect(await namesView(store)).toEqual({
    ok: true,
    named: [
      { kind: 'group', id: 401, name: 'Billing', at: NOON - 5000, how: 'typed', isSent: false },
      { kind: 'source', id: 101, name: null, at: NOON - 7000, how: 'typed', isSent: true },
      { kind: 'source', id: 400, name: 'Kiosk', at: NOON - 8000, how: 'typed', isSent: false },
      { kind: 'group', id: 400, name: 'Sales', at: NOON - 9000, how: 'page', isSent: true },
    ],
  });
});

it('looks for queues only where a name was typed', async () => {
  const store = createMemoryKeyValueStore();
  const names = createNamesCache(store, null, NOON);
  await names.learn([{ kind: 'group', id: 400, name: 'Sales', at: NOON - 9000, how: 'page' }]);
  const before = store.operations().length;

  expect(await namesView(store)).toMatchObject({ named: [{ name: 'Sales', isSent: true }] });
  expect(store.operations()).toHaveLength(before + 1);
});

it('is empty before anything is known', async () => {
  expect(await namesView(createMemoryKeyValueStore())).toEqual({ ok: true, named: [] });
});
