import { answered, createFakeFreshdesk, failed, type FakeFreshdesk } from '../../test/fakes/freshdesk-get';
import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { jsonBytes } from '../values/json-bytes';
import { LIMITS } from '../values/limits';
import type { KnownName } from './known-names';
import { createNamesCache } from './names-cache';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const HOUR = 3_600_000;
const FIELDS = '/api/v2/ticket_fields';
const NO_ANSWER = { kind: 'no answer', problem: { kind: 'unreachable' } };
const UNNAMED = { kind: 'unnamed' };

function fields(groups: object, sources: object = {}) {
  return answered([
    { type: 'default_group', choices: groups },
    { type: 'default_source', choices: sources },
  ]);
}

function book(freshdesk: FakeFreshdesk, store = createMemoryKeyValueStore(), now = NOON) {
  return { store, names: createNamesCache(store, freshdesk.get, now) };
}

/** The names of a run without a Freshdesk key. */
function live(store = createMemoryKeyValueStore(), now = NOON) {
  return { store, names: createNamesCache(store, null, now) };
}

function named(name: string | null, changed: Partial<KnownName> = {}): KnownName {
  return { kind: 'group', id: 351, name, at: NOON - 1000, how: 'event', ...changed };
}

it('asks Freshdesk once and knows every group and source from then on', async () => {
  const freshdesk = createFakeFreshdesk({ [FIELDS]: fields({ Billing: 351, VIP: 352 }, { Fax: 1001 }) });
  const { names } = book(freshdesk);

  expect(await names.groupName(351)).toEqual({ kind: 'known', name: 'Billing' });
  expect(await names.groupName(352)).toEqual({ kind: 'known', name: 'VIP' });
  expect(await names.sourceLabel(1001)).toEqual({ kind: 'known', name: 'Fax' });
  expect(freshdesk.paths()).toEqual([FIELDS]);
});

it('asks nothing for an hour, in the runs after either', async () => {
  const freshdesk = createFakeFreshdesk({ [FIELDS]: fields({ Billing: 351 }) });
  const { store, names } = book(freshdesk);
  await names.groupName(351);

  await book(freshdesk, store, NOON + HOUR - 1).names.groupName(351);
  expect(freshdesk.paths()).toHaveLength(1);

  await book(freshdesk, store, NOON + HOUR).names.groupName(351);
  expect(freshdesk.paths()).toHaveLength(2);
});

it('asks once more in a run that meets an id it does not know, and once only', async () => {
  let groups = { Billing: 351 } as object;
  const freshdesk = createFakeFreshdesk({ [FIELDS]: () => fields(groups) });
  const { store } = book(freshdesk);
  await book(freshdesk, store).names.groupName(351);
  groups = { Billing: 351, VIP: 352 };

  const { names } = book(freshdesk, store, NOON + 60_000);
  expect(await names.groupName(352)).toEqual({ kind: 'known', name: 'VIP' });
  expect(await names.sourceLabel(1001)).toEqual({ kind: 'known', name: null });
  expect(await names.sourceLabel(1002)).toEqual({ kind: 'known', name: null });

  expect(freshdesk.paths()).toEqual([FIELDS, FIELDS]);
});

it('asks for a group by itself when the list does not have it', async () => {
  const freshdesk = createFakeFreshdesk({
    [FIELDS]: fields({ Billing: 351 }),
    '/api/v2/groups/360': answered({ id: 360, name: 'Hidden' }),
  });
  const { names } = book(freshdesk);

  expect(await names.groupName(360)).toEqual({ kind: 'known', name: 'Hidden' });
  expect(await names.groupName(360)).toEqual({ kind: 'known', name: 'Hidden' });
  expect(freshdesk.paths()).toEqual([FIELDS, '/api/v2/groups/360']);
});

it('knows that a group is gone, and asks for it once a run', async () => {
  const freshdesk = createFakeFreshdesk({ [FIELDS]: fields({}) });
  const { names } = book(freshdesk);

  expect(await names.groupName(360)).toEqual({ kind: 'known', name: null });
  expect(await names.groupName(360)).toEqual({ kind: 'known', name: null });
  expect(freshdesk.paths()).toEqual([FIELDS, '/api/v2/groups/360']);
});

