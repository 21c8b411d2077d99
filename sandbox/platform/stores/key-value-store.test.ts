import { createClock } from '../../support/clock';
import { createRandom } from '../../support/random';
import { createFaults } from '../faults';
import { createKeyValueStore, type KeyValueStore } from './key-value-store';
import { describeKeyValueStore, type KeyValueSubject, type KeyValueSurface } from './key-value-store.battery';
import { limitsWith } from '../limits';
import { noon, platformWith, removePackages } from '../package-fixture';
import { answerOf } from '../refusal';
import { createUsageMeter } from '../usage-meter';

afterAll(removePackages);

function createStore() {
  const clock = createClock(noon);
  const faults = createFaults();
  const usage = createUsageMeter(clock);
  const store = createKeyValueStore({ clock, faults, usage, limits: limitsWith(), random: createRandom(1) });
  return { clock, faults, store };
}

async function answered<T>(work: () => T): Promise<T> {
  try {
    return await Promise.resolve(work());
  } catch (error) {
    throw answerOf(error);
  }
}

function surfaceOf(store: KeyValueStore): KeyValueSurface {
  return {
    set: (...call) => answered(() => store.set(...call)),
    get: (...call) => answered(() => store.get(...call)),
    update: (...call) => answered(() => store.update(...call)),
    delete: (...call) => answered(() => store.delete(...call)),
  };
}

async function startInPackage(): Promise<KeyValueSubject> {
  const { platform, clock } = platformWith(
    {
      db: `async function (args) {
        try { renderData(null, { value: await $db[args.verb](...args.call) }); } catch (error) { renderData(error); }
      }`,
    },
    { options: { limits: { functionsPerMinute: 1000 } } },
  );
  await platform.install({});
  const call = async (verb: string, ...params: readonly unknown[]): Promise<unknown> => {
    const { answer } = await platform.callFunction('db', { verb, call: params });
    if (answer.ok) return (answer.response as { value: unknown }).value;
    throw { status: answer.status, message: answer.message };
  };
  return {
    db: {
      set: (...params) => call('set', ...params),
      get: (...params) => call('get', ...params),
      update: (...params) => call('update', ...params),
      delete: (...params) => call('delete', ...params),
    },
    passMs: (ms) => clock.advanceTo(clock.now() + ms),
  };
}

describeKeyValueStore('the store itself', () => {
  const { store, clock } = createStore();
  return Promise.resolve({ db: surfaceOf(store), passMs: (ms) => clock.advanceTo(clock.now() + ms) });
});
describeKeyValueStore('$db in a package', startInPackage);

describe('faults of the key-value store', () => {
  it('keeps expired entries for longer', () => {
    const { store, clock, faults } = createStore();
    faults.lateTtlMs = 120_000;
    store.set('lease', { n: 1 }, { ttl: 55 });

    clock.advanceTo(noon + 174_999);
    expect(store.get('lease')).toEqual({ n: 1 });
    clock.advanceTo(noon + 175_000);

    expect(() => store.get('lease')).toThrow('Record not found');
  });

  it('answers with what was true a moment ago, and never with anything older', () => {
    const { store, clock, faults } = createStore();
    faults.staleReadMs = 1000;
    for (let n = 1; n <= 5; n += 1) {
      store.set('k', { n });
      clock.advanceTo(clock.now() + 400);
    }

    const answers = Array.from({ length: 30 }, () => (store.get('k') as { n: number }).n);

    expect(new Set(answers)).toEqual(new Set([3, 4, 5]));
    expect(() => store.set('k', { n: 6 }, { setIf: 'not_exist' })).toThrow();
  });

  it('answers with the same again after its snapshot was restored', () => {
    const { store, clock, faults } = createStore();
    faults.staleReadMs = 1000;
    for (let n = 1; n <= 5; n += 1) {
      store.set('k', { n });
      clock.advanceTo(clock.now() + 400);
    }
    const restore = store.takeSnapshot();
    const answers = Array.from({ length: 15 }, () => store.get('k'));
    store.set('k', { n: 6 });
    restore();

    expect(Array.from({ length: 15 }, () => store.get('k'))).toEqual(answers);
  });

  it('says so many times that an entry is not there, and refuses to create it all the same', () => {
    const { store, faults } = createStore();
    store.set('k', { n: 1 });
    store.set('other', { n: 2 });
    faults.missingReads = { k: 2, never: 1 };

    expect(() => store.get('k')).toThrow('Record not found');
    expect(() => store.set('k', { n: 3 }, { setIf: 'not_exist' })).toThrow('already exists');
    expect(() => store.get('k')).toThrow('Record not found');
    expect(() => store.get('never')).toThrow('Record not found');

    expect([store.get('k'), store.get('other')]).toEqual([{ n: 1 }, { n: 2 }]);
    expect(faults.missingReads).toEqual({ k: 0, never: 1 });
  });

  it('can lose an entry', () => {
    const { store } = createStore();
    store.set('k', { n: 1 });

    store.lose('k');

    expect(() => store.get('k')).toThrow('Record not found');
    expect(store.set('k', { n: 2 }, { setIf: 'not_exist' })).toEqual({ Created: true });
  });

  it('loses nothing when the clock goes back', () => {
    const { store, clock } = createStore();
    store.set('k', { n: 1 });

    clock.set(noon - 3_600_000);

    expect(store.get('k')).toEqual({ n: 1 });
    expect(store.list()).toEqual({ k: { n: 1 } });
  });
});
