import { answered, createFakeFreshdesk } from '../../test/fakes/freshdesk-get';
import { openSession } from '../../test/fakes/freshdesk-session';
import { RUN_AT } from '../../test/fakes/run-world';
import { createTestLog } from '../../test/fakes/test-log';
import { createRunBudget } from '../platform/run-budget';
import { LIMITS } from '../values/limits';
import type { FreshdeskState } from './session';
import { startCursor } from './ticket-list-cursor';

const TIME = new Date(RUN_AT).toISOString();
const CURSOR = startCursor('live', RUN_AT, RUN_AT, RUN_AT);

function ticketRow(id: number) {
  return { id, source: 1, created_at: TIME, updated_at: TIME, subject: 'never kept' };
}

function reply(id: number) {
  return { id, ticket_id: 7, user_id: 42, incoming: true, private: false, source: 0, created_at: TIME };
}

/** A run that reads from a Freshdesk whose lists show these rows. */
function open(
  { tickets = [], replies = [] }: { tickets?: readonly unknown[]; replies?: readonly unknown[] },
  known: Partial<FreshdeskState> = {},
  now = RUN_AT,
) {
  const log = createTestLog();
  const page =
    (rows: readonly unknown[]) =>
    ({ query }: { query: Readonly<Record<string, unknown>> }) =>
      answered(rows.slice((Number(query['page']) - 1) * 100, Number(query['page']) * 100));
  const freshdesk = createFakeFreshdesk({
    '/api/v2/tickets': page(tickets),
    '/api/v2/tickets/7/conversations': page(replies),
  });
  const clock = () => now;
  const opened = openSession({ freshdesk }, { now: clock, budget: createRunBudget(clock), log }, known);
  return { ...opened, log };
}

/** 250 tickets, of which the row at an index is another. */
function ticketsWith(index: number, row: unknown): readonly unknown[] {
  return [...Array(250).keys()].map((n) => (n === index ? row : ticketRow(n + 1)));
}

async function readThree({ session }: Pick<ReturnType<typeof open>, 'session'>): Promise<number> {
  for (const page of [1, 2, 3]) await session.showPage({ ...CURSOR, page });
  return session.listed.size;
}

it('tells the place of a ticket without a time of creation among 250, and nothing of what it says', async () => {
  const run = open({ tickets: ticketsWith(149, { ...ticketRow(150), created_at: null }) });

  expect(await readThree(run)).toBe(249);
  expect(run.freshdesk.value.unreadable).toEqual({ count: 1, lastAt: RUN_AT, places: ['150'] });
  expect(run.log.lines).toEqual([
    {
      level: 'warn',
      message: 'a row cannot be read',
      fields: { list: 'tickets', page: 2, row: 50, ticketId: 150 },
    },
  ]);
});

it.each([
  ['null', null],
  ['a text', 'never kept'],
  ['no id', { ...ticketRow(1), id: undefined }],
])('tells the place of a row that is %s', async (_what, row) => {
  const run = open({ tickets: ticketsWith(249, row) });

  expect(await readThree(run)).toBe(249);
  expect(run.freshdesk.value.unreadable).toMatchObject({ count: 1, places: ['249+1'] });
  expect(run.log.lines.map(({ fields }) => fields)).toEqual([{ list: 'tickets', page: 3, row: 50 }]);
});

it.each([
  ['spam', 'spam'],
  ['deleted', 'deleted'],
] as const)('tells of which list a row is: %s', async (kind, list) => {
  const run = open({ tickets: [null, ticketRow(1)] });

  await run.session.showPage({ ...CURSOR, kind });

  expect(run.log.lines[0]?.fields).toEqual({ list, page: 1, row: 1 });
});

it('tells the place of conversations that lack an id, a time or their direction', async () => {
  const broken = [
    { ...reply(2), id: undefined },
    { ...reply(3), created_at: 'today' },
    { ...reply(4), incoming: 'perhaps' },
    null,
    [],
  ];
  const run = open({ replies: [reply(1), ...broken] });

  const answer = await run.session.listConversations(7, 1);

  expect(answer).toMatchObject({ value: { conversations: [{ id: 1 }] } });
  expect(run.freshdesk.value.unreadable).toMatchObject({
    count: 5,
    places: ['7/1+1', '7/3', '7/4', '7/4+1', '7/4+2'],
  });
  expect(run.log.lines.map(({ fields }) => fields)).toEqual(
    [2, 3, 4, 5, 6].map((row) => ({ list: 'conversations', page: 1, row, ticketId: 7 })),
  );
});

describe('the same row, met again', () => {
  const ROWS = { tickets: [ticketRow(1), null, { id: 3 }] };

  it('counts once, also where the window or the list is another', async () => {
    const first = open(ROWS);
    await first.session.showPage(CURSOR);
    const moved = { tickets: [ticketRow(9), ...ROWS.tickets] };
    const second = open(moved, first.freshdesk.value, RUN_AT + 60_000);
    await second.session.showPage({ ...CURSOR, kind: 'deep', since: RUN_AT - 60_000 });

    expect(second.freshdesk.value.unreadable).toMatchObject({ count: 2, lastAt: RUN_AT + 60_000 });
    expect(second.log.lines).toEqual([]);
  });

  it('counts anew when none was met for 35 days', async () => {
    const first = open(ROWS);
    await first.session.showPage(CURSOR);
    const second = open(ROWS, first.freshdesk.value, RUN_AT + LIMITS.lostShownMs);
    await second.session.showPage(CURSOR);

    expect(second.freshdesk.value.unreadable).toMatchObject({ count: 2 });
    expect(second.log.lines).toHaveLength(2);
  });
});

it('remembers few places of many', async () => {
  const run = open({ tickets: [...Array(90).keys()].map((n) => ({ id: n + 1 })) });

  await run.session.showPage(CURSOR);

  expect(run.freshdesk.value.unreadable).toMatchObject({ count: 90 });
  expect(run.freshdesk.value.unreadable?.places).toEqual([...Array(20).keys()].map((n) => `${n + 71}`));
});
