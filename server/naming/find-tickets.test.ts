import type { FreshdeskAnswer } from '../freshdesk/client';
import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import { openSession } from '../../test/fakes/freshdesk-session';
import { createRunBudget } from '../platform/run-budget';
import { parseTicket } from '../freshdesk/tickets';
import { findTickets, type TicketFinder, type WantedTicket } from './find-tickets';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const SEES_ALL = answered({ ticket_scope: 1, role_ids: [] });
const SEES_SOME = answered({ ticket_scope: 2, role_ids: [] });
const GONE = failed({ kind: 'not found' });

function row(id: number, changed: object = {}) {
  return {
    id,
    source: 1,
    created_at: '2026-11-05T12:00:00Z',
    updated_at: '2026-11-05T12:00:00Z',
    ...changed,
  };
}

function want(...ids: number[]): readonly WantedTicket[] {
  return ids.map((ticketId) => ({ ticketId, occurredAt: NOON }));
}

function account(rules: Readonly<Record<string, FreshdeskAnswer<unknown>>>, listed: readonly number[] = []) {
  const freshdesk = createFakeFreshdesk({
    '/api/v2/tickets': answered(listed.map((id) => row(id))),
    ...rules,
  });
  const now = () => NOON;
  const budget = createRunBudget(now);
  const { session, freshdesk: state } = openSession({ freshdesk }, { now, budget });
  const run: TicketFinder = { session, budget };
  return { freshdesk, run, state };
}

it('asks nothing when nothing is wanted', async () => {
  const { freshdesk, run } = account({});

  expect(await findTickets(run, [])).toEqual({
    states: new Map(),
    problem: null,
    isAnswered: false,
  });
  expect(freshdesk.asked).toEqual([]);
});

it('finds many tickets with one list', async () => {
  const { freshdesk, run } = account({}, [1, 2, 3, 4, 5]);

  const { states, problem } = await findTickets(run, want(1, 2, 3, 4, 5));

  expect(problem).toBeNull();
  expect([...states].map(([id, state]) => [id, state.kind])).toEqual(
    [1, 2, 3, 4, 5].map((id) => [id, 'found']),
  );
  expect(freshdesk.asked).toHaveLength(1);
});

it('asks for few tickets one by one', async () => {
  const { freshdesk, run } = account({ '/api/v2/tickets/7': answered(row(7)) });

  const { states } = await findTickets(run, want(7, 7));

  expect(states.get(7)).toMatchObject({ kind: 'found' });
  expect(freshdesk.paths()).toEqual(['/api/v2/tickets/7']);
});

it('asks nothing for a ticket that a list of this run has shown', async () => {
  const { freshdesk, run } = account({}, [7]);
  await run.session.findListed(NOON, new Set([7]), 3);

  expect(await findTickets(run, want(7))).toEqual({
    states: new Map([[7, { kind: 'found', ticket: parseTicket(row(7)) }]]),
    problem: null,
    isAnswered: false,
  });
  expect(freshdesk.paths()).toEqual(['/api/v2/tickets']);
});

it('sees that a ticket is deleted or spam when it is asked for by itself', async () => {
  const { run } = account({ '/api/v2/tickets/7': answered(row(7, { deleted: true })) });

  expect((await findTickets(run, want(7))).states.get(7)).toMatchObject({ ticket: { deleted: true } });
});

describe('a ticket that is nowhere', () => {
  it('is gone when a list is answered and the key sees all tickets', async () => {
    const { run } = account({ '/api/v2/agents/me': SEES_ALL });

    expect(await findTickets(run, want(7))).toEqual({
      states: new Map([[7, { kind: 'gone' }]]),
      problem: null,
      isAnswered: true,
    });
  });

  it.each<[string, FreshdeskAnswer<unknown>, object]>([
    ['the key does not see all tickets', SEES_SOME, { kind: 'scope' }],
    ['the agent cannot be asked', failed({ kind: 'unreachable' }), { kind: 'unreachable' }],
    ['the key is refused', failed({ kind: 'key refused' }), { kind: 'key refused' }],
  ])('has to wait when %s', async (_what, agent, problem) => {
    const { run } = account({ '/api/v2/agents/me': agent });

    expect(await findTickets(run, want(7))).toEqual({ states: new Map(), problem, isAnswered: true });
  });

  it('has to wait when no list is answered', async () => {
    const { run } = account({
      '/api/v2/tickets': failed({ kind: 'unreachable' }),
      '/api/v2/agents/me': SEES_ALL,
    });

    const { states, problem } = await findTickets(run, want(7));

    expect(states.has(7)).toBe(false);
    expect(problem).toEqual({ kind: 'unreachable' });
  });

  it.each(['not found', 'forbidden'] as const)(
    'is found when a list shows it, although its own addresses answer %s',
    async (kind) => {
      const { run } = account(
        {
          '/api/v2/agents/me': SEES_ALL,
          '/api/v2/tickets/7': failed({ kind }),
          '/api/v2/tickets/archived/7': failed({ kind }),
        },
        [7],
      );

      expect((await findTickets(run, want(7))).states.get(7)).toMatchObject({ kind: 'found' });
    },
  );

  it('is looked for in a list of its own time, although one of the run was answered', async () => {
    const { freshdesk, run } = account({ '/api/v2/agents/me': SEES_ALL }, [8]);
    await run.session.findListed(NOON + 600_000, new Set([8]), 0);

    expect((await findTickets(run, want(7))).states.get(7)).toEqual({ kind: 'gone' });
    expect(
      freshdesk.asked.filter(({ path }) => path === '/api/v2/tickets').map(({ query }) => query),
    ).toMatchObject([{ updated_since: '2026-11-05T12:10:00Z' }, { updated_since: '2026-11-05T12:00:00Z' }]);
  });

  it('is believed to be gone only after three runs when no list reaches to its end', async () => {
    const page = Array.from({ length: 100 }, (_, index) => row(index + 100));
    const rules = { '/api/v2/tickets': answered(page), '/api/v2/agents/me': SEES_ALL };
    const freshdesk = createFakeFreshdesk(rules);
    let known = {};
    const kinds: (string | undefined)[] = [];
    for (const minute of [0, 1, 2]) {
      const now = () => NOON + minute * 60_000;
      const budget = createRunBudget(now);
      const { session, freshdesk: state } = openSession({ freshdesk }, { now, budget }, known);
      kinds.push((await findTickets({ session, budget }, want(7))).states.get(7)?.kind);
      known = state.value;
    }

    expect(kinds).toEqual([undefined, undefined, 'gone']);
    expect(known).toMatchObject({ setAside: { tickets: [] } });
  });

  it('does not keep others from being found', async () => {
    const { run } = account({ '/api/v2/agents/me': SEES_SOME, '/api/v2/tickets/8': answered(row(8)) });

    const { states } = await findTickets(run, want(7, 8));

    expect([...states.keys()]).toEqual([8]);
  });
});

