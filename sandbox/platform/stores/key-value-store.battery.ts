/** The surface of `$db` that the package's code sees. */
export interface KeyValueSurface {
  set(key: string, value: object, options?: object): Promise<unknown>;
  get(key: string): Promise<unknown>;
  update(key: string, action: string, attributes: object): Promise<unknown>;
  delete(key: string): Promise<unknown>;
}

/** An empty store of the tested implementation, and control of its clock. */
export interface KeyValueSubject {
  readonly db: KeyValueSurface;
  readonly passMs: (ms: number) => void;
}

/** Runs the tests for every implementation of `$db`, named after `name`. */
export function describeKeyValueStore(name: string, start: () => Promise<KeyValueSubject>): void {
  describe(`${name} as a key-value store`, () => {
    it('gives back copies of what was set', async () => {
      const { db } = await start();
      const value = { n: 1, list: [{ a: '' }], nothing: NaN, none: undefined };

      await expect(db.set('k', value)).resolves.toEqual({ Created: true });
      value.n = 2;

      await expect(db.get('k')).resolves.toEqual({ n: 1, list: [{ a: null }], nothing: null });
    });

    it('does not know what was never set, or deleted', async () => {
      const { db } = await start();
      const notFound = { status: 404, message: 'Record not found' };
      await db.set('k', { n: 1 });

      await expect(db.delete('k')).resolves.toEqual({ Deleted: true });

      await expect(db.get('k')).rejects.toEqual(notFound);
      await expect(db.update('k', 'set', { n: 2 })).rejects.toEqual(notFound);
    });

    it.each([
      ['set', { n: 2, m: 3 }, { n: 2, list: ['a'], m: 3 }],
      ['increment', { n: 5, m: 1 }, { n: 6, list: ['a'], m: 1 }],
      ['append', { list: ['b'] }, { n: 1, list: ['a', 'b'] }],
      ['remove', ['list'], { n: 1 }],
    ])('updates with %s', async (action, attributes, expected) => {
      const { db } = await start();
      await db.set('k', { n: 1, list: ['a'] });

      await expect(db.update('k', action, attributes)).resolves.toEqual({ Updated: true });

      await expect(db.get('k')).resolves.toEqual(expected);
    });

    it('sets on a condition', async () => {
      const { db } = await start();

      await expect(db.set('k', { n: 1 }, { setIf: 'exist' })).rejects.toMatchObject({ status: 400 });
      await db.set('k', { n: 1 }, { setIf: 'not_exist' });
      await expect(db.set('k', { n: 2 }, { setIf: 'not_exist' })).rejects.toMatchObject({ status: 400 });
      await db.set('k', { n: 3 }, { setIf: 'exist' });

      await expect(db.get('k')).resolves.toEqual({ n: 3 });
    });

    it('lets one of two conditional sets win', async () => {
      const { db } = await start();

      const both = await Promise.allSettled([1, 2].map((n) => db.set('k', { n }, { setIf: 'not_exist' })));

      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });

    it('forgets after the time to live, and not when it was set anew without one', async () => {
      const { db, passMs } = await start();
      await db.set('short', { n: 1 }, { ttl: 55 });
      await db.set('long', { n: 1 }, { ttl: 55 });
      await db.update('short', 'set', { n: 2 });
      await db.set('long', { n: 2 });

      passMs(55_000);

      await expect(db.get('short')).rejects.toMatchObject({ status: 404 });
      await expect(db.get('long')).resolves.toEqual({ n: 2 });
      await expect(db.set('short', { n: 3 }, { setIf: 'not_exist' })).resolves.toEqual({ Created: true });
    });

    it.each([
      ['k'.repeat(61), { n: 1 }, 'Key length should not exceed 60 characters'],
      ['k', {}, 'The value cannot be blank and should be of type JSON'],
      ['k', [1], 'The value cannot be blank and should be of type JSON'],
      ['k', { text: 'x'.repeat(40_960) }, 'The combined size of the key and value should not exceed 40KB'],
    ])('refuses what is against the rules: %.5s %.10j', async (key, value, message) => {
      const { db } = await start();

      await expect(db.set(key, value)).rejects.toEqual({ status: 400, message });
    });

    it('takes 50 calls in any 60 seconds', async () => {
      const { db, passMs } = await start();
      await db.set('k', { n: 1 });
      for (let n = 2; n <= 50; n += 1) await db.get('k');

      await expect(db.get('k')).rejects.toMatchObject({ status: 429 });

      passMs(60_000);
      await expect(db.get('k')).resolves.toEqual({ n: 1 });
    });
  });
}
