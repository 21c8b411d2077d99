import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import type { FreshdeskProblem } from './client';
import { askGroupName, askNames } from './names';

const FIELDS = '/api/v2/ticket_fields';

async function namesOf(value: unknown) {
  const answer = await askNames(createFakeFreshdesk({ [FIELDS]: answered(value) }).get);
  if (!answer.ok) return answer.problem;
  return { groups: [...answer.value.groups], sources: [...answer.value.sources] };
}

it.each<[string, unknown]>([
  ['name → id', { Email: 1, Fax: 1001 }],
  ['name → id as text', { Email: '1', Fax: '1001' }],
  ['id → name', { '1': 'Email', '1001': 'Fax' }],
  [
    'pairs of name and id',
    [
      ['Email', 1],
      ['Fax', 1001],
    ],
  ],
  [
    'pairs of id and name',
    [
      [1, 'Email'],
      [1001, 'Fax'],
    ],
  ],
  [
    'objects with a label',
    [
      { id: 1, label: 'Email', position: 1 },
      { id: 1001, label: 'Fax', position: 2 },
    ],
  ],
  [
    'objects with a value',
    [
      { id: 1, value: 'Email' },
      { id: 1001, value: 'Fax' },
    ],
  ],
])('reads choices given as %s', async (_shape, choices) => {
  const found = await namesOf([
    { type: 'default_subject' },
    { type: 'default_source', choices },
    { type: 'default_group', choices: { Billing: 67_000_123_456 } },
  ]);

  expect(found).toEqual({
    groups: [[67_000_123_456, 'Billing']],
    sources: [
      [1, 'Email'],
      [1001, 'Fax'],
    ],
  });
});

it.each<[string, unknown]>([
  ['no field of these types', [{ type: 'default_subject' }, null, 'text']],
  ['no choices', [{ type: 'default_group' }, { type: 'default_source', choices: null }]],
  [
    'names that are no text, which would be a queue’s for ever',
    [
      { type: 'default_group', choices: { 351: null, 352: ['Billing', 'x'], 353: '' } },
      { type: 'default_source', choices: { 1001: { label: 'Fax' } } },
    ],
  ],
  [
    'choices that are none',
    [
      { type: 'default_group', choices: 'none' },
      { type: 'default_source', choices: [null, {}, []] },
    ],
  ],
])('knows no names from %s', async (_what, fields) => {
  expect(await namesOf(fields)).toEqual({ groups: [], sources: [] });
});

it.each([[{}], [null], ['text']])('takes %j for no answer', async (value) => {
  expect(await namesOf(value)).toEqual({ kind: 'unreachable' });
});

it('tells a group that is called like a number by the id that is a number', async () => {
  expect(await namesOf([{ type: 'default_group', choices: { '24': 351 } }])).toMatchObject({
    groups: [[351, '24']],
  });
});

it('hands a problem on', async () => {
  const { get } = createFakeFreshdesk({ [FIELDS]: failed({ kind: 'key refused' }) });

  expect(await askNames(get)).toEqual(failed({ kind: 'key refused' }));
});

describe('one group', () => {
  const ask = (answer: ReturnType<typeof answered>) =>
    askGroupName(createFakeFreshdesk({ '/api/v2/groups/351': answer }).get, 351);

  it('has a name', async () => {
    expect(await ask(answered({ id: 351, name: 'Billing' }))).toMatchObject({ ok: true, value: 'Billing' });
  });

  it.each([[{ id: 351 }], [null]])('has an empty one when the answer is %j', async (value) => {
    expect(await ask(answered(value))).toMatchObject({ ok: true, value: '' });
  });

  it.each<FreshdeskProblem>([{ kind: 'not found' }, { kind: 'forbidden' }])(
    'is gone when it is %j',
    async (problem) => {
      expect(await ask(failed(problem))).toMatchObject({ ok: true, value: null });
    },
  );

  it.each<FreshdeskProblem>([
    { kind: 'key refused' },
    { kind: 'throttled', retryAt: 1 },
    { kind: 'unreachable' },
    { kind: 'not asked' },
  ])('is not gone because of %j', async (problem) => {
    expect(await ask(failed(problem))).toEqual(failed(problem));
  });
});
