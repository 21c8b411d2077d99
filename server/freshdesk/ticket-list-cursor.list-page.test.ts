import {
  answered,
  createFakeFreshdesk,
  failed,
  type FreshdeskQuestion,
} from '../../test/fakes/freshdesk-get';
import type { FreshdeskAnswer } from './client';
import { afterRow, listPageAt, startCursor, type Cursor } from './ticket-list-cursor';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const QUIET: Cursor = { ...startCursor('live', NOON, NOON, NOON), isQuiet: true };
const ROW = { id: 7, source: 1, created_at: '2026-11-05T12:00:00Z', updated_at: '2026-11-05T12:00:00Z' };

/** What the page shows, and what each request included. */
async function listed(cursor: Cursor, answer: FreshdeskAnswer<unknown>) {
  const { get, asked } = createFakeFreshdesk({ '/api/v2/tickets': answer });
  const page = await listPageAt(get, cursor);
  return { page, included: asked.map(({ query }: FreshdeskQuestion) => query['include']) };
}

it('lists without stats where no row is expected and there is none', async () => {
  const { page, included } = await listed(QUIET, answered([]));

  expect(page).toMatchObject({ ok: true, value: { tickets: [], full: false } });
  expect(included).toEqual([undefined]);
});

it.each([
  ['a row', answered([ROW]), 1],
  ['a row that cannot be read', answered(['?']), 0],
  ['no row, and a next page', { ok: true, value: [], serverTime: null, hasNext: true } as const, 0],
])('lists again with stats when there is %s', async (_what, answer, tickets) => {
  const { page, included } = await listed(QUIET, answer);

  expect(included).toEqual([undefined, 'stats']);
  expect(page.ok && page.value.tickets).toHaveLength(tickets);
});

it.each([
  ['rows are expected', { ...QUIET, isQuiet: false }],
  ['rows of the list were read', { ...QUIET, rows: 100 }],
  ['it stands behind a row', afterRow(QUIET, { id: 7, updatedAt: NOON })],
])('lists with stats at once when %s', async (_when, cursor) => {
  expect((await listed(cursor, answered([]))).included).toEqual(['stats']);
});

it('does not ask twice when Freshdesk does not answer', async () => {
  const problem = failed({ kind: 'unreachable' });

  expect(await listed(QUIET, problem)).toEqual({ page: problem, included: [undefined] });
});
