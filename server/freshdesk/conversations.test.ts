import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import type { FreshdeskGet } from './client';
import { listConversations, readConversations, type ListConversations } from './conversations';

const PATH = '/api/v2/tickets/7/conversations';

function row(id: number) {
  return {
    id,
    ticket_id: 7,
    user_id: 42,
    incoming: true,
    private: false,
    source: 0,
    created_at: '2026-11-05T12:00:00Z',
    body_text: 'never kept',
  };
}

function rows(count: number, first = 1) {
  return [...Array(count).keys()].map((n) => row(first + n));
}

function listWith(get: FreshdeskGet): ListConversations {
  return (ticketId, page) => listConversations(get, ticketId, page);
}

it('gives one page and nothing that a person wrote', async () => {
  const freshdesk = createFakeFreshdesk({ [PATH]: answered([row(1)]) });

  const answer = await listConversations(freshdesk.get, 7, 2);

  expect(answer).toMatchObject({ ok: true, value: { full: false, conversations: [{ id: 1, userId: 42 }] } });
  expect(JSON.stringify(answer)).not.toContain('never kept');
  expect(freshdesk.asked).toEqual([{ path: PATH, query: { per_page: 100, page: 2 } }]);
});

it('leaves a row out that it cannot read, but counts it and tells its place', async () => {
  const freshdesk = createFakeFreshdesk({ [PATH]: answered([...rows(99), { id: 'broken' }]) });

  const answer = await listConversations(freshdesk.get, 7, 1);

  expect(answer).toMatchObject({ value: { full: true } });
  expect(answer.ok && answer.value.conversations).toHaveLength(99);
  expect(answer.ok && answer.value.unreadable).toEqual([
    { list: 'conversations', page: 1, row: 100, ticketId: 7, place: '7/99+1' },
  ]);
});

it.each([[{}], [null], ['text']])('takes %j for no answer', async (value) => {
  const { get } = createFakeFreshdesk({ [PATH]: answered(value) });

  expect(await listConversations(get, 7, 1)).toEqual(failed({ kind: 'unreachable' }));
});

it('goes on after a page that is not full when Freshdesk names a next one', async () => {
  const { get } = createFakeFreshdesk({
    [PATH]: { ok: true, value: rows(7), serverTime: null, hasNext: true },
  });

  expect(await listConversations(get, 7, 1)).toMatchObject({ value: { full: true } });
});

it.each([
  [300, true],
  [1_000, false],
])('takes page %d that names a next one for one before others: %p', async (page, full) => {
  const { get } = createFakeFreshdesk({
    [PATH]: { ok: true, value: rows(3), serverTime: null, hasNext: true },
  });

  expect(await listConversations(get, 7, page)).toMatchObject({ value: { full } });
});

describe('the conversations of a ticket', () => {
  /** 230 conversations on three pages; the third page has this answer. */
  const ticket = (third = answered(rows(30, 201))) =>
    createFakeFreshdesk({
      [PATH]: ({ query: { page } }) => (page === 3 ? third : answered(rows(100, page === 1 ? 1 : 101))),
    });
  const idsOf = (read: Awaited<ReturnType<typeof readConversations>>): readonly (number | undefined)[] => {
    const ids = read.conversations.map(({ id }) => id);
    return [ids[0], ids[ids.length - 1]];
  };

  it('are read to their end when the calls suffice', async () => {
    const freshdesk = ticket();

    const read = await readConversations(listWith(freshdesk.get), 7, { page: 1, calls: 9 });

    expect(idsOf(read)).toEqual([1, 230]);
    expect(read).toMatchObject({ next: null, problem: null });
    expect(freshdesk.asked).toHaveLength(3);
  });

  it('go on one page before where they stopped', async () => {
    const first = await readConversations(listWith(ticket().get), 7, { page: 1, calls: 2 });
    const second = await readConversations(listWith(ticket().get), 7, { page: 0, ...first.next, calls: 2 });

    expect([idsOf(first), first.next, first.problem]).toEqual([[1, 200], { page: 2, last: 200 }, null]);
    expect([idsOf(second), second.next]).toEqual([[101, 230], null]);
  });

  it.each([
    ['is beyond the end now', answered([])],
    ['shows later ones only', answered(rows(100, 201))],
    ['shows earlier ones only', answered(rows(100))],
  ])('are begun again when the page to go on with %s', async (_what, page) => {
    const { get } = createFakeFreshdesk({ [PATH]: page });

    const read = await readConversations(listWith(get), 7, { page: 2, last: 200, calls: 2 });

    expect(read).toEqual({ conversations: [], next: { page: 1, again: 1 }, problem: null });
  });

  it('go on where they are when their pages do not stop moving: they must not hold up others for ever', async () => {
    const begun = await readConversations(listWith(ticket().get), 7, { page: 1, again: 3, calls: 2 });
    const moved = { page: 3, last: 100, again: begun.next?.again, calls: 2 };

    const read = await readConversations(listWith(ticket().get), 7, moved);

    expect(begun.next).toEqual({ page: 2, last: 200, again: 3 });
    expect([idsOf(read), read.next]).toEqual([[201, 230], null]);
  });

  it.each([{ kind: 'unreachable' }, { kind: 'not asked' }] as const)(
    'are given as far as they were read, with the problem that stopped reading: $kind',
    async (problem) => {
      const read = await readConversations(listWith(ticket(failed(problem)).get), 7, { page: 1, calls: 9 });

      expect(idsOf(read)).toEqual([1, 200]);
      expect(read).toMatchObject({ next: { page: 2, last: 200 }, problem });
    },
  );

  it('stay at their page when that is not answered', async () => {
    const { get } = createFakeFreshdesk({ [PATH]: failed({ kind: 'unreachable' }) });

    expect(await readConversations(listWith(get), 7, { page: 4, calls: 2 })).toEqual({
      conversations: [],
      next: { page: 4 },
      problem: { kind: 'unreachable' },
    });
  });
});
