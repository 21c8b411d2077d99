import { fc } from '../../test/property';
import type { Ticket } from '../contacts/contact';
import type { TicketPage } from './tickets';
import {
  nextPage,
  afterRow,
  fromLastRow,
  remainingRows,
  startCursor,
  type Cursor,
} from './ticket-list-cursor';

const SECOND = 1000;
const MOST_PAGES = 300;
const WIDE = 2;

interface Row {
  readonly id: number;
  updatedAt: number;
}

/** The list as Freshdesk pages it: ascending by the second of the last change, then by id. */
function pageOf(rows: readonly Row[], { since, page }: Cursor, size: number): TicketPage {
  const shown = rows
    .filter((row) => row.updatedAt >= since)
    .sort((a, b) => a.updatedAt - b.updatedAt || a.id - b.id);
  const tickets = shown.slice((page - 1) * size, page * size) as unknown as readonly Ticket[];
  const last = tickets[tickets.length - 1];
  return {
    tickets,
    unreadable: [],
    full: tickets.length >= size,
    lastUpdatedAt: last?.updatedAt ?? null,
    oneTimestamp: tickets.every((ticket) => ticket.updatedAt === last?.updatedAt),
  };
}

interface Plan {
  readonly seconds: readonly number[];
  readonly size: number;
  /** Rows that change while the walk is on its way, by the page after which they do. */
  readonly moves: readonly (readonly [afterPage: number, index: number])[];
  /** After how many rows of each page a run ends and the next one goes on. */
  readonly cut: number;
  /** Whether each run reads on from the last row, or the same page again. */
  readonly fromLast: boolean;
}

const plans: fc.Arbitrary<Plan> = fc.record({
  seconds: fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 120 }),
  size: fc.integer({ min: 2, max: 10 }),
  moves: fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat({ max: 119 })), { maxLength: 40 }),
  cut: fc.integer({ min: 1, max: 12 }),
  fromLast: fc.boolean(),
});

/** Rows that change after this page, as they do while a walk is on its way. */
function moveRows(rows: readonly Row[], moves: Plan['moves'], pages: number): void {
  for (const [, index] of moves.filter(([after]) => after === pages)) {
    const row = rows[index];
    if (row !== undefined) row.updatedAt = (20 + pages) * SECOND;
  }
}

/** Walks as a scan does, a page at most a run, and says which rows it saw and how deep it paged. */
function walkThrough({ seconds, size, moves, cut, fromLast }: Plan) {
  const rows: Row[] = seconds.map((second, index) => ({ id: index + 1, updatedAt: second * SECOND }));
  const seen = new Set<number>();
  let walk = startCursor('live', 0, 1_000_000, 0);
  let pages = 0;
  let deepest = 0;
  while (!walk.isRead && pages < 2_000) {
    pages += 1;
    if (fromLast) walk = fromLastRow(walk);
    deepest = Math.max(deepest, walk.page);
    const page = pageOf(rows, walk, size);
    const todo = remainingRows(walk, page);
    const done = todo.slice(0, cut);
    for (const row of done) {
      seen.add(row.id);
      walk = afterRow(walk, row);
    }
    if (done.length === todo.length) walk = nextPage(walk, page);
    moveRows(rows, moves, pages);
  }
  return { rows, seen, walk, deepest };
}

it('a walk sees every row, however rows move while it is on its way, wherever a run ends, and comes to an end', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { rows, seen, walk } = walkThrough(plan);

      expect(walk.isRead).toBe(true);
      expect(rows.filter(({ id }) => !seen.has(id))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

it('pages on only while one second fills a page, so that the 300th page is far away', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { deepest } = walkThrough({ ...plan, moves: [] });
      const most = Math.max(
        0,
        ...plan.seconds.map((second) => plan.seconds.filter((each) => each === second).length),
      );

      expect(deepest).toBeLessThanOrEqual(Math.floor(most / plan.size) + 1);
      expect(deepest).toBeLessThan(MOST_PAGES);
    }),
  );
});

it('hundreds of tickets of one second are all seen', () => {
  const seconds = Array.from({ length: 700 }, (_, index) => (index < 20 ? index : 30));

  const { rows, seen, walk } = walkThrough({ seconds, size: 100, moves: [], cut: 100, fromLast: false });

  expect(seen.size).toBe(rows.length);
  expect(walk.isCutShort ?? false).toBe(false);
});

it('a second with more tickets than the 300 pages show does not keep a walk from what comes later, and the walk knows', () => {
  const crowd = (MOST_PAGES + 5) * WIDE;
  const seconds = Array.from({ length: crowd + 9 }, (_, index) => (index < crowd ? 4 : 5 + index));

  const { rows, seen, walk, deepest } = walkThrough({
    seconds,
    size: WIDE,
    moves: [],
    cut: WIDE,
    fromLast: false,
  });

  expect(walk.isRead).toBe(true);
  expect(walk.isCutShort).toBe(true);
  expect(deepest).toBe(MOST_PAGES);
  expect(rows.filter(({ id }) => !seen.has(id)).every(({ updatedAt }) => updatedAt === 4 * SECOND)).toBe(
    true,
  );
});
