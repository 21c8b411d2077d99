import type { Ticket } from './contact';
import { hasReplyToExplain } from './customer-replies';
import { CURSOR_KINDS } from '../freshdesk/ticket-list-cursor';

const TICKET: Ticket = {
  id: 1,
  source: 1,
  groupId: 5,
  createdAt: 0,
  updatedAt: 0,
  requesterRespondedAt: null,
  requesterId: 7,
  tags: [],
  spam: false,
  deleted: false,
};

function asksFor(
  kind: (typeof CURSOR_KINDS)[number],
  requesterRespondedAt: number | null | undefined,
): boolean {
  return hasReplyToExplain({ ...TICKET, requesterRespondedAt }, { kind, from: 100, until: 200 });
}

it.each(CURSOR_KINDS)(
  'a %s walk asks for no conversations of a ticket without a reply in its time',
  (kind) => {
    expect([null, undefined, 99].map((at) => asksFor(kind, at))).toEqual([false, false, false]);
    expect([100, 200].map((at) => asksFor(kind, at))).toEqual([true, true]);
  },
);

it.each([
  ['live', false],
  ['spam', true],
  ['deleted', true],
  ['deep', true],
] as const)('a %s walk looks behind a later reply: %s', (kind, asks) => {
  expect(asksFor(kind, 201)).toBe(asks);
});

it.each(CURSOR_KINDS)('a %s walk asks for no conversations of the app’s own alert', (kind) => {
  const alert = { ...TICKET, requesterRespondedAt: 150, tags: ['injixo-connect-alert'] };

  expect(hasReplyToExplain(alert, { kind, from: 100, until: 200 })).toBe(false);
});
