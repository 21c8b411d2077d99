import type { RecordedContact, Ticket } from './contact';
import { type ImportFacts, decideWithTicket } from './decide-with-ticket';
import { SOURCE } from './sources';

const CREATED_AT = 1_793_882_713_000;
const CHAT = 7;

const TICKET: Ticket = {
  id: 412,
  source: SOURCE.PHONE,
  groupId: 351,
  createdAt: CREATED_AT,
  updatedAt: CREATED_AT,
  requesterRespondedAt: null,
  requesterId: 90777,
  tags: [],
  spam: false,
  deleted: false,
};

const OWN: RecordedContact = {
  contactId: 'ticket:412',
  kind: 'ticket',
  ticketId: 412,
  occurredAt: CREATED_AT,
  source: SOURCE.EMAIL,
  groupId: null,
};

const REPLY: RecordedContact = {
  ...OWN,
  contactId: 'reply:9',
  kind: 'reply',
  occurredAt: CREATED_AT + 60_000,
  source: null,
};

const UNKNOWN: RecordedContact = {
  ...OWN,
  contactId: 'unknown:412',
  kind: 'unknown',
};

const FACTS: ImportFacts = { cutOver: CREATED_AT - 1000, importedFrom: 0 };

function decide(contact: RecordedContact, fields: Partial<Ticket> = {}, facts = FACTS) {
  return decideWithTicket(contact, { kind: 'found', ticket: { ...TICKET, ...fields } }, facts);
}

it('T1: a ticket is named with the source of its creation and the group that it has now', () => {
  expect(decide(OWN)).toEqual({ kind: 'named', source: SOURCE.EMAIL, groupId: 351 });
});

it('T1: a ticket that was recorded without a source takes the one that it has now', () => {
  expect(decide({ ...OWN, source: null })).toEqual({ kind: 'named', source: SOURCE.PHONE, groupId: 351 });
});

it('T1: a ticket that left its group has none', () => {
  expect(decide({ ...OWN, groupId: 351 }, { groupId: null })).toMatchObject({ groupId: null });
});

it.each([
  ['its own channel', { ...REPLY, source: SOURCE.EMAIL }, {}, SOURCE.EMAIL],
  ['its ticket’s source', REPLY, {}, SOURCE.PHONE],
  ['e-mail on an outbound e-mail', REPLY, { source: SOURCE.OUTBOUND_EMAIL }, SOURCE.EMAIL],
  ['its ticket’s source on an internal task', REPLY, { source: SOURCE.INTERNAL_TASK }, SOURCE.INTERNAL_TASK],
])('C1: a reply is named with %s', (_case, contact, fields, source) => {
  expect(decide(contact, fields)).toEqual({ kind: 'named', source, groupId: 351 });
});

it.each([
  ['T5', 'deleted ticket', OWN, { deleted: true }],
  ['T5', 'ticket that is spam', OWN, { spam: true }],
  ['C6', 'reply on a deleted ticket', REPLY, { deleted: true }],
  ['C6', 'reply on a ticket that is spam', REPLY, { spam: true }],
  ['U1', 'ticket that was deleted and restored', UNKNOWN, {}],
])('%s: a %s belongs in the Unknown queue', (_row, _case, contact, fields) => {
  expect(decide(contact, fields)).toEqual({ kind: 'unknown' });
});

it.each([
  ['T5', OWN],
  ['C6', REPLY],
  ['U1', UNKNOWN],
])('%s: a contact whose ticket is gone belongs in the Unknown queue', (_row, contact) => {
  expect(decideWithTicket(contact, { kind: 'gone' }, FACTS)).toEqual({ kind: 'unknown' });
});

describe.each([
  ['T6', OWN],
  ['C7', REPLY],
  ['U1', UNKNOWN],
])('%s: a contact dated before the cut-over', (_row, contact) => {
  const cutOver = contact.occurredAt + 1000;

  it('is left to the import of the history, whatever became of its ticket', () => {
    const leftOut = { kind: 'left out', reason: 'before cut-over' };
    expect(decide(contact, {}, { cutOver, importedFrom: 0 })).toEqual(leftOut);
    expect(decide(contact, { deleted: true }, { cutOver, importedFrom: 0 })).toEqual(leftOut);
  });

  it('counts when it is dated before the span of the import', () => {
    const facts = { cutOver, importedFrom: contact.occurredAt + 1 };
    expect(decide(contact, {}, facts).kind).not.toBe('left out');
  });

  it('counts when no import was started', () => {
    expect(decide(contact, {}, { cutOver, importedFrom: null }).kind).not.toBe('left out');
  });

  it('counts when it is dated at the cut-over itself', () => {
    const facts = { cutOver: contact.occurredAt, importedFrom: 0 };
    expect(decide(contact, {}, facts).kind).not.toBe('left out');
  });
});

describe('C5: a reply on a chat-type ticket', () => {
  it.each([
    ['at its creation', 0, 'check first message'],
    ['10 s after it', 10_000, 'check first message'],
    ['10 s before it', -10_000, 'check first message'],
    ['11 s after it', 11_000, 'named'],
  ])('%s has to be looked at: %i ms, %s', (_case, afterMs, kind) => {
    const facts = { cutOver: 0, importedFrom: null };
    expect(decide({ ...REPLY, occurredAt: CREATED_AT + afterMs }, { source: CHAT }, facts).kind).toBe(kind);
  });

  it.each([
    ['spam', { spam: true }],
    ['deleted', { deleted: true }],
  ])('has to be looked at as well when the ticket is %s', (_case, fields) => {
    expect(decide({ ...REPLY, occurredAt: CREATED_AT }, { ...fields, source: CHAT }).kind).toBe(
      'check first message',
    );
  });

  it('does not concern other tickets, nor the ticket itself', () => {
    expect(decide({ ...REPLY, occurredAt: CREATED_AT }).kind).toBe('named');
    expect(decide(OWN, { source: CHAT }).kind).toBe('named');
  });
});

it('T2, T4: what an event left out never becomes a contact', () => {
  expect(decide({ ...OWN, kind: 'left_out' }).kind).toBe('left out');
});

it.each([
  ['reply', REPLY],
  ['ticket', OWN],
])('T7: a %s of the app’s own alert is left out, also when the alert is deleted', (_kind, contact) => {
  const alert = { kind: 'left out', reason: 'alert' };

  expect(decide(contact, { tags: ['vip', 'injixo-connect-alert'] })).toEqual(alert);
  expect(decide(contact, { tags: ['injixo-connect-alert'], deleted: true })).toEqual(alert);
});
