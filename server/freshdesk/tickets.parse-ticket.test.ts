import { parseTicket } from './tickets';

const ROW = {
  id: 7,
  source: 1,
  group_id: 351,
  requester_id: 42,
  created_at: '2026-11-05T12:00:00Z',
  updated_at: '2026-11-05T12:05:00Z',
  tags: ['vip'],
  spam: false,
  subject: 'never kept',
};
const TICKET = {
  id: 7,
  source: 1,
  groupId: 351,
  requesterId: 42,
  createdAt: Date.parse('2026-11-05T12:00:00Z'),
  updatedAt: Date.parse('2026-11-05T12:05:00Z'),
  requesterRespondedAt: undefined,
  tags: ['vip'],
  spam: false,
  deleted: false,
  hasAgent: false,
};

it('keeps of a ticket what counting needs, and nothing else', () => {
  expect(parseTicket(ROW)).toEqual(TICKET);
});

it.each<[string, object, object]>([
  ['no group', { group_id: null }, { groupId: null }],
  ['an agent', { responder_id: 9 }, { hasAgent: true }],
  ['no requester', { requester_id: undefined }, { requesterId: null }],
  ['ids as text', { id: '7', group_id: '351' }, {}],
  ['spam', { spam: true }, { spam: true }],
  ['deleted', { deleted: true }, { deleted: true }],
  ['no tags', { tags: null }, { tags: [] }],
  ['tags that are no text', { tags: ['a', 7, null] }, { tags: ['a'] }],
  ['no change', { updated_at: null }, { updatedAt: TICKET.createdAt }],
  ['a custom source', { source: 1001 }, { source: 1001 }],
  ['stats without a reply', { stats: { requester_responded_at: null } }, { requesterRespondedAt: null }],
  [
    'stats with a reply',
    { stats: { requester_responded_at: '2026-11-05T12:04:00Z' } },
    { requesterRespondedAt: Date.parse('2026-11-05T12:04:00Z') },
  ],
  ['stats that are none', { stats: null }, { requesterRespondedAt: undefined }],
])('reads a ticket with %s', (_what, changed, expected) => {
  expect(parseTicket({ ...ROW, ...changed })).toEqual({ ...TICKET, ...expected });
});

it.each<[string, unknown]>([
  ['nothing', null],
  ['a text', 'ticket'],
  ['a ticket without an id', { ...ROW, id: null }],
  ['a ticket without a source', { ...ROW, source: null }],
  ['a ticket without a time', { ...ROW, created_at: null }],
])('refuses %s', (_what, value) => {
  expect(parseTicket(value)).toBeNull();
});
