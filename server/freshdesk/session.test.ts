import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import { openSession } from '../../test/fakes/freshdesk-session';
import { RUN_AT } from '../../test/fakes/run-world';
import { createRunBudget } from '../platform/run-budget';
import { reportFailure } from '../status/failures';
import { LIMITS } from '../values/limits';
import { NOTHING_LEARNED } from './quota';
import type { FreshdeskAnswer } from './client';
import type { FreshdeskState } from './session';
import { startCursor } from './ticket-list-cursor';

const AGENT = '/api/v2/agents/me';
const LIST = '/api/v2/tickets';
const SEES_ALL = answered({ ticket_scope: 1, role_ids: [] });
const SEES_SOME = answered({ ticket_scope: 2, role_ids: [] });
const CURSOR = startCursor('live', RUN_AT, RUN_AT, RUN_AT);

function row(id: number) {
  const time = new Date(RUN_AT).toISOString();
  return { id, source: 1, created_at: time, updated_at: time };
}

function open(
  rules: Readonly<Record<string, FreshdeskAnswer<unknown>>> = {},
  known: Partial<FreshdeskState> = {},
) {
  const freshdesk = createFakeFreshdesk(rules);
  const clock = { now: RUN_AT };
  const now = () => clock.now;
  const opened = openSession({ freshdesk }, { now, budget: createRunBudget(now) }, known);
  return { ...opened, asked: freshdesk, clock };
}

it.each([
  [{ kind: 'key refused' }, 'freshdesk_key'],
  [{ kind: 'scope' }, 'freshdesk_scope'],
  [{ kind: 'forbidden' }, 'freshdesk_forbidden'],
  [{ kind: 'throttled', retryAt: RUN_AT }, 'freshdesk_throttled'],
  [{ kind: 'unreachable' }, 'freshdesk_unreachable'],
  [{ kind: 'refused', status: 405 }, 'freshdesk_unreachable'],
  [{ kind: 'not found' }, 'freshdesk_unreachable'],
  [{ kind: 'not asked' }, null],
] as const)('knows %j as %p', (problem, code) => {
  const { session, freshdesk } = open();

  session.noteProblem(problem);

  expect(freshdesk.value.failure?.code ?? null).toBe(code);
});

describe('a problem', () => {
  it('keeps its beginning while it is noted again', () => {
    const { session, freshdesk, clock } = open();
    session.noteProblem({ kind: 'unreachable' });
    clock.now += 1000;

    session.noteProblem({ kind: 'unreachable' });

    expect(freshdesk.value.failure).toMatchObject({ since: RUN_AT });
  });

  it('takes from the key what it was last seen to see when it does not see all tickets, and no other does', () => {
    const { session, freshdesk } = open({}, { scopeSeenAt: RUN_AT - 1 });

    session.noteProblem({ kind: 'unreachable' });
    expect(freshdesk.value.scopeSeenAt).toBe(RUN_AT - 1);

    session.noteProblem({ kind: 'scope' });
    expect(freshdesk.value.scopeSeenAt).toBe(0);
  });
});

describe('an answer', () => {
  it('ends a failure', () => {
    const { session, freshdesk } = open({}, { failure: reportFailure(null, 'freshdesk_key', RUN_AT - 1) });

    session.noteAnswer();

    expect(freshdesk.value.failure).toBeNull();
  });

  it('does not end that the key sees a part: what it hides, no answer about others shows', () => {
    const failure = reportFailure(null, 'freshdesk_scope', RUN_AT - 1);
    const { session, freshdesk } = open({}, { failure });

    session.noteAnswer();

    expect(freshdesk.value).toMatchObject({ failure, scopeSeenAt: 0 });
  });
});

describe('the question to Freshdesk', () => {
  async function ask(agent: FreshdeskAnswer<unknown>) {
    const failure = reportFailure(null, 'freshdesk_key', RUN_AT - 1);
    const { session, freshdesk } = open({ [AGENT]: agent }, { failure });
    return { freshdesk, goesOn: await session.check() };
  }

  it('ends a failure when the key sees all tickets', async () => {
    const { freshdesk, goesOn } = await ask(SEES_ALL);

    expect(goesOn).toBe(true);
    expect(freshdesk.value.failure).toBeNull();
  });

  it.each<[string, FreshdeskAnswer<unknown>, string]>([
    ['the key is refused', failed({ kind: 'key refused' }), 'freshdesk_key'],
    ['the key sees a part', SEES_SOME, 'freshdesk_scope'],
    ['Freshdesk cannot be reached', failed({ kind: 'unreachable' }), 'freshdesk_unreachable'],
    ['it was not asked', failed({ kind: 'not asked' }), 'freshdesk_key'],
  ])('does not when %s', async (_what, agent, code) => {
    const { freshdesk, goesOn } = await ask(agent);

    expect(goesOn).toBe(false);
    expect(freshdesk.value.failure).toMatchObject({ code });
  });

  it('is no failure when the run has only used its share', () => {
    const { session, freshdesk } = open();

    session.noteProblem({ kind: 'not asked' });

    expect(freshdesk.value.failure).toBeNull();
  });
});

