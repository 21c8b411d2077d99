import { catalogueOf } from '../../../../test/fakes/catalogues';
import { GOOD_DAY, KNOWN_NAMES, LIVE_DAY, NOON } from '../../../../test/fakes/page-samples';
import { createFormat } from '../../language/format';
import { createSpeaker } from '../../language/speak';
import type { Named, Overview } from '../../../../server/page-contract';
import { knownNames, nameRows, namingOf, queueNames, type NameRow } from './names-view';

const speaker = createSpeaker(catalogueOf('en'));
const format = createFormat('en', 'UTC');
const URL = 'https://acme.freshdesk.com';
const TYPED: Named = { kind: 'group', id: 500, name: 'Sales', how: 'typed', at: NOON, isSent: false };

const rows = (changed: Partial<Overview>, named: readonly Named[] = KNOWN_NAMES, url: string | null = URL) =>
  nameRows({ ...LIVE_DAY, ...changed }, named, url, speaker, format);

function rowOf(kind: 'group' | 'source', before = ''): NameRow {
  const queues = [
    { source: kind === 'group' ? 'email' : 'Sales', kind: 'tickets' },
    { source: kind === 'group' ? 'email' : 'Sales', kind: 'replies' },
  ] as const;
  return {
    key: '',
    of: { kind, id: 400 },
    title: '',
    url: null,
    note: '',
    fieldLabel: '',
    otherLabel: '',
    before,
    queues,
  };
}

it('asks for the name of each group and source that has none, with its page in Freshdesk and how many contacts wait', () => {
  expect(rows({})).toMatchObject([
    {
      key: 'group-80000000401',
      title: 'Group 80000000401',
      url: 'https://acme.freshdesk.com/a/admin/groups/80000000401/edit',
      note: '12 contacts wait, the first since Nov 5, 2026, 11:00 AM.',
    },
    { key: 'group-80000000402', note: '1 contact waits, since Nov 5, 2026, 11:50 AM.' },
    { key: 'source-101', url: null, otherLabel: 'It has no label: use its number' },
    { key: 'group-80000000404', note: expect.stringMatching(/can be changed until/) },
  ]);
  expect(rows({}, KNOWN_NAMES, null)[0]?.url).toBeNull();
});

it('lets a name be changed that was entered here, until a contact was sent under it', () => {
  expect(rows({ unnamed: [] }, [TYPED])).toMatchObject([{ key: 'group-500', before: 'Sales' }]);
  expect(rows({ unnamed: [] }, [{ ...TYPED, isSent: true }])).toEqual([]);
  expect(rows({ unnamed: [] }, [{ ...TYPED, how: 'page' }])).toEqual([]);
  expect(rows({ unnamed: [] }, [{ ...TYPED, name: null }])).toEqual([]);
});

it('asks for nothing with a Freshdesk key', () => {
  expect(rows({ way: 'checked' }, [TYPED])).toEqual([]);
  expect(nameRows(GOOD_DAY, [TYPED], URL, speaker, format)).toEqual([]);
});

it.each([
  ['group', ' Customer  service ', false, { kind: 'group', id: 400, name: 'Customer service' }],
  ['group', 'Sales', true, { kind: 'group', id: 400, gone: true }],
  ['source', 'Kiosk', false, { kind: 'source', id: 400, name: 'Kiosk' }],
  ['source', '', true, { kind: 'source', id: 400, noLabel: true }],
  ['group', '  ', false, null],
] as const)('of a %s, "%s" says (box: %p) %j', (kind, text, isOther, naming) => {
  expect(namingOf(rowOf(kind), text, isOther)).toEqual(naming);
});

it('says nothing of a name that has not been changed', () => {
  expect(namingOf(rowOf('group', 'Sales'), 'Sales ', false)).toBeNull();
  expect(namingOf(rowOf('group', 'Sales'), 'Sales West', false)).toMatchObject({ name: 'Sales West' });
});

it('shows which queues would result', () => {
  expect(queueNames(rowOf('group'), ' Sales ', false)).toEqual([
    'Sales email Tickets',
    'Sales email Replies',
  ]);
  expect(queueNames(rowOf('group'), '', true)).toEqual([
    'Unknown group/source Tickets',
    'Unknown group/source Replies',
  ]);
  expect(queueNames(rowOf('source'), 'Kiosk', false)).toEqual(['Sales Kiosk Tickets', 'Sales Kiosk Replies']);
  expect(queueNames(rowOf('source'), '', true)[0]).toBe('Sales source 400 Tickets');
  expect(queueNames(rowOf('group'), ' ', false)).toEqual([]);
});

it('says of each known name where it comes from', () => {
  const named: readonly Named[] = [
    { kind: 'group', id: 500, name: 'Sales', how: 'page', at: NOON, isSent: true },
    { kind: 'group', id: 501, name: null, how: 'event', at: NOON, isSent: true },
    { kind: 'source', id: 101, name: null, how: 'typed', at: NOON, isSent: false },
  ];

  expect(knownNames(named, speaker, format).map((words) => words.slice(0, 3))).toEqual([
    ['Sales', 'Group 500', 'a ticket that an agent opened'],
    ['gone in Freshdesk', 'Group 501', 'an event of Freshworks'],
    ['without a label', 'Source 101', 'entered on this page'],
  ]);
});
