import type { EntityPage } from './entity-listing';
import type { EntityRecord } from './entity-records';

/** One entity as code in the package sees it. */
export interface EntitySurface {
  create(data: object): Promise<{ record: EntityRecord }>;
  get(id: string): Promise<{ record: EntityRecord }>;
  update(id: string, data: object): Promise<{ record: EntityRecord }>;
  delete(id: string): Promise<unknown>;
  getAll(options?: object): Promise<EntityPage>;
}

/** config/entities.json for the battery. */
export const batteryEntities = {
  notes: {
    fields: [
      { name: 'title', label: 'Title', type: 'text', required: true, filterable: true },
      { name: 'count', label: 'Count', type: 'integer', required: false, filterable: true },
      { name: 'body', label: 'Body', type: 'paragraph', required: false, filterable: false },
    ],
  },
};

/** Runs the tests for every implementation of an entity, on an empty entity `notes`. */
export function describeEntityStore(name: string, start: () => Promise<EntitySurface>): void {
  const listAll = async (notes: EntitySurface, query?: object): Promise<readonly EntityRecord[]> => {
    let records: readonly EntityRecord[] = [];
    let marker: string | undefined;
    do {
      const options = { ...(query && { query }), ...(marker !== undefined && { next: { marker } }) };
      const page = await notes.getAll(options);
      records = [...records, ...page.records];
      marker = page.links?.next.marker;
    } while (marker !== undefined);
    return records;
  };

  describe(`${name} as an entity store`, () => {
    it('creates, reads, updates and deletes records', async () => {
      const notes = await start();

      const { record } = await notes.create({ title: 'a', count: 1 });
      expect(record).toEqual({
        display_id: expect.any(String) as string,
        created_time: expect.stringMatching(/Z$/) as string,
        updated_time: expect.stringMatching(/Z$/) as string,
        data: { title: 'a', count: 1 },
      });
      await notes.update(record.display_id, { title: 'b' });
      await expect(notes.get(record.display_id)).resolves.toMatchObject({ record: { data: { title: 'b' } } });
      await notes.delete(record.display_id);

      await expect(notes.get(record.display_id)).rejects.toMatchObject({ status: 404 });
      await expect(notes.delete(record.display_id)).rejects.toMatchObject({ status: 404 });
    });

    it('lists every record once, in small pages and in no order', async () => {
      const notes = await start();
      for (let count = 0; count < 45; count += 1) await notes.create({ title: 't', count });

      const page = await notes.getAll();
      const counts = (await listAll(notes)).map(({ data }) => Number(data['count']));

      expect(page.records).toHaveLength(20);
      expect([...counts].sort((one, other) => one - other)).toEqual(Array.from({ length: 45 }, (_, n) => n));
      expect(counts).not.toEqual([...counts].sort((one, other) => one - other));
    });

    it.each([
      [{ title: 'a' }, [1, 2]],
      [{ $and: [{ title: 'a' }, { count: 2 }] }, [2]],
      [{ $or: [{ title: 'b' }, { count: 1 }] }, [1, 3]],
    ])('filters by %j', async (query, expected) => {
      const notes = await start();
      for (const [title, count] of [
        ['a', 1],
        ['a', 2],
        ['b', 3],
      ] as const)
        await notes.create({ title, count });

      const found = await listAll(notes, query);

      expect(found.map(({ data }) => data['count']).sort()).toEqual(expected);
    });

    it.each([
      [{ count: 1 }, 'title'],
      [{ title: 'x'.repeat(65) }, 'title'],
      [{ title: '' }, 'title'],
      [{ title: 'a', count: 1.5 }, 'count'],
      [{ title: 'a', body: 'x'.repeat(2049) }, 'body'],
      [{ title: 'a', other: 1 }, 'other'],
    ])('refuses records against the schema: %.40j', async (data, field) => {
      const notes = await start();

      await expect(notes.create(data)).rejects.toMatchObject({ status: 400, errors: [{ name: field }] });
    });

    it.each([{ body: 'a' }, { title: 'a', count: 1 }, { title: { gt: 1 } }, { nope: 1 }])(
      'refuses the query %j',
      async (query) => {
        const notes = await start();

        await expect(notes.getAll({ query })).rejects.toMatchObject({ status: 400 });
      },
    );
  });
}
