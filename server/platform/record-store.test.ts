import { describeRecordStore } from '../../test/batteries/record-store';
import { createMemoryRecordStore } from '../../test/fakes/memory-record-store';
import { putSandboxGlobals, removeGlobals } from '../../test/fakes/sandbox-globals';
import { createRecordStore } from './record-store';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const RECORD = {
  contact_id: 'ticket:7',
  kind: 'ticket',
  ticket_id: '7',
  occurred_at: '2026-11-05T12:00:00Z',
  v: 1,
};

afterEach(removeGlobals);

describeRecordStore('in memory', () => {
  const store = createMemoryRecordStore(() => NOON);
  return {
    store,
    now: () => NOON,
    breakDown: () => {
      store.refuses = () => true;
    },
  };
});

describeRecordStore('over the entity store', () => {
  const { clock, faults } = putSandboxGlobals();
  return {
    store: createRecordStore(),
    now: clock.now,
    breakDown: () => {
      faults.entityStoreOff = true;
    },
  };
});

describe('the record store over the entity store', () => {
  it('tells a throttled store from one that failed', async () => {
    putSandboxGlobals({ entityPerMinute: 0 });
    const store = createRecordStore();

    await expect(store.create(RECORD)).rejects.toMatchObject({ code: 'store_limit' });
    await expect(store.list(null)).rejects.toMatchObject({ code: 'store_limit' });
    await expect(store.remove('CON-1')).rejects.toMatchObject({ code: 'store_limit' });
  });

  it('keeps the other records when one has no data, is nothing, or has no id', async () => {
    const good = { display_id: 'CON-2', created_time: '2026-11-05T12:00:00Z', data: RECORD };
    const records = [null, 'text', { data: RECORD }, { display_id: 'CON-1' }, good];
    const getAll = () => Promise.resolve({ records });
    Object.assign(globalThis, { $db: { entity: () => ({ get: () => ({ getAll }) }) } });

    expect((await createRecordStore().list(null)).records).toEqual([
      { recordId: 'CON-1', recordedAt: null, data: undefined },
      { recordId: 'CON-2', recordedAt: NOON, data: RECORD },
    ]);
  });

  it.each([
    ['no records at all', {}],
    ['records that are no list', { records: {} }],
    ['null instead of links', { records: [], links: null }],
    ['null instead of a next page', { records: [], links: { next: null } }],
    ['an empty marker', { records: [], links: { next: { marker: '' } } }],
    ['a marker that is no text', { records: [], links: { next: { marker: 7 } } }],
  ])('takes a page with %s for the last one', async (_what, page) => {
    const getAll = () => Promise.resolve(page);
    Object.assign(globalThis, { $db: { entity: () => ({ get: () => ({ getAll }) }) } });

    expect(await createRecordStore().list(null)).toEqual({ records: [], next: null });
  });

  it('does not know when a record was stored if the platform does not say', async () => {
    const getAll = () => Promise.resolve({ records: [{ display_id: 7, data: RECORD }] });
    Object.assign(globalThis, { $db: { entity: () => ({ get: () => ({ getAll }) }) } });

    expect((await createRecordStore().list(null)).records).toEqual([
      { recordId: '7', recordedAt: null, data: RECORD },
    ]);
  });
});
