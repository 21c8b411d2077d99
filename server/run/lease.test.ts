import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { takeLease } from './lease';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const UNTIL = NOON + 55_000;

function world() {
  const clock = { now: NOON };
  const store = createMemoryKeyValueStore(() => clock.now);
  const take = (holder: string) => takeLease(store, holder, clock.now);
  return { clock, store, take };
}

it('is given to the first who asks, for 55 seconds', async () => {
  const { store, take } = world();

  expect(await take('a')).toBe(true);

  expect(store.valueOf('lease')).toEqual({ v: 1, holder: 'a', until: UNTIL });
  expect(store.operations()).toHaveLength(1);
});

it('is given to one of many who ask at once', async () => {
  const { take } = world();

  const taken = await Promise.all([...'abcdef'].map(take));

  expect(taken.filter(Boolean)).toHaveLength(1);
});

it('is given to nobody else while it lasts, also not when its holder asks again', async () => {
  const { clock, take } = world();
  await take('a');

  clock.now += 54_000;

  expect(await take('b')).toBe(false);
  expect(await take('a')).toBe(false);
});

it('is given anew once it has expired', async () => {
  const { clock, take } = world();
  await take('a');

  clock.now += 55_000;

  expect(await take('b')).toBe(true);
});

describe('a lease that its store forgot to expire', () => {
  it('stays with its holder until it is two minutes over', async () => {
    const { clock, store, take } = world();
    store.lateTtlMs = 600_000;
    await take('a');

    clock.now = UNTIL + 119_999;

    expect(await take('b')).toBe(false);
  });

  it('is taken over then, by one of many who ask at once', async () => {
    const { clock, store, take } = world();
    store.lateTtlMs = 600_000;
    await take('a');

    clock.now = UNTIL + 120_000;
    const taken = await Promise.all([...'bcdef'].map(take));

    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(store.valueOf('lease')).toMatchObject({
      holder: 'bcdef'[taken.indexOf(true)],
      until: clock.now + 55_000,
    });
    expect(Object.keys(store.snapshot())).toContain(`lease-after:${UNTIL}`);
  });

  it('is taken over once, and then lasts as any other', async () => {
    const { clock, store, take } = world();
    store.lateTtlMs = 86_400_000;
    await take('a');
    clock.now = UNTIL + 120_000;
    await take('b');

    clock.now += 60_000;
    expect(await take('c')).toBe(false);

    clock.now += 120_000;
    expect(await take('d')).toBe(true);
    expect(await take('e')).toBe(false);
  });
});

describe('any other answer of the store', () => {
  it.each(['refuse before', 'refuse after'] as const)('takes no lease: %s', async (verdict) => {
    const { store, take } = world();
    store.onOperation = ({ verb }) => (verb === 'create' ? verdict : 'go');

    expect(await take('a')).toBe(false);
  });

  it('takes no lease over when the mark cannot be made', async () => {
    const { clock, store, take } = world();
    store.lateTtlMs = 600_000;
    await take('a');
    clock.now = UNTIL + 120_000;
    store.onOperation = ({ key }) => (key.startsWith('lease-after') ? 'refuse after' : 'go');

    expect(await take('b')).toBe(false);
    expect(store.valueOf('lease')).toMatchObject({ holder: 'a' });
  });

  it.each([[{ v: 1 }], [{ v: 1, holder: 'a', until: 'soon' }]])(
    'takes no lease over from %j',
    async (lease) => {
      const { store, take } = world();
      await store.set('lease', lease);

      expect(await take('b')).toBe(false);
    },
  );

  it('is an error when the lease cannot even be read', async () => {
    const { store, take } = world();
    store.onOperation = () => 'refuse before';

    await expect(take('a')).rejects.toMatchObject({ code: 'store_failed' });
  });
});
