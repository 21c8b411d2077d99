import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import { openSession } from '../../test/fakes/freshdesk-session';
import { createRunBudget } from '../platform/run-budget';
import { UNKNOWN_LIMIT } from './call-limit';
import type { FreshdeskProblem } from './client';
import { NOTHING_LEARNED } from './quota';
import type { FreshdeskState } from './session';
import { afterFailure, NOTHING_ASIDE } from './set-aside';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const HOUR = 3_600_000;
const SEES_ALL = { '/api/v2/agents/me': answered({ ticket_scope: 1, role_ids: [] }) };
const ABOUT_7 = { ticketId: 7, call: 'replies' } as const;
const FAILED_7 = { ...ABOUT_7, problem: { kind: 'unreachable' }, from: NOON } as const;

type Rules = Parameters<typeof createFakeFreshdesk>[0];

/** A session of a run that starts at noon, and what it knows. */
function open(rules: Rules, known: Partial<FreshdeskState> = {}, at = NOON) {
  const freshdesk = createFakeFreshdesk(rules);
  const now = (): number => at;
  return { asked: freshdesk, ...openSession({ freshdesk }, { now, budget: createRunBudget(now) }, known) };
}

/** Replies of these tickets failed before, each in two runs. */
function failedTwice(...ticketIds: readonly number[]): Pick<FreshdeskState, 'setAside'> {
  const runs = ticketIds.flatMap((ticketId) => [1, 2].map((run) => ({ ticketId, runAt: NOON - run * HOUR })));
  const setAside = runs.reduce(
    (state, { ticketId, runAt }) =>
      afterFailure(
        state,
        { ticketId, call: 'replies', reason: 'unreachable', from: NOON },
        { runAt, now: runAt, most: 50 },
      ),
    NOTHING_ASIDE,
  );
  return { setAside };
}

it('sets a ticket aside only while Freshdesk answers otherwise, and stores no failure then', async () => {
  const { session, freshdesk } = open(SEES_ALL, failedTwice(7));

  expect(await session.tickets.failed(FAILED_7)).toBe('set aside');
  expect(freshdesk.value.failure).toBeNull();
  expect(session.tickets.aside(ABOUT_7)).toMatchObject({ ticketId: 7, since: NOON - HOUR });
});

it('blames Freshdesk when it does not answer at all', async () => {
  const { session, freshdesk } = open(
    { '/api/v2/agents/me': failed({ kind: 'unreachable' }) },
    failedTwice(7),
  );

  expect(await session.tickets.failed(FAILED_7)).toBe('not its fault');
  expect(freshdesk.value.failure).toMatchObject({ code: 'freshdesk_unreachable' });
});

it('asks nobody when Freshdesk has answered in this run', async () => {
  const { session, asked } = open({ ...SEES_ALL, '/api/v2/roles': answered([]) });
  await session.get('/api/v2/roles');

  expect(await session.tickets.failed(FAILED_7)).toBe('failing');
  expect(asked.paths()).toEqual(['/api/v2/roles']);
});

it.each<[FreshdeskProblem, string | null]>([
  [{ kind: 'not asked' }, null],
  [{ kind: 'throttled', retryAt: NOON }, 'freshdesk_throttled'],
])('blames no ticket for %j', async (problem, failure) => {
  const { session, freshdesk } = open(SEES_ALL, failedTwice(7));

  expect(await session.tickets.failed({ ...FAILED_7, problem })).toBe('not its fault');
  expect(freshdesk.value.failure?.code ?? null).toBe(failure);
  expect(freshdesk.value.setAside.tickets).toEqual([]);
});

it('asks about another ticket before it believes that a call fails for all', async () => {
  const row = { id: 99, source: 1, created_at: '2026-11-05T11:00:00Z', updated_at: '2026-11-05T11:00:00Z' };
  const known = failedTwice(5, 6);
  const { session, freshdesk } = open(
    { ...SEES_ALL, '/api/v2/tickets': answered([row]), '/api/v2/tickets/99/conversations': answered([]) },
    known,
  );
  await session.findListed(NOON - HOUR, new Set([99]), 0);
  await session.tickets.failed(FAILED_7);

  expect(freshdesk.value.setAside.alike).toEqual({});
});

it('lets a ticket that is set aside rest for an hour, then names it among those to be tried', async () => {
  const { session, freshdesk } = open(SEES_ALL, failedTwice(7));
  await session.tickets.failed(FAILED_7);
  const later = open(SEES_ALL, freshdesk.value, NOON + HOUR).session;

  expect([session.tickets.rests(ABOUT_7), session.tickets.dueAgain('replies')]).toEqual([true, []]);
  expect(later.tickets.rests(ABOUT_7)).toBe(false);
  expect(later.tickets.dueAgain('replies')).toMatchObject([ABOUT_7]);
  expect(later.tickets.dueAgain('view')).toEqual([]);
});

it('gives one ticket a quarter of the calls of a run, and at least two', () => {
  const shareOf = (total: number): number => {
    const quota = { ...NOTHING_LEARNED, account: { ...UNKNOWN_LIMIT, total } };
    return open({}, { quota }).session.tickets.share();
  };

  expect(shareOf(400)).toBe(50);
  expect(shareOf(4)).toBe(2);
});

describe('a refusal of conversations in spam or trash', () => {
  const aside = (count: number): Pick<FreshdeskState, 'setAside'> => {
    const entry = { call: 'replies', reason: 'not found', since: NOON, triedAt: NOON, from: NOON } as const;
    const tickets = [...Array(count).keys()].map((ticketId) => ({ ...entry, ticketId }));
    return { setAside: { ...NOTHING_ASIDE, tickets } };
  };

  it('is believed until such conversations are shown', () => {
    const { session } = open({}, aside(0));
    expect(session.tickets.hidesTrash()).toBe(true);

    session.tickets.trashShown();
    expect(session.tickets.hidesTrash()).toBe(false);
  });

  it.each([
    [24, false],
    [25, true],
  ])('takes at most half of the places of what is set aside: %d', (count, hides) => {
    const { session } = open({}, { ...aside(count), showsTrash: true });

    expect(session.tickets.hidesTrash()).toBe(hides);
  });
});