it('remembers for an hour that a group is gone, once that is kept', async () => {
  const freshdesk = createFakeFreshdesk({ [FIELDS]: fields({ Billing: 351 }) });
  const { store, names } = book(freshdesk);
  await names.groupName(360);
  await names.keepGone();
  const asked = freshdesk.paths().length;
  const before = store.operations().length;

  const next = book(freshdesk, store, NOON + HOUR - 1).names;
  expect(await next.groupName(360)).toEqual({ kind: 'known', name: null });
  expect(await next.groupName(351)).toEqual({ kind: 'known', name: 'Billing' });
  await next.keepGone();
  expect(freshdesk.paths()).toHaveLength(asked);
  expect(store.operations().length - before).toBe(1);

  await book(freshdesk, store, NOON + HOUR).names.groupName(360);
  expect(freshdesk.paths().slice(asked)).toEqual([FIELDS, '/api/v2/groups/360']);
});

it('never takes a group for gone when Freshdesk does not answer', async () => {
  const problem = failed({ kind: 'unreachable' });
  const freshdesk = createFakeFreshdesk({ [FIELDS]: problem });
  const { names } = book(freshdesk);

  expect(await names.groupName(351)).toEqual(NO_ANSWER);
  expect(await names.sourceLabel(1001)).toEqual(NO_ANSWER);
  // Asked once in a run: each further wait would be at the cost of what can be sent.
  expect(freshdesk.paths()).toEqual([FIELDS]);

  const half = createFakeFreshdesk({ [FIELDS]: fields({}), '/api/v2/groups/351': problem });
  expect(await book(half).names.groupName(351)).toEqual(NO_ANSWER);
});

it('knows what it has read although Freshdesk does not answer now', async () => {
  const { store, names } = book(createFakeFreshdesk({ [FIELDS]: fields({ Billing: 351 }) }));
  await names.groupName(351);

  const silent = createFakeFreshdesk({ [FIELDS]: failed({ kind: 'unreachable' }) });

  expect(await book(silent, store, NOON + 1000).names.groupName(351)).toEqual({
    kind: 'known',
    name: 'Billing',
  });
});

it('reads the store when it is first asked, and not before', async () => {
  const freshdesk = createFakeFreshdesk({ [FIELDS]: fields({ Billing: 351 }) });
  const { store, names } = book(freshdesk);
  expect(store.operations()).toEqual([]);

  await names.groupName(351);
  await names.groupName(351);

  expect(store.operations().map(({ verb, key }) => `${verb} ${key}`)).toEqual(['get names', 'set names']);
});

it('ignores stored names that it cannot read', async () => {
  const freshdesk = createFakeFreshdesk({ [FIELDS]: fields({ Billing: 351 }) });
  const store = createMemoryKeyValueStore();
  await store.set('names', { v: 2, readAt: NOON, groups: [[351, 'Other']] });

  expect(await book(freshdesk, store).names.groupName(351)).toEqual({ kind: 'known', name: 'Billing' });
});

it.each([
  ['one byte', 'x'],
  ['three bytes', '\u540d'],
])('keeps the newest of names that fill more than a value, in letters of %s', async (_what, letter) => {
  const store = createMemoryKeyValueStore();
  const name = letter.repeat(letter === 'x' ? 90 : 40);
  const groups = Object.fromEntries([...Array(500).keys()].map((n) => [`${name}${n}`, n + 1]));
  const freshdesk = createFakeFreshdesk({ [FIELDS]: fields(groups) });
  await book(freshdesk, store).names.groupName(500);

  await book(freshdesk, store, NOON + 1000).names.learn([named('Billing', { at: NOON + 1000 })]);

  expect(jsonBytes(store.valueOf('names'))).toBeLessThan(LIMITS.keyValueBytes);
  const { names } = live(store);
  expect(await names.groupName(351)).toEqual({ kind: 'known', name: 'Billing' });
  expect((await names.all()).size).toBeGreaterThan(200);
});

