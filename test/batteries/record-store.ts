import type { RecordStore, StoredRecord } from '../../server/platform/ports';

/** The tested implementation. */
export interface RecordStoreUnderTest {
  readonly store: RecordStore;
  /** The time of the store's clock (ms). */
  now(): number;
  /** Makes the store refuse everything from now on. */
  breakDown(): void;
}

const RECORD = {
  contact_id: 'ticket:7',
  kind: 'ticket',
  ticket_id: '7',
  occurred_at: '2026-11-05T12:00:00Z',
  v: 1,
};

async function listAll(store: RecordStore): Promise<readonly StoredRecord[]> {
  const all: StoredRecord[] = [];
  let marker: string | null = null;
  do {
    const page: Awaited<ReturnType<RecordStore['list']>> = await store.list(marker);
    all.push(...page.records);
    marker = page.next;
  } while (marker !== null);
  return all;
}

/** Tests for every implementation of RecordStore. */
export function describeRecordStore(name: string, open: () => RecordStoreUnderTest): void {
  describe(`a record store ${name}`, () => {
    it('lists one empty page when it is empty', async () => {
      const { store } = open();

      expect(await store.list(null)).toEqual({ records: [], next: null });
    });

    it('gives back what was created, with an id and the time it was stored', async () => {
      const { store, now } = open();

      await store.create(RECORD);

      const [record] = await listAll(store);
      expect(record).toEqual({ recordId: expect.any(String) as string, recordedAt: now(), data: RECORD });
    });

    it('keeps every record, also of the same contact', async () => {
      const { store } = open();

      await store.create(RECORD);
      await store.create(RECORD);

      const ids = (await listAll(store)).map((record) => record.recordId);
      expect(new Set(ids).size).toBe(2);
    });

    it('lists everything once, page by page', async () => {
      const { store } = open();
      const contactIds = [...Array(45).keys()].map((id) => `ticket:${id + 1}`);
      for (const contact_id of contactIds) await store.create({ ...RECORD, contact_id });

      const first = await store.list(null);
      expect(first.records.length).toBeLessThan(45);
      expect(first.next).not.toBeNull();

      const listed = (await listAll(store)).map(({ data }) => (data as typeof RECORD).contact_id);
      expect([...listed].sort()).toEqual([...contactIds].sort());
    });

    it('does not list what was removed', async () => {
      const { store } = open();
      await store.create(RECORD);
      await store.create({ ...RECORD, contact_id: 'ticket:8' });
      const [first, second] = await listAll(store);

      await store.remove(first?.recordId ?? '');

      expect(await listAll(store)).toEqual([second]);
    });

    it('is content when what is to be removed is gone already', async () => {
      const { store } = open();
      await store.create(RECORD);
      const [record] = await listAll(store);
      await store.remove(record?.recordId ?? '');

      await expect(store.remove(record?.recordId ?? '')).resolves.toBeUndefined();
    });

    it('goes on behind a page whose records were removed meanwhile', async () => {
      const { store } = open();
      for (let id = 1; id <= 30; id += 1) await store.create({ ...RECORD, contact_id: `ticket:${id}` });
      const first = await store.list(null);
      for (const { recordId } of first.records) await store.remove(recordId);

      const second = await store.list(first.next);

      expect(second.records).toHaveLength(30 - first.records.length);
    });

    it('says so when it is broken', async () => {
      const { store, breakDown } = open();
      breakDown();

      await expect(store.create(RECORD)).rejects.toMatchObject({ name: 'AppError' });
      await expect(store.list(null)).rejects.toMatchObject({ name: 'AppError' });
      await expect(store.remove('any')).rejects.toMatchObject({ name: 'AppError' });
    });
  });
}
