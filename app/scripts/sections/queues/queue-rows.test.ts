import type { Queue } from '../../../../server/page-contract';
import { findQueues, PAGE_ROWS, pageOf, sortQueues, turnSorting } from './queue-rows';

function queue(name: string, more: Partial<Queue> = {}): Queue {
  return {
    identifier: `freshdesk:1:1:${name}`,
    name,
    channel: 'cases',
    today: 0,
    days7: 0,
    days28: 0,
    trend: [],
    lastAt: null,
    renamedTo: null,
    ...more,
  };
}

const names = (queues: readonly Queue[]): readonly string[] => queues.map(({ name }) => name);

it.each([
  ['', ['Verkäufe email', 'Sales phone', 'Support email']],
  ['EMAIL', ['Verkäufe email', 'Support email']],
  ['verkaufe', ['Verkäufe email']],
  ['email sup', ['Support email']],
  ['orders', ['Sales phone']],
  ['1:1:Sales', ['Sales phone']],
  ['fax', []],
])('finds by %p', (typed, found) => {
  const queues = [
    queue('Verkäufe email'),
    queue('Sales phone', { renamedTo: 'Orders' }),
    queue('Support email'),
  ];

  expect(names(findQueues(queues, typed))).toEqual(found);
});

it('sorts by name as people do, and by numbers', () => {
  const queues = [
    queue('Team 10', { today: 1 }),
    queue('team 9', { today: 3 }),
    queue('Äpfel', { today: 1 }),
  ];

  const byName = sortQueues(queues, { column: 'name', isDescending: false }, 'de');
  expect(names(byName)).toEqual(['Äpfel', 'team 9', 'Team 10']);
  const byToday = sortQueues(queues, { column: 'today', isDescending: true }, 'de');
  expect(names(byToday)).toEqual(['team 9', 'Äpfel', 'Team 10']);
  expect(names(queues)).toEqual(['Team 10', 'team 9', 'Äpfel']);
});

it('puts queues without any contact last when the latest come first', () => {
  const queues = [queue('never'), queue('old', { lastAt: 1 }), queue('new', { lastAt: 2 })];

  expect(names(sortQueues(queues, { column: 'lastAt', isDescending: true }, 'en'))).toEqual([
    'new',
    'old',
    'never',
  ]);
});

it('turns the order when a column is pressed again', () => {
  const byName = turnSorting({ column: 'days7', isDescending: true }, 'name');

  expect(byName).toEqual({ column: 'name', isDescending: false });
  expect(turnSorting(byName, 'name')).toEqual({ column: 'name', isDescending: true });
  expect(turnSorting(byName, 'today')).toEqual({ column: 'today', isDescending: true });
});

it('shows page by page, and never a page that is not there', () => {
  const queues = [...Array(PAGE_ROWS + 3).keys()].map((index) => queue(`Queue ${index}`));

  expect(pageOf(queues, 0)).toMatchObject({ page: 0, from: 1, to: PAGE_ROWS, hasMore: true });
  expect(pageOf(queues, 7)).toMatchObject({
    page: 1,
    from: PAGE_ROWS + 1,
    to: PAGE_ROWS + 3,
    hasMore: false,
  });
  expect(pageOf(queues, -1).page).toBe(0);
  expect(pageOf([], 0)).toMatchObject({ page: 0, rows: [], hasMore: false });
});
