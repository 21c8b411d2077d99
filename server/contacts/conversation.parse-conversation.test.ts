import { fc } from '../../test/property';
import agentReply from '../../test/payloads/conversation-agent-reply.json';
import privateNote from '../../test/payloads/conversation-private-note.json';
import withoutDirection from '../../test/payloads/conversation-without-direction.json';
import customerReply from '../../test_data/support_ticket/onConversationCreate.json';
import { officialSample } from '../../test/official-sample';
import { parseConversationEvent, parseConversation } from './conversation';

const REPLY = {
  id: 9,
  ticket_id: 5,
  created_at: '2026-11-05T12:00:00Z',
  incoming: true,
  private: false,
  source: 0,
};

it('reads what counting needs of a conversation, and no address', () => {
  expect(parseConversationEvent(customerReply)).toEqual({
    ok: true,
    value: {
      id: 8801733,
      ticketId: 412,
      createdAt: Date.UTC(2026, 10, 7, 9, 50, 59),
      incoming: true,
      private: false,
      source: 0,
      supportEmail: true,
      toEmails: true,
      userId: 90777,
    },
  });
});

it('reads an event and the same conversation from the API alike, the API with the author', () => {
  const event = parseConversationEvent(customerReply);

  const conversation = parseConversation(customerReply.data.conversation);

  expect(conversation).toEqual({ ok: true, value: { ...(event.ok && event.value), userId: 90777 } });
});

it.each([
  ['an agent’s reply', agentReply, { incoming: false, private: false }],
  ['a private note', privateNote, { incoming: false, private: true, supportEmail: false, toEmails: false }],
])('reads %s', (_case, payload, value) => {
  expect(parseConversationEvent(payload)).toMatchObject({ ok: true, value });
});

it.each([
  ['ids in digits', { id: '9', ticket_id: '5', user_id: '3' }, { id: 9, ticketId: 5, userId: 3 }],
  ['no author', {}, { userId: null }],
  ['flags in words', { incoming: 'true', private: 'false' }, { incoming: true, private: false }],
  ['no source, as a plain reply', { source: null }, { source: 0 }],
  ['a source nobody documented', { source: 99 }, { source: 99 }],
  ['a blank mailbox', { support_email: ' ' }, { supportEmail: false }],
  ['a mailbox', { support_email: 'help@example.com' }, { supportEmail: true }],
  ['no recipients', { to_emails: [] }, { toEmails: false }],
  ['recipients that are no list', { to_emails: 'help@example.com' }, { toEmails: false }],
])('reads %s', (_case, fields, value) => {
  expect(parseConversation({ ...REPLY, ...fields })).toMatchObject({ ok: true, value });
});

it.each([
  ['nothing', null, 'the conversation has no id'],
  ['a list', [], 'the conversation has no id'],
  ['no ticket', { ...REPLY, ticket_id: null }, 'the conversation has no ticket id'],
  ['no time', { ...REPLY, created_at: 1793880000 }, 'the conversation has no time of creation'],
  [
    'no direction',
    withoutDirection.data.conversation,
    'the conversation does not say whether it is incoming and private',
  ],
  [
    'a flag that is a number',
    { ...REPLY, private: 0 },
    'the conversation does not say whether it is incoming and private',
  ],
  ['a source in words', { ...REPLY, source: 'note' }, 'the source of the conversation is not a number'],
])('refuses %s', (_case, value, reason) => {
  expect(parseConversation(value)).toEqual({ ok: false, reason });
});

it('answers whatever the payload is', () => {
  const field = fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true });
  const conversation = fc.record({ id: field, created_at: field, source: field, to_emails: field });
  const payload = fc.oneof(
    field,
    conversation.map((fields) => ({ data: { conversation: { ...REPLY, ...fields } } })),
  );
  fc.assert(
    fc.property(payload, (given) => {
      expect(typeof parseConversationEvent(given).ok).toBe('boolean');
    }),
  );
});

describe('the platform’s own sample onConversationCreate.json', () => {
  const sample = officialSample('onConversationCreate.json');
  const run = sample === null ? it.skip : it;

  run('is read', () => {
    expect(parseConversationEvent(sample)).toMatchObject({
      ok: true,
      value: { id: 5, ticketId: 452, incoming: false, private: true, source: 2 },
    });
  });
});