describe('whether the key sees all tickets', () => {
  it.each([
    ['is believed for an hour', LIMITS.scopeEveryMs - 1, [], RUN_AT - LIMITS.scopeEveryMs + 1],
    ['is asked again after an hour', LIMITS.scopeEveryMs, [AGENT], RUN_AT],
  ])('%s', async (_what, age, paths, seenAt) => {
    const { session, freshdesk, asked } = open({ [AGENT]: SEES_ALL }, { scopeSeenAt: RUN_AT - age });

    expect(await session.seesAllTickets()).toBe(true);

    expect(asked.paths()).toEqual(paths);
    expect(freshdesk.value.scopeSeenAt).toBe(seenAt);
  });

  it('is told by the clock of Freshdesk, once a list has shown it', async () => {
    const late = { ok: true, value: [], serverTime: RUN_AT - 7000 } as const;
    const { session, freshdesk } = open({ [AGENT]: SEES_ALL, [LIST]: late });
    await session.showPage(CURSOR);

    await session.seesAllTickets();

    expect(freshdesk.value.scopeSeenAt).toBe(RUN_AT - 7000);
  });

  it('is asked again when a wrong clock dated the last look into the future', async () => {
    const { session, freshdesk } = open({ [AGENT]: SEES_ALL }, { scopeSeenAt: RUN_AT + 86_400_000 });

    expect(await session.seesAllTickets()).toBe(true);

    expect(freshdesk.value.scopeSeenAt).toBe(RUN_AT);
  });

  it('is forgotten with the failure that it does not, and asked anew', async () => {
    const { session, freshdesk, asked } = open({ [AGENT]: SEES_SOME }, { scopeSeenAt: 1 });

    expect(await session.seesAllTickets()).toBe(false);
    expect(freshdesk.value).toMatchObject({ failure: { code: 'freshdesk_scope' }, scopeSeenAt: 0 });
    expect(await session.seesAllTickets()).toBe(false);

    expect(asked.paths()).toEqual([AGENT, AGENT]);
  });

  it('stays as it was seen while Freshdesk does not say', async () => {
    const { session, freshdesk } = open({ [AGENT]: failed({ kind: 'unreachable' }) }, { scopeSeenAt: 1 });

    expect(await session.seesAllTickets()).toBe(false);

    expect(freshdesk.value).toMatchObject({ failure: { code: 'freshdesk_unreachable' }, scopeSeenAt: 1 });
  });

  it('can be doubted without any note of it', async () => {
    const { session, freshdesk } = open({ [AGENT]: SEES_SOME }, { scopeSeenAt: 1 });

    expect(await session.doubtScope()).toEqual({ kind: 'scope' });

    expect(freshdesk.value).toMatchObject({ failure: null, scopeSeenAt: 1 });
  });
});

describe('a page that is shown', () => {
  it('serves the whole run, and tells how far the clock of Freshdesk is behind', async () => {
    const answer = { ok: true, value: [row(1), row(2)], serverTime: RUN_AT - 5000 } as const;
    const { session } = open({ [LIST]: answer });
    expect(session.hasListed()).toBe(false);

    await session.showPage(CURSOR);

    expect([...session.listed.keys()]).toEqual([1, 2]);
    expect(session.hasListed()).toBe(true);
    expect(session.time()).toBe(RUN_AT - 5000);
  });

  it('never puts the time into the future', async () => {
    const answer = { ok: true, value: [row(1)], serverTime: RUN_AT + 86_400_000 } as const;
    const { session } = open({ [LIST]: answer });

    await session.showPage(CURSOR);

    expect(session.time()).toBe(RUN_AT);
  });

  it.each([{ kind: 'unreachable' }, { kind: 'throttled', retryAt: RUN_AT + 1 }] as const)(
    'is not asked for again in the run when it was $kind',
    async (problem) => {
      const { session, asked } = open({ [LIST]: failed(problem) });

      await session.showPage(CURSOR);

      expect(await session.findListed(RUN_AT, new Set([1]), 0)).toEqual(problem);
      expect(asked.paths()).toEqual([LIST]);
    },
  );

  it('is a problem to be noted when it does not come', async () => {
    const { session, freshdesk } = open({ [LIST]: failed({ kind: 'key refused' }) });

    expect(await session.showPage(CURSOR)).toMatchObject({ ok: false });

    expect(session.hasListed()).toBe(false);
    expect(freshdesk.value).toMatchObject({ failure: { code: 'freshdesk_key' } });
  });

  it('is one of five a run, whoever reads them', async () => {
    const { session, asked } = open({ [LIST]: answered([]) });

    for (let n = 0; n < LIMITS.listPagesPerRun; n += 1) await session.listPage(CURSOR);

    expect(await session.listPage(CURSOR)).toBeNull();
    expect(await session.showPage(CURSOR)).toBeNull();
    expect(await session.findListed(RUN_AT, new Set([1]), 0)).toBeNull();
    expect(asked.paths()).toHaveLength(LIMITS.listPagesPerRun);
  });
});

it('gives the next run what it knows, with what it learned of the limits', () => {
  const { session, freshdesk } = open({}, { scopeSeenAt: 7 });

  session.noteProblem({ kind: 'forbidden' });

  expect(session.memory()).toEqual({
    ...freshdesk.value,
    quota: NOTHING_LEARNED,
  });
});