it('finds what can be found when one ticket cannot be read, and blames that ticket alone', async () => {
  const { run, state } = account({
    '/api/v2/tickets/7': answered(row(7)),
    '/api/v2/tickets/8': failed({ kind: 'unreachable' }),
  });

  const { states, problem } = await findTickets(run, want(7, 8));

  expect([...states.keys()]).toEqual([7]);
  expect(problem).toBeNull();
  expect(state.value.setAside.failing).toMatchObject([{ ticketId: 8, call: 'view', runs: 1 }]);
});

it('says why nothing is found when Freshdesk answers nothing', async () => {
  const { run } = account({ '/api/v2/tickets/8': failed({ kind: 'unreachable' }) });

  expect((await findTickets(run, want(8))).problem).toEqual({ kind: 'unreachable' });
});

it('finds nothing when the list that many need is not answered', async () => {
  const { freshdesk, run } = account({ '/api/v2/tickets': failed({ kind: 'key refused' }) });

  expect(await findTickets(run, want(1, 2, 3, 4, 5))).toEqual({
    states: new Map(),
    problem: { kind: 'key refused' },
    isAnswered: false,
  });
  expect(freshdesk.asked).toHaveLength(1);
});

it.each([
  ['throttled', { kind: 'throttled', retryAt: NOON + 30_000 }],
  ['unreachable', { kind: 'unreachable' }],
  ['forbidden', { kind: 'forbidden' }],
] as const)('asks for many one by one when the list is %s, and says so', async (_what, problem) => {
  const ids = [1, 2, 3, 4, 5, 6];
  const single = Object.fromEntries(ids.map((id) => [`/api/v2/tickets/${id}`, answered(row(id))]));
  const { run } = account({ ...single, '/api/v2/tickets': failed(problem) });

  const found = await findTickets(run, want(...ids));

  expect([...found.states.keys()]).toEqual(ids);
  expect(found).toMatchObject({ problem, isAnswered: true });
});

it('takes a forbidden ticket for gone only as it takes one that is not found', async () => {
  const forbidden = {
    '/api/v2/tickets/7': failed({ kind: 'forbidden' }),
    '/api/v2/tickets/archived/7': GONE,
  };

  expect(
    (await findTickets(account({ ...forbidden, '/api/v2/agents/me': SEES_SOME }).run, want(7))).states.size,
  ).toBe(0);
  expect(
    (await findTickets(account({ ...forbidden, '/api/v2/agents/me': SEES_ALL }).run, want(7))).states.get(7),
  ).toEqual({ kind: 'gone' });
});

describe('tickets that no list has shown yet', () => {
  const rules = Object.fromEntries([1, 2, 3, 4].map((id) => [`/api/v2/tickets/${id}`, answered(row(id))]));

  it('are asked for one by one while they are few', async () => {
    const { freshdesk, run } = account(rules, [5, 6, 7]);
    await run.session.findListed(NOON, new Set([5, 6, 7]), 3);

    expect((await findTickets(run, want(1, 2, 3, 5, 6, 7))).states.size).toBe(6);
    expect(freshdesk.paths().slice(1)).toEqual([
      '/api/v2/tickets/1',
      '/api/v2/tickets/2',
      '/api/v2/tickets/3',
    ]);
  });

  it('are looked for in the list from the oldest on when there are more', async () => {
    const { freshdesk, run } = account({ '/api/v2/tickets': answered([1, 2, 3, 4].map((id) => row(id))) });
    const wanted = want(1, 2, 3, 4).map((each, nth) => ({
      ...each,
      occurredAt: Date.parse('2026-11-05T11:50:00Z') + nth * 60_000,
    }));

    expect((await findTickets(run, wanted)).states.size).toBe(4);
    expect(freshdesk.asked).toMatchObject([
      { path: '/api/v2/tickets', query: { updated_since: '2026-11-05T11:50:00Z' } },
    ]);
  });

  it('are asked for one by one when the run has no list pages left to ask for', async () => {
    const { run } = account({ ...rules, '/api/v2/tickets': failed({ kind: 'not asked' }) });

    expect((await findTickets(run, want(1, 2, 3, 4))).states.size).toBe(4);
  });
});
