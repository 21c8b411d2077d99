import type { TrueContact } from '../../../oracle/true-contact';
import { compareKindly } from './compare-kindly';

const SECOND = 1_793_601_085;
const QUEUE = { identifier: 'freshdesk:3:1:tickets', names: ['Sales email Tickets'] };

/** Two tickets that are alike in queue and second. */
const [first, second] = [11, 12].map((id): TrueContact => ({
  contactId: `ticket:${id}`,
  kind: 'tickets',
  timestamp: SECOND,
  otherTimestamps: [],
  queueIdentifiers: [QUEUE.identifier],
  queues: [QUEUE],
  queueName: 'Sales email Tickets',
  orElse: undefined,
  isOptional: false,
  note: 'T1',
}));
const CONTACTS = [first, second].flatMap((each) => each ?? []);
const RECEIPT = {
  queueIdentifier: QUEUE.identifier,
  queueName: 'Sales email Tickets',
  timestamp: new Date(SECOND * 1000).toISOString(),
  offered: true,
  handled: true,
};

function lostOf(receipts: number, excused: readonly string[], held: readonly string[] = []) {
  const isExcused = ({ contactId = '' }): boolean => excused.includes(contactId);
  const { details } = compareKindly(
    CONTACTS,
    Array.from({ length: receipts }, () => RECEIPT),
    { held, isExcused },
  );
  return details.map(({ problem, contactId }) => `${problem} ${contactId}`);
}

it.each([
  ['first', 'ticket:11'],
  ['second', 'ticket:12'],
])('takes of two alike the one that has an excuse for the missing one: the %s', (_which, excused) => {
  expect(lostOf(1, [excused])).toEqual([`lost ${excused}`]);
  expect(lostOf(1, [], [excused])).toEqual([]);
});

it('misses both when there is no receipt, and one when neither has an excuse', () => {
  expect(lostOf(0, ['ticket:11'])).toEqual(['lost ticket:12', 'lost ticket:11']);
  expect(lostOf(1, [])).toEqual(['lost ticket:12']);
  expect(lostOf(2, [])).toEqual([]);
});

it('excuses no contact that came twice', () => {
  expect(lostOf(3, ['ticket:11', 'ticket:12'])).toEqual(['doubled ticket:11']);
});
