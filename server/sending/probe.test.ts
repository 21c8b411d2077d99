import { createRunWorld, injixoAnswer, RUN_AT } from '../../test/fakes/run-world';
import { openSendingRun, type GivenSending } from '../../test/fakes/sending-run';
import type { RawAnswer } from '../injixo/interpret-answer';
import { needsProbe, probeInjixo, resumeByDecision } from './probe';
import { reportFailure } from '../status/failures';
import type { Mode } from './sending-state';

async function probe(answer: RawAnswer, sending: GivenSending['sending'] = { mode: 'probe' }) {
  const world = createRunWorld();
  world.injixo = () => answer;
  const run = await openSendingRun(world, { sending });
  const goesOn = await probeInjixo(run);
  return { world, run, goesOn };
}

it.each<[Mode, boolean]>([
  ['normal', false],
  ['single', false],
  ['probe', true],
  ['paused', true],
])('is asked in the mode %s: %p', (mode, asked) => {
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
    expect(run.sending.value).toMatchObject({ mode, failure: { code }, lastAnswerAt: null });
  });

  it.each<[Mode, Mode]>([
    ['probe', 'single'],
    ['paused', 'single'],
    ['normal', 'normal'],
  ])('lets sending go on when it is answered: %s, then %s', async (before, after) => {
    const failure = reportFailure(null, 'injixo_down', RUN_AT);

    const { run, goesOn } = await probe(injixoAnswer(200), { mode: before, failure });

    expect(goesOn).toBe(true);
    expect(run.sending.value).toMatchObject({ mode: after, failure: null, lastAnswerAt: RUN_AT });
  });

  it('waits as long as injixo wants to be left alone', async () => {
    const { run, goesOn } = await probe({ ...injixoAnswer(429), retryAfter: '7200' } as RawAnswer);

    expect(goesOn).toBe(false);
    expect(run.sending.value).toMatchObject({
      mode: 'probe',
      failure: { code: 'injixo_throttled' },
      notBefore: RUN_AT + 7_200_000,
      lastAnswerAt: RUN_AT,
    });
    expect(await probeInjixo(run)).toBe(false);
  });

  it('takes a 429 in quiet times for the answer that it is: nothing waits for another', async () => {
    const { run } = await probe({ ...injixoAnswer(429), retryAfter: '60' } as RawAnswer, { mode: 'normal' });

    expect(run.sending.value).toMatchObject({
      mode: 'normal',
      failure: null,
      notBefore: RUN_AT + 60_000,
      lastAnswerAt: RUN_AT,
    });
  });

  it('is not asked before the moment injixo gave', async () => {
    const asked = { mode: 'probe', notBefore: RUN_AT + 1, lastAnswerAt: RUN_AT } as const;
    const { world, goesOn } = await probe(injixoAnswer(200), asked);

    expect(goesOn).toBe(false);
    expect(world.posted).toEqual([]);
  });

  it('is asked again when the clock went back behind the answer that asked to wait', async () => {
    const asked = { mode: 'probe', notBefore: RUN_AT + 600_000, lastAnswerAt: RUN_AT + 1 } as const;

    expect((await probe(injixoAnswer(200), asked)).goesOn).toBe(true);
  });

  it('does not end a failure that only an accepted contact can end', async () => {
    const failure = reportFailure(null, 'contacts_refused', RUN_AT);

    expect((await probe(injixoAnswer(200), { mode: 'paused', failure })).run.sending.value.failure).toEqual(
      failure,
    );
  });
});

describe('a pause because injixo counted fewer contacts than were sent', () => {
  const paused = {
    mode: 'paused',
    failure: reportFailure(null, 'injixo_counts_otherwise', RUN_AT),
    countedLess: 7,
  } as const;

  it('does not end by the question, which has no contacts to count', async () => {
    const { world, run, goesOn } = await probe(injixoAnswer(200), paused);

    expect({ goesOn, posted: world.posted }).toEqual({ goesOn: false, posted: [] });
    expect(run.sending.value).toMatchObject(paused);
  });

  it('ends with a person’s decision, after the question', async () => {
    const world = createRunWorld();
    const run = await openSendingRun(world, { sending: paused });

    resumeByDecision(run);

    expect(run.sending.value).toMatchObject({ mode: 'probe', countedLess: 0 });
    expect(await probeInjixo(run)).toBe(true);
    expect(run.sending.value).toMatchObject({ mode: 'single', failure: null });
  });

  it('is the only one that a decision ends', async () => {
    const failure = reportFailure(null, 'injixo_key', RUN_AT);
    const run = await openSendingRun(createRunWorld(), { sending: { mode: 'paused', failure } });

    resumeByDecision(run);

    expect(run.sending.value).toMatchObject({ mode: 'paused', failure });
  });
});