describe('without a Freshdesk key', () => {
  it('a name that nobody told is not known, and is never invented', async () => {
    const { names } = live();

    expect(await names.groupName(351)).toEqual(UNNAMED);
    expect(await names.sourceLabel(1001)).toEqual(UNNAMED);
  });

  it.each(['event', 'page', 'typed'] as const)(
    'a name is known from an %s on, in all later runs',
    async (how) => {
      const { store, names } = live();

      await names.learn([named('Billing', { how })]);

      expect(await names.groupName(351)).toEqual({ kind: 'known', name: 'Billing' });
      const later = live(store, NOON + 400 * 24 * HOUR).names;
      expect(await later.groupName(351)).toEqual({ kind: 'known', name: 'Billing' });
      expect([...(await later.all()).values()]).toEqual([named('Billing', { how })]);
    },
  );

  it('names that a key once told stay known', async () => {
    const freshdesk = createFakeFreshdesk({
      [FIELDS]: fields({ Billing: 351 }, { Fax: 1001 }),
      '/api/v2/groups/360': answered({ id: 360, name: 'Hidden' }),
    });
    const { store, names } = book(freshdesk);
    await names.groupName(360);

    const later = live(store, NOON + 24 * HOUR).names;

    expect(await later.groupName(351)).toEqual({ kind: 'known', name: 'Billing' });
    expect(await later.groupName(360)).toEqual({ kind: 'known', name: 'Hidden' });
    expect(await later.sourceLabel(1001)).toEqual({ kind: 'known', name: 'Fax' });
  });

  it('a group can be gone, and a source can have no label', async () => {
    const { store, names } = live();

    await names.learn([named(null), { ...named(null), kind: 'source', id: 1001 }]);

    expect(await live(store).names.groupName(351)).toEqual({ kind: 'known', name: null });
    expect(await live(store).names.sourceLabel(1001)).toEqual({ kind: 'known', name: null });
  });

  it('the newest name stays, whatever is told first', async () => {
    const { store, names } = live();
    await names.learn([named('Newest', { at: NOON - 1000 }), named('Older', { at: NOON - 5000 })]);

    await live(store).names.learn([named('Oldest', { at: NOON - 9000, how: 'typed' })]);

    expect(await live(store).names.groupName(351)).toEqual({ kind: 'known', name: 'Newest' });
  });

  it('of what happened in one second, what was stored last stays, and one write keeps all', async () => {
    const { store, names } = live();

    await names.learn([named('Created'), named('VIP', { id: 352, how: 'page' }), named('Renamed')]);

    expect(await live(store).names.groupName(351)).toEqual({ kind: 'known', name: 'Renamed' });
    expect(await live(store).names.groupName(352)).toEqual({ kind: 'known', name: 'VIP' });
    expect(store.operations().filter(({ verb }) => verb !== 'get')).toHaveLength(1);
  });

  it('a time ahead does not keep later names out', async () => {
    const { store, names } = live();
    await names.learn([named('Ahead', { at: NOON + 24 * HOUR })]);

    await live(store, NOON + 60_000).names.learn([named('Later', { at: NOON + 60_000 })]);

    expect(await live(store).names.groupName(351)).toEqual({ kind: 'known', name: 'Later' });
  });

  it('nothing is written when nothing new is told, and asking anew asks nobody', async () => {
    const { store, names } = live();
    await names.learn([named('Billing')]);
    const before = store.operations().length;

    await live(store).names.learn([named('Older', { at: NOON - 2000 })]);
    await live(store).names.learn([]);
    await names.askAgain();

    expect(
      store
        .operations()
        .slice(before)
        .map(({ verb }) => verb),
    ).toEqual(['get', 'get']);
  });
});

describe('with a Freshdesk key', () => {
  it('a name that an event told is used for an hour without asking, then Freshdesk decides', async () => {
    const freshdesk = createFakeFreshdesk({ [FIELDS]: fields({ Renamed: 351 }) });
    const { store, names } = book(freshdesk);
    await names.learn([named('Billing')]);

    expect(await names.groupName(351)).toEqual({ kind: 'known', name: 'Billing' });
    expect(freshdesk.asked).toEqual([]);

    const later = book(freshdesk, store, NOON + HOUR).names;
    expect(await later.groupName(351)).toEqual({ kind: 'known', name: 'Renamed' });
  });

  it('Freshdesk is asked about a group that is said to be gone, and a source without a label', async () => {
    const freshdesk = createFakeFreshdesk({ [FIELDS]: fields({ Billing: 351 }, { Fax: 1001 }) });
    const { names } = book(freshdesk);
    await names.learn([named(null), { ...named(null), kind: 'source', id: 1001 }]);

    expect(await names.groupName(351)).toEqual({ kind: 'known', name: 'Billing' });
    expect(await names.sourceLabel(1001)).toEqual({ kind: 'known', name: 'Fax' });
  });
});
