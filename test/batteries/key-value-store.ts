import type { KeyValueStore } from '../../server/platform/ports';

/** The tested implementation and its clock. */
export interface KeyValueStoreUnderTest {
  readonly store: KeyValueStore;
  /** Advances the time. */
  advance(ms: number): void;
  /** Makes entries outlive their time by this long. */
  expireLate(ms: number): void;
  /** Makes the store refuse everything from now on. */
  breakDown(): void;
}

/** Tests for every implementation of KeyValueStore. */
export function describeKeyValueStore(name: string, open: () => KeyValueStoreUnderTest): void {
  describe(`a key-value store ${name}`, () => {
    it('has undefined under a key that does not exist', async () => {
      const { store } = open();

      expect(await store.get('state')).toBeUndefined();
    });

    it('gives back what was set, as a copy', async () => {
      const { store } = open();
      const value = { v: 1, list: [1, 2], text: 'Büro', nothing: null };

      await store.set('state', value);
      value.list.push(3);

      expect(await store.get('state')).toEqual({ v: 1, list: [1, 2], text: 'Büro', nothing: null });
    });

    it('replaces the whole value when it is set again', async () => {
      const { store } = open();

      await store.set('state', { a: 1, b: 2 });
      await store.set('state', { b: 3 });

      expect(await store.get('state')).toEqual({ b: 3 });
    });

    it('forgets a value when its time is over, and not before', async () => {
      const { store, advance } = open();
      await store.set('counts', { v: 1 }, { ttlSeconds: 60 });

      advance(59_000);
      expect(await store.get('counts')).toEqual({ v: 1 });

      advance(2_000);
      expect(await store.get('counts')).toBeUndefined();
    });

    it('keeps a value for ever when nothing was said of its time', async () => {
      const { store, advance } = open();
      await store.set('state', { v: 1 });

      advance(400 * 86_400_000);

      expect(await store.get('state')).toEqual({ v: 1 });
    });

    it('lets one of many make a key', async () => {
      const { store } = open();
      const holders = [...Array(8).keys()];

      const made = await Promise.all(
        holders.map((holder) => store.create('lease', { holder }, { ttlSeconds: 55 })),
      );

      expect(made.filter(Boolean)).toHaveLength(1);
      expect(await store.get('lease')).toEqual({ holder: made.indexOf(true) });
    });

    it('lets a key be made again when its time is over', async () => {
      const { store, advance } = open();
      await store.create('lease', { holder: 'a' }, { ttlSeconds: 55 });

      advance(54_000);
      expect(await store.create('lease', { holder: 'b' }, { ttlSeconds: 55 })).toBe(false);

      advance(2_000);
      expect(await store.create('lease', { holder: 'c' }, { ttlSeconds: 55 })).toBe(true);
      expect(await store.get('lease')).toEqual({ holder: 'c' });
    });

    it('keeps a key for ever when it was made without a time', async () => {
      const { store, advance } = open();

      expect(await store.create('tickets:0', { v: 1 })).toBe(true);
      advance(400 * 86_400_000);

      expect(await store.create('tickets:0', { v: 1 })).toBe(false);
      expect(await store.get('tickets:0')).toEqual({ v: 1 });
    });

    it('does not make a key that its store forgot to expire', async () => {
      const { store, advance, expireLate } = open();
      expireLate(600_000);
      await store.create('lease', { holder: 'a' }, { ttlSeconds: 55 });

      advance(120_000);

      expect(await store.create('lease', { holder: 'b' }, { ttlSeconds: 55 })).toBe(false);
      expect(await store.get('lease')).toEqual({ holder: 'a' });
    });

    it('sets some fields and leaves the others as they are', async () => {
      const { store } = open();
      await store.set('orders', { v: 1, a: { n: 1 } });

      await store.setFields('orders', { b: { n: 2 } });

      expect(await store.get('orders')).toEqual({ v: 1, a: { n: 1 }, b: { n: 2 } });
    });

    it('removes some fields and leaves the others as they are', async () => {
      const { store } = open();
      await store.set('orders', { v: 1, a: { n: 1 }, b: { n: 2 } });

      await store.removeFields('orders', ['a', 'never there']);

      expect(await store.get('orders')).toEqual({ v: 1, b: { n: 2 } });
    });

    it('refuses to change fields of a key that does not exist', async () => {
      const { store } = open();

      await expect(store.setFields('orders', { a: 1 })).rejects.toMatchObject({ code: 'store_failed' });
      await expect(store.removeFields('orders', ['a'])).rejects.toMatchObject({ code: 'store_failed' });
    });

    it('takes 39,000 bytes and refuses more than 40 KB, counted in UTF-8', async () => {
      const { store } = open();

      await store.set('names', { text: 'x'.repeat(38_900) });

      await expect(store.set('names', { text: 'x'.repeat(40_000) })).rejects.toMatchObject({
        name: 'AppError',
      });
      await expect(store.set('names', { text: '\u540d'.repeat(14_000) })).rejects.toMatchObject({
        name: 'AppError',
      });
    });

    it('refuses a key of more than 60 characters', async () => {
      const { store } = open();

      await store.set('k'.repeat(60), { v: 1 });

      await expect(store.set('k'.repeat(61), { v: 1 })).rejects.toMatchObject({ code: 'store_failed' });
    });

    it('says so when it is broken, and then has made no key', async () => {
      const { store, breakDown } = open();
      breakDown();

      await expect(store.get('state')).rejects.toMatchObject({ name: 'AppError' });
      await expect(store.set('state', { v: 1 })).rejects.toMatchObject({ name: 'AppError' });
      await expect(store.setFields('state', { v: 1 })).rejects.toMatchObject({ name: 'AppError' });
      await expect(store.removeFields('state', ['v'])).rejects.toMatchObject({ name: 'AppError' });
      expect(await store.create('lease', { holder: 'a' }, { ttlSeconds: 55 })).toBe(false);
    });
  });
}
