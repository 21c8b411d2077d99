import { isPartOfTicket } from './first-chat-message';
import type { Conversation } from './conversation';
import { OWN_SOURCES } from './sources';

const CREATED_AT = 1_793_882_713_000;
const REQUESTER = 90777;
const TICKET = { source: 15, createdAt: CREATED_AT, requesterId: REQUESTER };

function message(id: number, afterMs: number, fields: Partial<Conversation> = {}): Conversation {
  return {
    id,
    ticketId: 412,
    createdAt: CREATED_AT + afterMs,
    incoming: true,
    private: false,
    source: 0,
    supportEmail: false,
    toEmails: false,
    userId: REQUESTER,
    ...fields,
  };
}

it.each([
  ['is the only one', [message(9, 2000)]],
  ['comes before another', [message(10, 3000), message(9, 2000)]],
  ['shares its second with a later one', [message(10, 2000), message(9, 2000)]],
  ['comes 10 s after the ticket', [message(9, 10_000)]],
  ['follows an agent’s greeting', [message(8, 1000, { incoming: false, userId: 1 }), message(9, 2000)]],
  ['follows what a merge brought in', [message(3, -86_400_000), message(9, 2000)]],
  [
    'follows a chat of the same seconds that a merge brought in',
    [message(8, 1000, { userId: 4 }), message(9, 2000)],
  ],
])('C5: the requester’s message is part of the ticket when it %s', (_case, conversations) => {
  expect(isPartOfTicket(9, conversations, TICKET)).toBe(true);
});

it.each([
  ['follows the first', [message(8, 1000), message(9, 2000)]],
  ['comes 11 s after the ticket', [message(9, 11_000)]],
  ['is somebody else’s', [message(9, 2000, { userId: 4 })]],
  ['has no author', [message(9, 2000, { userId: null })]],
  ['is not among the conversations', [message(8, 1000)]],
  ['has no conversations beside it', []],
])('C5: a message is a contact of its own when it %s', (_case, conversations) => {
  expect(isPartOfTicket(9, conversations, TICKET)).toBe(false);
});

it('C5: an unknown requester wrote no message', () => {
  const conversations = [message(9, 2000, { userId: null })];

  expect(isPartOfTicket(9, conversations, { ...TICKET, requesterId: null })).toBe(false);
});

it('C5: concerns the chat-type sources and no others', () => {
  const concerned = [...OWN_SOURCES.keys(), 1001].filter((source) =>
    isPartOfTicket(9, [message(9, 0)], { ...TICKET, source }),
  );

  expect(concerned).toEqual([7, 12, 13, 15, 17, 19, 21, 22]);
});
