import { fc } from '../../test/property';
import withoutTime from '../../test/payloads/ticket-without-time.json';
import created from '../../test_data/support_ticket/onTicketCreate.json';
import updated from '../../test_data/support_ticket/onTicketUpdate.json';
import { officialSample } from '../../test/official-sample';
import { parseTicketEvent } from './ticket-event';

const NOON = '2026-11-05T12:00:00Z';
const LEAST = { id: 5, source: 3, created_at: NOON };

function withTicket(fields: object) {
  return { data: { ticket: { ...LEAST, ...fields } } };
}

it('reads what counting needs of a created ticket, and nothing about a person', () => {
  expect(parseTicketEvent(created)).toEqual({
    ok: true,
    value: {
      id: 412,
      source: 1,
      groupId: 351,
      createdAt: Date.UTC(2026, 10, 5, 12, 45, 13),
      updatedAt: Date.UTC(2026, 10, 5, 12, 45, 13),
      outboundEmail: false,
      imported: false,
      spam: false,
      deleted: false,
      tags: [],
      requesterId: 90777,
      turned: [],
    },
  });
});

it('reads the state of a changed ticket', () => {
  expect(parseTicketEvent(updated)).toMatchObject({
    ok: true,
    value: { id: 412, deleted: true, spam: false, updatedAt: Date.UTC(2026, 10, 5, 13, 10, 40) },
  });
});

it('takes the least that a ticket needs and fills in the rest', () => {
  const noon = Date.parse(NOON);

  expect(parseTicketEvent(withTicket({}))).toEqual({
    ok: true,
    value: {
      id: 5,
      source: 3,
      groupId: null,
      createdAt: noon,
      updatedAt: noon,
      outboundEmail: false,
      imported: false,
      spam: false,
      deleted: false,
      tags: [],
      requesterId: null,
      turned: [],
    },
  });
});

it.each([
  ['an id in digits', { id: '5' }, { id: 5 }],
  ['a group id in digits', { group_id: '351' }, { groupId: 351 }],
  ['an import id', { import_id: 77 }, { imported: true }],
  ['an import id as text', { import_id: 'zd-77' }, { imported: true }],
  ['an empty import id', { import_id: '' }, { imported: false }],
  ['an outbound e-mail', { outbound_email: true }, { outboundEmail: true }],
  ['tags of which one is no text', { tags: ['a', 1] }, { tags: ['a'] }],
  ['tags that are no list', { tags: 'a' }, { tags: [] }],
])('reads %s', (_case, fields, value) => {
  expect(parseTicketEvent(withTicket(fields))).toMatchObject({ ok: true, value });
});

it.each([
  ['a group before', { group_id: 400, changes: { group_id: [351, 400] } }, { groupBefore: 351 }],
  ['no group before', { group_id: 400, changes: { group_id: [null, 400] } }, { groupBefore: null }],
  [
    'a flag that was turned on',
    { deleted: true, changes: { deleted: [false, true] } },
    { turned: ['deleted'] },
  ],
  ['a flag that was turned off', { spam: false, changes: { spam: [true, false] } }, { turned: ['spam'] }],
  ['a flag that stayed', { spam: false, changes: { spam: [false, false] } }, { turned: [] }],
  ['other changes', { changes: { status: [2, 5] } }, { turned: [] }],
])('reads of the changes %s', (_case, fields, value) => {
  expect(parseTicketEvent(withTicket(fields))).toMatchObject({ ok: true, value });
});

describe('when the snapshot does not say whether a ticket is deleted', () => {
  it.each([
    ['data.ticket.changes', { ticket: { ...LEAST, changes: { deleted: [false, true] } } }],
    ['data.changes', { ticket: LEAST, changes: { deleted: [false, true] } }],
    ['data.changes.model_changes', { ticket: LEAST, changes: { model_changes: { deleted: [false, true] } } }],
  ])('the changes do, at %s', (_case, data) => {
    expect(parseTicketEvent({ data })).toMatchObject({ ok: true, value: { deleted: true } });
  });

  it('a snapshot that says so wins over the changes', () => {
    const payload = withTicket({ spam: false, changes: { spam: [false, true] } });

    expect(parseTicketEvent(payload)).toMatchObject({ ok: true, value: { spam: false } });
  });
});

it.each([
  ['nothing', null, 'the event has no ticket id'],
  ['a list', [], 'the event has no ticket id'],
  ['no data', {}, 'the event has no ticket id'],
  ['no ticket', { data: {} }, 'the event has no ticket id'],
  ['a ticket that is a list', { data: { ticket: [1] } }, 'the event has no ticket id'],
  ['a negative id', withTicket({ id: -5 }), 'the event has no ticket id'],
  ['an inherited ticket', { data: Object.create(withTicket({}).data) }, 'the event has no ticket id'],
  ['a source in words', withTicket({ source: 'email' }), 'the ticket has no source'],
  ['no time', withoutTime, 'the ticket has no time of creation'],
  ['an unreadable time', withTicket({ created_at: 'noon' }), 'the ticket has no time of creation'],
])('refuses %s', (_case, payload, reason) => {
  expect(parseTicketEvent(payload)).toEqual({ ok: false, reason });
});

it('answers whatever the payload is', () => {
  const field = fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true });
  const payload = fc.oneof(
    field,
    fc.record({ data: fc.record({ ticket: field, changes: field }) }),
    fc
      .record({ id: field, source: field, created_at: field, tags: field, spam: field, changes: field })
      .map(withTicket),
  );
  fc.assert(
    fc.property(payload, (given) => {
      expect(typeof parseTicketEvent(given).ok).toBe('boolean');
    }),
  );
});

describe.each(['onTicketCreate.json', 'onTicketUpdate.json'])('the platform’s own sample %s', (name) => {
  const sample = officialSample(name);
  const run = sample === null ? it.skip : it;

  run('is read', () => {
    expect(parseTicketEvent(sample)).toMatchObject({ ok: true, value: { deleted: name.includes('Update') } });
  });
});
