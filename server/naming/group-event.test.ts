import deleted from '../../test_data/support_agent/onGroupDelete.json';
import created from '../../test_data/support_agent/onGroupCreate.json';
import updated from '../../test_data/support_agent/onGroupUpdate.json';
import withoutId from '../../test/payloads/group-delete-without-id.json';
import inChanges from '../../test/payloads/group-update-name-in-changes.json';
import withoutName from '../../test/payloads/group-without-name.json';
import { parseGroupDeletion, parseGroupEvent, readName } from './group-event';

const NOW = Date.parse('2026-11-05T14:00:00Z');

it.each([
  ['a new group', created, 'CustomerService', '2026-11-05T12:40:00Z'],
  ['a changed group', updated, 'Customer Care', '2026-11-05T13:10:40Z'],
  [
    'a change that has the name only among what it changed',
    inChanges,
    'Customer Care',
    '2026-11-05T13:10:40Z',
  ],
])('reads %s', (_what, payload, name, at) => {
  expect(parseGroupEvent(payload, NOW)).toEqual({
    ok: true,
    value: { groupId: 351, name, how: 'event', at: Date.parse(at) },
  });
});

it('reads a group that is gone, from now on', () => {
  expect(parseGroupDeletion(deleted, NOW)).toEqual({
    ok: true,
    value: { groupId: 351, name: null, how: 'event', at: NOW },
  });
});

it('an event without a time happened now', () => {
  const payload = { data: { group: { id: 351, name: 'Billing' } } };

  expect(parseGroupEvent(payload, NOW)).toMatchObject({ value: { at: NOW } });
});

it.each<[string, unknown, string]>([
  ['has no name', withoutName, 'the group has no name'],
  [
    'has a name of invisible characters',
    { data: { group: { id: 1, name: '\u200b ' } } },
    'the group has no name',
  ],
  ['has no id', { data: { group: { name: 'Billing' } } }, 'the event has no group id'],
  ['is empty', {}, 'the event has no group id'],
  ['is nothing', null, 'the event has no group id'],
])('refuses an event that %s', (_what, payload, reason) => {
  expect(parseGroupEvent(payload, NOW)).toEqual({ ok: false, reason });
});

it('refuses a deletion that does not say of what', () => {
  expect(parseGroupDeletion(withoutId, NOW)).toEqual({ ok: false, reason: 'the event has no group id' });
});

it.each([
  ['  Customer \n Service ', 'Customer Service'],
  ['x'.repeat(300), 'x'.repeat(100)],
  ['', null],
  [7, null],
])('reads the name %j as %j', (value, name) => {
  expect(readName(value)).toBe(name);
});
