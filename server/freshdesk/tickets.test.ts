import type { FreshdeskAnswer, FreshdeskProblem } from './client';
import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import { askTicket, listTickets } from './tickets';

const NOON = Date.parse('2026-11-05T12:00:00Z');

function row(id: number, updated_at = '2026-11-05T12:00:00Z') {
  return { id, source: 1, created_at: '2026-11-05T11:00:00Z', updated_at };
}

function rows(count: number, updatedAt?: string) {
  return [...Array(count).keys()].map((n) => row(n + 1, updatedAt));
}

describe('listTickets', () => {
  const list = (value: unknown) =>
    listTickets(createFakeFreshdesk({ '/api/v2/tickets': answered(value) }).get, {
      since: NOON,
      page: 1,
      filter: null,
    });

  it('asks for what changed since a moment, oldest change first, with the stats', async () => {
    const freshdesk = createFakeFreshdesk({ '/api/v2/tickets': answered([]) });

    await listTickets(freshdesk.get, { since: NOON, page: 3, filter: null });

    expect(freshdesk.asked).toEqual([
      {
        path: '/api/v2/tickets',
        query: {
          updated_since: '2026-11-05T12:00:00Z',
          order_by: 'updated_at',
          order_type: 'asc',
          include: 'stats',
          per_page: 100,
          page: 3,
        },
      },
    ]);
  });

  it('goes on after a page that is not full when Freshdesk names a next one', async () => {
    const answer = { ok: true, value: rows(99), serverTime: null, hasNext: true } as const;
    const { get } = createFakeFreshdesk({ '/api/v2/tickets': answer });

    expect(await listTickets(get, { since: NOON, page: 1, filter: null })).toMatchObject({
      value: { full: true },
    });
  });

  it.each(['spam', 'deleted'] as const)('can ask for %s tickets alone', async (filter) => {
    const freshdesk = createFakeFreshdesk({ '/api/v2/tickets': answered([]) });

    await listTickets(freshdesk.get, { since: NOON, page: 1, filter });

    expect(freshdesk.asked[0]?.query).toMatchObject({ filter });
  });

  it('gives an empty page', async () => {
    expect(await list([])).toMatchObject({
      ok: true,
      value: { tickets: [], full: false, lastUpdatedAt: null },
    });
  });

  it('says when a page is full, and when its last row changed', async () => {
    const hundred = [...rows(99), row(100, '2026-11-05T12:09:00Z')];

    expect(await list(hundred)).toMatchObject({
      value: { full: true, lastUpdatedAt: NOON + 540_000, oneTimestamp: false },
    });
    expect(await list(rows(99))).toMatchObject({ value: { full: false } });
  });

  it('says when all rows of a page changed in one second', async () => {
    expect(await list(rows(100))).toMatchObject({ value: { full: true, oneTimestamp: true } });
  });

  it('counts a row it cannot read when it says that a page is full', async () => {
    const answer = await list([...rows(99), { id: 'broken' }]);

    expect(answer).toMatchObject({ value: { full: true } });
    expect(answer.ok && answer.value.tickets).toHaveLength(99);
  });

  it.each([[{}], [null], ['text']])('takes %j for no answer', async (value) => {
    expect(await list(value)).toEqual(failed({ kind: 'unreachable' }));
  });

  it('hands a problem on', async () => {
    const { get } = createFakeFreshdesk({ '/api/v2/tickets': failed({ kind: 'key refused' }) });

    expect(await listTickets(get, { since: NOON, page: 1, filter: null })).toEqual(
      failed({ kind: 'key refused' }),
    );
  });
});

describe('askTicket', () => {
  const NOT_FOUND = failed({ kind: 'not found' });
  const FORBIDDEN = failed({ kind: 'forbidden' });
  const FOUND = answered(row(7));

  const ask = (live: FreshdeskAnswer<unknown>, archived: FreshdeskAnswer<unknown>) => {
    const freshdesk = createFakeFreshdesk({
      '/api/v2/tickets/7': live,
      '/api/v2/tickets/archived/7': archived,
    });
    return { freshdesk, answer: askTicket(freshdesk.get, 7) };
  };

  it('finds a live ticket with one call', async () => {
    const { freshdesk, answer } = ask(FOUND, NOT_FOUND);

    expect(await answer).toMatchObject({ ok: true, value: { kind: 'found', ticket: { id: 7 } } });
    expect(freshdesk.paths()).toEqual(['/api/v2/tickets/7']);
  });

  it.each<[string, FreshdeskAnswer<unknown>]>([
    ['not found', NOT_FOUND],
    ['forbidden', FORBIDDEN],
  ])('finds an archived ticket when the live one is %s', async (_what, live) => {
    expect(await ask(live, FOUND).answer).toMatchObject({ ok: true, value: { kind: 'found' } });
  });

  it.each<[string, FreshdeskAnswer<unknown>, FreshdeskAnswer<unknown>]>([
    ['found under neither address', NOT_FOUND, NOT_FOUND],
    ['forbidden under both', FORBIDDEN, FORBIDDEN],
    ['forbidden and not found', FORBIDDEN, NOT_FOUND],
  ])('says that a ticket is gone when it is %s', async (_what, live, archived) => {
    expect(await ask(live, archived).answer).toMatchObject({ ok: true, value: { kind: 'gone' } });
  });

  it.each<FreshdeskProblem>([
    { kind: 'key refused' },
    { kind: 'throttled', retryAt: NOON },
    { kind: 'refused', status: 405 },
    { kind: 'unreachable' },
    { kind: 'not asked' },
  ])('never takes a ticket for gone because of %j', async (problem) => {
    expect(await ask(failed(problem), FOUND).answer).toEqual(failed(problem));
    expect(await ask(NOT_FOUND, failed(problem)).answer).toEqual(failed(problem));
  });

  it('takes an answer that is no ticket for no answer', async () => {
    expect(await ask(answered({}), NOT_FOUND).answer).toEqual(failed({ kind: 'unreachable' }));
    expect(await ask(NOT_FOUND, answered({})).answer).toEqual(failed({ kind: 'unreachable' }));
  });
});
