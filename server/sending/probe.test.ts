import type { FreshdeskAnswer } from '../freshdesk/client';
import { answered, createFakeFreshdesk, failed } from '../../test/fakes/freshdesk-get';
import { createRunWorld, injixoAnswer, openRun, RUN_AT } from '../../test/fakes/run-context';
import type { RawAnswer } from '../injixo/interpret-answer';
import { needsProbe, noteFreshdeskProblem, probeFreshdesk, probeInjixo } from './probe';
import { reportFailure } from '../status/failures';
import { MODES, type Mode, type State } from '../run/state';

async function probe(answer: RawAnswer, changed: Partial<State> = { mode: 'probe' }) {
  const world = createRunWorld();
  world.injixo = () => answer;
  const run = await openRun(world, changed);
  const goesOn = await probeInjixo(run);
  return { world, run, goesOn };
}

it.each<[Mode, boolean]>([
  ['normal', false],
  ['single', false],
  ['probe', true],
  ['paused', true],
])('is asked in the mode %s: %p', (mode, asked) => {
  expect(MODES).toContain(mode);
  expect(needsProbe(mode)).toBe(asked);
});

describe('the question to injixo', () => {
  it('is the empty request', async () => {
    expect((await probe(injixoAnswer(200))).world.posted).toEqual([[]]);
  });

  it.each<[string, RawAnswer, Mode, string]>([
    ['refuses the key', injixoAnswer(401), 'paused', 'injixo_key'],
    ['does not know the integration', injixoAnswer(404), 'paused', 'injixo_integration'],
    [
      'asks for the ID',
      injixoAnswer(422, 'integrationConfigurationId is missing'),
      'paused',
      'injixo_integration',
    ],
    ['answers with an error', injixoAnswer(503), 'probe', 'injixo_down'],
    ['cannot be reached', { kind: 'not sent' }, 'probe', 'injixo_unreachable'],
    ['breaks off', { kind: 'broken' }, 'probe', 'injixo_unreachable'],
  ])('stops sending when injixo %s', async (_what, answer, mode, code) => {
    const { run, goesOn } = await probe(answer);

    expect(goesOn).toBe(false);
    expect(run.state).toMatchObject({ mode, failure: { code }, lastAnswerAt: null });
  });

  it.each<[Mode, Mode]>([
    ['probe', 'single'],
    ['paused', 'single'],
    ['normal', 'normal'],
  ])('lets sending go on when it is answered: %s, then %s', async (before, after) => {
    const failure = reportFailure(null, 'injixo_down', RUN_AT);

    const { run, goesOn } = await probe(injixoAnswer(200), { mode: before, failure });

    expect(goesOn).toBe(true);
    expect(run.state).toMatchObject({ mode: after, failure: null, lastAnswerAt: RUN_AT });
  });

  it('waits as long as injixo wants to be left alone', async () => {
    const { run, goesOn } = await probe({ ...injixoAnswer(429), retryAfter: '7200' } as RawAnswer);

    expect(goesOn).toBe(false);
    expect(run.state).toMatchObject({
      mode: 'probe',
      failure: { code: 'injixo_throttled' },
      notBefore: RUN_AT + 7_200_000,
      lastAnswerAt: RUN_AT,
    });
    expect(await probeInjixo(run)).toBe(false);
  });

  it('takes a 429 in quiet times for the answer that it is: nothing waits for another', async () => {
    const { run } = await probe({ ...injixoAnswer(429), retryAfter: '60' } as RawAnswer, { mode: 'normal' });

    expect(run.state).toMatchObject({
      mode: 'normal',
      failure: null,
      notBefore: RUN_AT + 60_000,
      lastAnswerAt: RUN_AT,
    });
  });

  it('is not asked before the moment injixo gave', async () => {
    const { world, goesOn } = await probe(injixoAnswer(200), { mode: 'probe', notBefore: RUN_AT + 1 });

    expect(goesOn).toBe(false);
    expect(world.posted).toEqual([]);
  });

  it('does not end a failure that only an accepted contact can end', async () => {
    const failure = reportFailure(null, 'contacts_refused', RUN_AT);

    expect((await probe(injixoAnswer(200), { mode: 'paused', failure })).run.state.failure).toEqual(failure);
  });
});

describe('the question to Freshdesk', () => {
  async function ask(agent: FreshdeskAnswer<unknown>) {
    const world = createRunWorld();
    world.freshdesk = createFakeFreshdesk({ '/api/v2/agents/me': agent });
    const run = await openRun(world, { freshdeskFailure: reportFailure(null, 'freshdesk_key', RUN_AT - 1) });
    return { run, goesOn: await probeFreshdesk(run) };
  }

  it('ends a failure when the key sees all tickets', async () => {
    const { run, goesOn } = await ask(answered({ ticket_scope: 1, role_ids: [] }));

    expect(goesOn).toBe(true);
    expect(run.state.freshdeskFailure).toBeNull();
  });

  it.each<[string, FreshdeskAnswer<unknown>, string]>([
    ['the key is refused', failed({ kind: 'key refused' }), 'freshdesk_key'],
    ['the key sees a part', answered({ ticket_scope: 2, role_ids: [] }), 'freshdesk_scope'],
    ['Freshdesk cannot be reached', failed({ kind: 'unreachable' }), 'freshdesk_unreachable'],
    ['it was not asked', failed({ kind: 'not asked' }), 'freshdesk_key'],
  ])('does not when %s', async (_what, agent, code) => {
    const { run, goesOn } = await ask(agent);

    expect(goesOn).toBe(false);
    expect(run.state.freshdeskFailure).toMatchObject({ code });
  });

  it('is no failure when the run has only used its share', async () => {
    const run = await openRun(createRunWorld());

    noteFreshdeskProblem(run, { kind: 'not asked' });

    expect(run.state.freshdeskFailure).toBeNull();
  });
});
