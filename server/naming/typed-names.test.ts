import { parseTypedNames, readTypedName } from './typed-names';

const NOW = Date.parse('2026-11-05T12:00:00Z');
const NAMED = { kind: 'group', id: 351, name: 'Billing' };

it.each<[string, object, object]>([
  ['a name', NAMED, { name_group_351: { name: 'Billing', at: NOW } }],
  [
    'a name with spaces and invisible characters',
    { ...NAMED, name: '  Bil\u200bling \n VIP ' },
    { name_group_351: { name: 'Billing VIP', at: NOW } },
  ],
  [
    'a group that is gone',
    { kind: 'group', id: 351, gone: true },
    { name_group_351: { gone: true, at: NOW } },
  ],
  ['a label', { kind: 'source', id: 1001, name: 'Fax' }, { name_source_1001: { name: 'Fax', at: NOW } }],
  [
    'a source without a label',
    { kind: 'source', id: 1001, noLabel: true },
    { name_source_1001: { noLabel: true, at: NOW } },
  ],
  [
    'many in one go',
    { names: [NAMED, { ...NAMED, id: 352, name: 'VIP' }] },
    { name_group_351: { name: 'Billing', at: NOW }, name_group_352: { name: 'VIP', at: NOW } },
  ],
])('takes %s', (_what, request, orders) => {
  expect(parseTypedNames(request, NOW)).toMatchObject({ orders, problem: null });
});

it.each<[string, unknown]>([
  ['nothing', null],
  ['no field', {}],
  ['no kind', { id: 351, name: 'Billing' }],
  ['another kind', { ...NAMED, kind: 'agent' }],
  ['no id', { kind: 'group', name: 'Billing' }],
  ['a broken id', { ...NAMED, id: 1.5 }],
  ['nothing about it', { kind: 'group', id: 351 }],
  ['two things at once', { ...NAMED, gone: true }],
  ['a source that is gone', { kind: 'source', id: 1001, gone: true }],
  ['a group without a label', { kind: 'group', id: 351, noLabel: true }],
  ["a source of Freshdesk's own", { kind: 'source', id: 1, name: 'Letters' }],
  ['a flag that is not true', { kind: 'group', id: 351, gone: 'yes' }],
  ['a name that is no text', { ...NAMED, name: 7 }],
  ['no names', { names: [] }],
  ['more names than the page offers', { names: Array.from({ length: 101 }, () => NAMED) }],
  ['names and one beside them', { names: [NAMED], ...NAMED }],
  ['names of which one is broken', { names: [NAMED, { kind: 'group' }] }],
])('refuses %s', (_what, request) => {
  expect(parseTypedNames(request, NOW)).toEqual({ names: [], orders: {}, problem: 'bad_request' });
});

it.each([
  ['empty', ''],
  ['of spaces', ' \u00a0\t'],
  ['of invisible characters', '\u200b\ufeff'],
  ['longer than a queue name', 'x'.repeat(101)],
])('refuses a name that is %s: no queue can have it', (_what, name) => {
  expect(parseTypedNames({ ...NAMED, name }, NOW).problem).toBe('name_invalid');
  expect(parseTypedNames({ names: [NAMED, { ...NAMED, id: 352, name }] }, NOW).orders).toEqual({});
});

it.each([
  [{ ...NAMED }, 'Billing'],
  [{ kind: 'group', id: 351, gone: true }, null],
  [{ kind: 'source', id: 1001, noLabel: true }, null],
])('reads %j again as it was stored', (request, name) => {
  const { orders } = parseTypedNames(request, NOW);

  expect(Object.entries(orders).map(([field, value]) => readTypedName(field, value))).toEqual([
    { kind: request.kind, id: request.id, name, at: NOW, how: 'typed' },
  ]);
});

it.each([
  ['send_7', 1],
  ['name_agent_7', { name: 'Billing', at: NOW }],
  ['name_group_x', { name: 'Billing', at: NOW }],
  ['name_group_7', 1],
  ['name_group_7', { name: 'Billing' }],
  ['name_group_7', { name: '', at: NOW }],
  ['v', 1],
])('reads nothing of %s with %j', (field, value) => {
  expect(readTypedName(field, value)).toBeNull();
});
