import { describeKeyValueStore } from '../../test/batteries/key-value-store';
import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { putSandboxGlobals, removeGlobals } from '../../test/fakes/sandbox-globals';
import { createKeyValueStore } from './key-value-store';

afterEach(removeGlobals);

describeKeyValueStore('in memory', () => {
  let now = 0;
  const store = createMemoryKeyValueStore(() => now);
  return {
    store,
    advance: (ms) => {
      now += ms;
    },
    expireLate: (ms) => {
      store.lateTtlMs = ms;
    },
    breakDown: () => {
      store.onOperation = () => 'refuse before';
    },
  };
});

describeKeyValueStore('over $db', () => {
  const { clock, faults } = putSandboxGlobals();
  return {
    store: createKeyValueStore(),
    advance: (ms) => clock.advanceTo(clock.now() + ms),
    expireLate: (ms) => {
      faults.lateTtlMs = ms;
    },
    breakDown: () => {
      faults.refuse = () => ({ status: 500, message: 'Internal error' });
    },
  };
});

describe('the key-value store over $db', () => {
  it('tells a throttled store from one that failed', async () => {
    const { faults } = putSandboxGlobals();
    faults.refuse = () => ({ status: 429, message: 'Too many' });
    const store = createKeyValueStore();

    await expect(store.get('state')).rejects.toMatchObject({ code: 'store_limit' });
    await expect(store.set('state', { v: 1 })).rejects.toMatchObject({ code: 'store_limit' });
    await expect(store.setFields('state', { v: 1 })).rejects.toMatchObject({ code: 'store_limit' });
    await expect(store.removeFields('state', ['v'])).rejects.toMatchObject({ code: 'store_limit' });
  });

  it.each([[undefined], [null], ['text'], [new Error('network')], [{ status: '404' }]])(
    'takes a rejection with %p for a failure',
    async (rejection) => {
      Object.assign(globalThis, { $db: { get: () => Promise.reject(rejection as Error) } });

      await expect(createKeyValueStore().get('state')).rejects.toMatchObject({ code: 'store_failed' });
    },
  );

  it('never tells what it was asked to store', async () => {
    const { faults } = putSandboxGlobals();
    faults.refuse = () => ({ status: 400, message: 'secret value is invalid' });

    const failure = createKeyValueStore().set('state', { text: 'secret' });

    await expect(failure).rejects.toMatchObject({
      message: expect.not.stringContaining('secret') as string,
    });
  });

  it('uses one operation a call', async () => {
    putSandboxGlobals({ kvPerMinute: 5 });
    const store = createKeyValueStore();

    await store.create('orders', { v: 1 }, { ttlSeconds: 60 });
    await store.get('orders');
    await store.setFields('orders', { a: 1 });
    await store.removeFields('orders', ['a']);
    await store.set('orders', { v: 1 });

    await expect(store.get('orders')).rejects.toMatchObject({ code: 'store_limit' });
  });
});

describe('the key-value store in memory', () => {
  it.each([
    ['refuse before', undefined],
    ['refuse after', { v: 1 }],
  ] as const)('can %s an operation took effect', async (verdict, stored) => {
    const store = createMemoryKeyValueStore();
    store.onOperation = () => verdict;

    await expect(store.set('state', { v: 1 })).rejects.toMatchObject({ code: 'store_failed' });

    expect(store.valueOf('state')).toEqual(stored);
  });

  it.each([
    ['kill before', undefined],
    ['kill after', { v: 1 }],
  ] as const)('can %s an operation took effect, and nothing follows', async (verdict, stored) => {
    const store = createMemoryKeyValueStore();
    store.onOperation = () => verdict;

    await expect(store.set('state', { v: 1 })).rejects.toMatchObject({ name: 'Killed' });
    await expect(store.create('lease', { v: 1 }, { ttlSeconds: 5 })).rejects.toMatchObject({
      name: 'Killed',
    });
    store.revive();

    expect(await store.get('state')).toEqual(stored);
    expect(store.snapshot()).toEqual(stored === undefined ? {} : { state: stored });
  });
});
