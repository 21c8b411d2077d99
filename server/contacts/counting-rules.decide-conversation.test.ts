import { decideConversation } from './counting-rules';
import type { Conversation } from './conversation';
import { SOURCE } from './sources';

const REPLY: Conversation = {
  id: 9,
  ticketId: 412,
  createdAt: 1_793_882_713_000,
  incoming: true,
  private: false,
  source: 0,
  supportEmail: false,
  toEmails: false,
  userId: null,
};

it('C1: a customer’s reply is a contact that follows its ticket', () => {
  expect(decideConversation(REPLY)).toEqual({
    kind: 'contact',
    contact: {
      contactId: 'reply:9',
      kind: 'reply',
      ticketId: 412,
      occurredAt: REPLY.createdAt,
      source: null,
      groupId: null,
    },
  });
});

it.each<[string, number, Partial<Conversation>]>([
  ['through a mailbox', SOURCE.EMAIL, { supportEmail: true, toEmails: true }],
  ['on Twitter', SOURCE.TWITTER, { source: 5 }],
])('C1: a customer’s reply %s keeps its channel, %i', (_case, source, fields) => {
  expect(decideConversation({ ...REPLY, ...fields })).toMatchObject({ kind: 'contact', contact: { source } });
});

it('C1: a note that an integration wrote for the customer is a contact', () => {
  expect(decideConversation({ ...REPLY, source: 2 }).kind).toBe('contact');
});

it.each<[string, string, Partial<Conversation>]>([
  ['C2', 'agent', { incoming: false }],
  ['C2', 'agent', { incoming: false, source: 2 }],
  ['C2', 'agent', { source: 8 }],
  ['C2', 'agent', { source: 8, private: true, incoming: false }],
  ['C3', 'private', { private: true }],
  ['C3', 'private', { private: true, incoming: false, source: 2 }],
  ['C4', 'survey', { source: 6 }],
  ['C4', 'survey', { source: 6, private: true, incoming: false }],
])('%s: is left out as %s: %j', (_row, reason, fields) => {
  expect(decideConversation({ ...REPLY, ...fields })).toEqual({ kind: 'left out', reason, contact: null });
});
