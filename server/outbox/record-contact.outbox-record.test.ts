import { fc } from '../../test/property';
import type { ContactKind, RecordedContact } from '../contacts/contact';
import entities from '../../config/entities.json';
import { parseFacts, parseOutboxRecord, toOutboxRecord } from './record-contact';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const CONTACT: RecordedContact = {
  contactId: 'unknown:7',
  kind: 'unknown',
  ticketId: 7,
  occurredAt: NOON,
  source: 1,
  groupId: 351,
};
const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const second = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000);
const contact = fc.record({
  contactId: id.map((number) => `ticket:${number}`),
  kind: fc.constantFrom<ContactKind>('ticket', 'reply', 'unknown', 'left_out'),
  ticketId: id,
  occurredAt: second,
  source: fc.option(fc.integer({ min: 0, max: 2_000 })),
  groupId: fc.option(id),
});

it('writes ids, times and numbers, and nothing that is not known', () => {
  expect(toOutboxRecord(CONTACT)).toEqual({
    contact_id: 'unknown:7',
    kind: 'unknown',
    ticket_id: '7',
    occurred_at: '2026-11-05T12:00:00Z',
    source: 1,
    group_id: '351',
    v: 1,
  });
  expect(toOutboxRecord({ ...CONTACT, source: null, groupId: null })).toEqual({
    contact_id: 'unknown:7',
    kind: 'unknown',
    ticket_id: '7',
    occurred_at: '2026-11-05T12:00:00Z',
    v: 1,
  });
});

it('reads back what it wrote', () => {
  fc.assert(
    fc.property(contact, (given) => {
      const stored = JSON.parse(JSON.stringify(toOutboxRecord(given))) as unknown;

      expect(parseOutboxRecord(stored)).toEqual(given);
    }),
  );
});

it('reads fields that come back as other types than they were written', () => {
  fc.assert(
    fc.property(contact, (given) => {
      const texts = Object.entries(toOutboxRecord(given)).map(([name, value]) => [name, String(value)]);

      expect(parseOutboxRecord(Object.fromEntries(texts))).toEqual(given);
      const { ticket_id, group_id, ...rest } = toOutboxRecord(given);
      const numbers = {
        ticket_id: Number(ticket_id),
        group_id: group_id === undefined ? null : Number(group_id),
      };
      expect(parseOutboxRecord({ ...rest, ...numbers })).toEqual(given);
    }),
  );
});

it.each([[''], ['1.5'], ['-1'], ['one'], [1.5], [null], [true]])('knows no source %j', (source) => {
  expect(parseOutboxRecord({ ...toOutboxRecord(CONTACT), source })?.source).toBeNull();
});

it('writes only the fields that config/entities.json declares, in texts of at most 64 characters', () => {
  const declared = entities.contacts.fields.map(({ name }) => name);
  fc.assert(
    fc.property(contact, (given) => {
      for (const [name, value] of Object.entries(toOutboxRecord(given))) {
        expect(declared).toContain(name);
        expect(String(value).length).toBeLessThanOrEqual(64);
      }
    }),
  );
});

it.each<[string, object]>([
  ['another version', { v: 2 }],
  ['no version', { v: undefined }],
  ['no contact id', { contact_id: undefined }],
  ['an unknown kind', { kind: 'call' }],
  ['no ticket', { ticket_id: null }],
  ['a ticket that is no number', { ticket_id: 'seven' }],
  ['no time', { occurred_at: '' }],
  ['a time that is none', { occurred_at: '2026-13-05T12:00:00Z' }],
])('does not read a record with %s', (_what, changed) => {
  expect(parseOutboxRecord({ ...toOutboxRecord(CONTACT), ...changed })).toBeNull();
});

it.each([[null], [undefined], ['text'], [7], [[]]])('does not read %j', (data) => {
  expect(parseOutboxRecord(data)).toBeNull();
});

it('takes a field that cannot be read for not known where it may be absent', () => {
  const record = { ...toOutboxRecord(CONTACT), source: 'one', group_id: 'none' };

  expect(parseOutboxRecord(record)).toEqual({
    ...CONTACT,
    source: null,
    groupId: null,
  });
});

it('tells when a chat began in the record of its deletion, which is dated when it changed', () => {
  const facts = {
    ...{ ticketId: 7, source: 7, groupId: 351, alert: false, spam: false, deleted: true },
    ...{ isUpdate: true, turned: [], createdAt: NOON - 60_000, changedAt: NOON, requesterId: 12 },
  };

  expect(parseFacts(toOutboxRecord(CONTACT, facts))).toMatchObject({
    createdAt: NOON - 60_000,
    changedAt: NOON,
  });
});
