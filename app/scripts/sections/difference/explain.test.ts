import type { DifferenceAnswer } from '../../../../server/page-contract';
import { explain } from './explain';

const DAY: DifferenceAnswer = {
  day: '2026-11-04',
  lookedAt: 1,
  countedFrom: 1,
  injixo: { tickets: 100, replies: 40, unknownTickets: 8, unknownReplies: 2 },
  leftOut: [
    { reason: 'outbound', count: 5 },
    { reason: 'internal task', count: 1 },
    { reason: 'agent', count: 70 },
  ],
  freshdeskTickets: 101,
  deletedOrSpam: 8,
  unassigned: 3,
  spam: 6,
  queues: null,
};

it('leads from the contacts in injixo to the tickets in Freshdesk', () => {
  const { steps, rest, contacts } = explain(DAY);

  expect(contacts).toBe(150);
  expect(steps.map(({ kind, reason, count }) => [kind, reason, count])).toEqual([
    ['injixo', '', 150],
    ['replies', '', -40],
    ['unknown replies', '', -2],
    // 101 + 8 tickets were created, 100 are in their queues, 6 were left out: 3 were deleted or spam before they had a
    // name.
    ['unknown', '', -5],
    ['left out', 'outbound', 5],
    ['left out', 'internal task', 1],
    ['thrown', '', -8],
    ['expected', '', 101],
    ['freshdesk', '', 101],
    ['rest', '', 0],
  ]);
  expect(rest).toBe(0);
});

it.each([
  ['a ticket that waits', { freshdeskTickets: 120 }, 14],
  ['tickets that Freshdesk shows no more', { freshdeskTickets: 97 }, -1],
])('leaves over %s', (_name, differing, rest) => {
  expect(explain({ ...DAY, ...differing }).rest).toBe(rest);
});

it('takes no more for Unknown than were deleted or counted so', () => {
  const none = { ...DAY, deletedOrSpam: 0, freshdeskTickets: 106, leftOut: DAY.leftOut };

  expect(explain(none).steps.find(({ kind }) => kind === 'unknown')?.count).toBe(-8);
  expect(explain(none).rest).toBe(0);
});

it("explains nothing before Freshdesk's lists were read", () => {
  expect(explain({ ...DAY, freshdeskTickets: null, deletedOrSpam: null })).toEqual({
    contacts: 150,
    steps: [],
    rest: null,
  });
});
