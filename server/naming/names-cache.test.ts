import { answered, createFakeFreshdesk, failed, type FakeFreshdesk } from '../../test/fakes/freshdesk-get';
import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { createNamesCache } from './names-cache';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const HOUR = 3_600_000;
const FIELDS = '/api/v2/ticket_fields';

function fields(groups: object, sources: object = {}) {
  return answered([
    { type: 'default_group', choices: groups },
    { type: 'default_source', choices: sources },
  ]);
}

function book(freshdesk: FakeFreshdesk, store = createMemoryKeyValueStore(), now = NOON) {
  return { store, names: createNamesCache(store, freshdesk.get, now) };
}

it('asks Freshdesk once and knows every group and source from then on', async () => {
  const freshdesk = createFakeFreshdesk({ [FIELDS]: fields({ Billing: 351, VIP: 352 }, { Fax: 1001 }) });
  const { names } = book(freshdesk);

  expect(await names.groupName(351)).toMatchObject({ ok: true, value: 'Billing' });
  expect(await names.groupName(352)).toMatchObject({ ok: true, value: 'VIP' });
  expect(await names.sourceLabel(1001)).toMatchObject({ ok: true, value: 'Fax' });
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
  expect(await names.groupName(352)).toMatchObject({ value: 'VIP' });
  expect(await names.sourceLabel(1001)).toMatchObject({ value: null });
  expect(await names.sourceLabel(1002)).toMatchObject({ value: null });

  expect(freshdesk.paths()).toEqual([FIELDS, FIELDS]);
});

it('asks for a group by itself when the list does not have it', async () => {
  const freshdesk = createFakeFreshdesk({
    [FIELDS]: fields({ Billing: 351 }),
    '/api/v2/groups/360': answered({ id: 360, name: 'Hidden' }),
  });
  const { names } = book(freshdesk);

  expect(await names.groupName(360)).toMatchObject({ value: 'Hidden' });
  expect(await names.groupName(360)).toMatchObject({ value: 'Hidden' });
  expect(freshdesk.paths()).toEqual([FIELDS, '/api/v2/groups/360']);
});

it('knows that a group is gone, and asks for it once a run', async () => {
  const freshdesk = createFakeFreshdesk({ [FIELDS]: fields({}) });
  const { names } = book(freshdesk);

  expect(await names.groupName(360)).toMatchObject({ ok: true, value: null });
  expect(await names.groupName(360)).toMatchObject({ ok: true, value: null });
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
  expect(await next.groupName(360)).toMatchObject({ ok: true, value: null });
  expect(await next.groupName(351)).toMatchObject({ value: 'Billing' });
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

  expect(await names.groupName(351)).toEqual(problem);
  expect(await names.sourceLabel(1001)).toEqual(problem);
  // Asked once in a run: each further wait would be at the cost of what can be sent.
  expect(freshdesk.paths()).toEqual([FIELDS]);

  const half = createFakeFreshdesk({ [FIELDS]: fields({}), '/api/v2/groups/351': problem });
  expect(await book(half).names.groupName(351)).toEqual(problem);
});

it('knows what it has read although Freshdesk does not answer now', async () => {
  const { store, names } = book(createFakeFreshdesk({ [FIELDS]: fields({ Billing: 351 }) }));
  await names.groupName(351);

  const silent = createFakeFreshdesk({ [FIELDS]: failed({ kind: 'unreachable' }) });

  expect(await book(silent, store, NOON + 1000).names.groupName(351)).toMatchObject({ value: 'Billing' });
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

  expect(await book(freshdesk, store).names.groupName(351)).toMatchObject({ value: 'Billing' });
});

it.each([
  ['one byte', 'x'],
  ['three bytes', '\u540d'],
])('asks an account in every run whose names fill no value, in letters of %s', async (_what, letter) => {
  const groups = Object.fromEntries(
    [...Array(500).keys()].map((n) => [`${letter.repeat(letter === 'x' ? 90 : 40)}${n}`, n + 1]),
  );
  const freshdesk = createFakeFreshdesk({ [FIELDS]: fields(groups) });
  const { store, names } = book(freshdesk);

  expect(await names.groupName(500)).toMatchObject({ ok: true });
  expect(store.valueOf('names')).toBeUndefined();
});
