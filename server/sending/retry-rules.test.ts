import { fc } from '../../test/property';
import type { DeliveryOutcome } from '../injixo/interpret-answer';
import { afterOutcome, refusedIds } from './retry-rules';
import type { Mode, SendingState } from './sending-state';
import type { FailureCode, Failure } from '../status/failures';

const NOW = Date.parse('2026-11-05T12:00:00Z');
const EARLIER = NOW - 3_600_000;
const MODES: readonly Mode[] = ['normal', 'probe', 'single', 'paused'];
const NORMAL: SendingState = {
  mode: 'normal',
  batchLimit: 200,
  failure: null,
  lastError: null,
  notBefore: null,
  refusals: [],
  lastAnswerAt: EARLIER,
  countedLess: 0,
};
const ACCEPTED: DeliveryOutcome = { kind: 'accepted' };
const REFUSED: DeliveryOutcome = { kind: 'contacts refused' };
const TOO_LARGE: DeliveryOutcome = { kind: 'too large' };
const BROKEN: DeliveryOutcome = { kind: 'unclear', code: 'connection_broken' };

function failure(code: FailureCode, since = NOW): Failure {
  return { code, since };
}

function ids(count: number): readonly string[] {
  return [...Array(count).keys()].map((n) => `ticket:${n + 1}`);
}

function after(outcome: DeliveryOutcome, contactIds = ids(200), before: Partial<SendingState> = {}) {
  return afterOutcome({ before: { ...NORMAL, ...before }, contactIds: contactIds, now: NOW }, outcome);
}

/** What a series of batches leads to; each is its outcome and its contacts. */
function series(
  steps: readonly (readonly [DeliveryOutcome, readonly string[]])[],
  start: Partial<SendingState> = {},
) {
  let sending: SendingState = { ...NORMAL, ...start };
  const goOn: boolean[] = [];
  for (const [outcome, contactIds] of steps) {
    const result = afterOutcome({ before: sending, contactIds: contactIds, now: NOW }, outcome);
    sending = result.sending;
    goOn.push(result.goOn);
  }
  return { sending, goOn, waiting: refusedIds(sending, 'waiting'), suspects: refusedIds(sending, 'suspect') };
}

describe('one outcome, as usual before', () => {
  it.each<[string, DeliveryOutcome, Partial<SendingState>, boolean]>([
    ['accepted', ACCEPTED, { lastAnswerAt: NOW }, true],
    [
      'the key refused',
      { kind: 'request refused', code: 'injixo_key' },
      { mode: 'paused', failure: failure('injixo_key') },
      false,
    ],
    [
      'the integration unknown',
      { kind: 'request refused', code: 'injixo_integration' },
      { mode: 'paused', failure: failure('injixo_integration') },
      false,
    ],
    [
      'the request refused',
      { kind: 'request refused', code: 'injixo_refuses' },
      { mode: 'paused', failure: failure('injixo_refuses') },
      false,
    ],
    [
      'the address moved',
      { kind: 'request refused', code: 'injixo_moved' },
      { mode: 'paused', failure: failure('injixo_moved') },
      false,
    ],
    ['contacts refused', REFUSED, { batchLimit: 100, lastAnswerAt: NOW }, true],
    ['too large', TOO_LARGE, { batchLimit: 100, lastAnswerAt: NOW }, true],
    [
      'throttled until a moment',
      { kind: 'throttled', retryAt: NOW + 120_000 },
      { failure: failure('injixo_throttled'), notBefore: NOW + 120_000, lastAnswerAt: NOW },
      false,
    ],
    [
      'throttled',
      { kind: 'throttled', retryAt: null },
      { failure: failure('injixo_throttled'), lastAnswerAt: NOW },
      false,
    ],
    [
      'an error of injixo',
      { kind: 'not taken', code: 'injixo_down' },
      { mode: 'probe', failure: failure('injixo_down') },
      false,
    ],
    [
      'injixo out of reach',
      { kind: 'not taken', code: 'injixo_unreachable' },
      { mode: 'probe', failure: failure('injixo_unreachable') },
      false,
    ],
    [
      'a broken connection',
      BROKEN,
      { mode: 'probe', batchLimit: 100, failure: failure('connection_broken') },
      false,
    ],
    [
      'an answer that says nothing',
      { kind: 'unclear', code: 'unclear_answer' },
      { mode: 'probe', batchLimit: 100, failure: failure('unclear_answer') },
      false,
    ],
  ])('%s', (_what, outcome, changed, goOn) => {
    expect(after(outcome)).toEqual({
      sending: { ...NORMAL, ...changed },
      parkThis: null,
      goOn,
    });
  });
});

it('keeps the beginning of a failure that goes on, and begins another one anew', () => {
  const before = { failure: failure('injixo_down', EARLIER) };

  expect(after({ kind: 'not taken', code: 'injixo_down' }, ids(1), before).sending.failure?.since).toBe(
    EARLIER,
  );
  expect(
    after({ kind: 'not taken', code: 'injixo_unreachable' }, ids(1), before).sending.failure?.since,
  ).toBe(NOW);
});

it('forgets failure, wait and refusals once something is accepted', () => {
  const before = { mode: 'single', failure: failure('injixo_down'), notBefore: EARLIER } as const;

  expect(after(ACCEPTED, ids(1), before).sending).toEqual({ ...NORMAL, lastAnswerAt: NOW });
});

describe('the size of batches', () => {
  it.each([
    [200, 100],
    [101, 50],
    [3, 1],
    [2, 1],
    [1, 1],
  ])('is halved after an unclear batch: %i, %i', (before, size) => {
    expect(after(BROKEN, ids(before), { batchLimit: before }).sending.batchLimit).toBe(size);
  });

  it.each([
    [1, 2],
    [60, 120],
    [100, 200],
    [150, 200],
    [200, 200],
  ])('is doubled by an acceptance, up to 200: %i, %i', (before, size) => {
    expect(after(ACCEPTED, ids(before), { batchLimit: before }).sending.batchLimit).toBe(size);
  });

  it.each([REFUSED, TOO_LARGE])('is halved from what was sent, not from what was allowed: %j', (outcome) => {
    expect(after(outcome, ids(9)).sending.batchLimit).toBe(5);
    expect(after(outcome, ids(2)).sending.batchLimit).toBe(1);
  });

  it('stays halved through the question and the single contact after an unclear batch', () => {
    const unclear = after(BROKEN).sending;
    const single = { ...unclear, mode: 'single' } as const;

    const accepted = afterOutcome({ before: single, contactIds: ids(1), now: NOW }, ACCEPTED).sending;
    expect(accepted).toMatchObject({ mode: 'normal', batchLimit: 100 });

    expect(
      afterOutcome({ before: accepted, contactIds: ids(100), now: NOW }, ACCEPTED).sending.batchLimit,
    ).toBe(200);
  });

  it('is always between 1 and 200', () => {
    const outcome = fc.constantFrom<DeliveryOutcome>(
      ACCEPTED,
      REFUSED,
      TOO_LARGE,
      BROKEN,
      { kind: 'throttled', retryAt: null },
      { kind: 'not taken', code: 'injixo_down' },
      { kind: 'request refused', code: 'injixo_key' },
    );
    const step = fc.tuple(outcome, fc.constantFrom(...MODES), fc.integer({ min: 1, max: 200 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let sending = NORMAL;
        for (const [each, mode, wanted] of steps) {
          const size = Math.min(wanted, sending.batchLimit);
          sending = afterOutcome(
            { before: { ...sending, mode }, contactIds: ids(size), now: NOW },
            each,
          ).sending;

          expect(sending.batchLimit).toBeGreaterThanOrEqual(1);
          expect(sending.batchLimit).toBeLessThanOrEqual(200);
          expect(refusedIds(sending, 'waiting').length).toBeLessThanOrEqual(50);
        }
      }),
    );
  });
});

describe('a contact that injixo refuses for what it says', () => {
  it('is found by halving: 200 contacts, at most nine batches', () => {
    let size = 200;
    let batches = 0;
    while (size > 1) {
      size = after(REFUSED, ids(size)).sending.batchLimit;
      batches += 1;
    }

    expect(batches).toBeLessThanOrEqual(8);
  });

  it('is remembered when it is refused alone, and not parked yet', () => {
    const { sending, goOn } = series([[REFUSED, ['ticket:1']]]);

    expect(sending).toMatchObject({ mode: 'normal', failure: null });
    expect(sending.refusals).toEqual([{ id: 'ticket:1', at: NOW, stage: 'waiting', why: 'refused' }]);
    expect(goOn).toEqual([true]);
  });

  it('is parked once another contact was accepted since', () => {
    const { sending, waiting, suspects } = series([
      [REFUSED, ['ticket:1']],
      [ACCEPTED, ['ticket:2']],
    ]);

    expect(suspects).toEqual(['ticket:1']);
    expect(sending).toMatchObject({ mode: 'normal', failure: null });
    expect(waiting).toEqual([]);
  });

  it('is parked together with a second one', () => {
    const { suspects } = series([
      [REFUSED, ['ticket:1']],
      [REFUSED, ['ticket:2']],
      [ACCEPTED, ['ticket:3']],
    ]);

    expect(suspects).toEqual(['ticket:1', 'ticket:2']);
  });

  it('counts once however often it is refused alone', () => {
    const { sending, waiting, goOn } = series([
      [REFUSED, ['ticket:1']],
      [REFUSED, ['ticket:1']],
      [REFUSED, ['ticket:1']],
      [REFUSED, ['ticket:1']],
    ]);

    expect(sending).toMatchObject({ mode: 'normal' });
    expect(waiting).toEqual(['ticket:1']);
    expect(goOn).toEqual([true, true, true, true]);
  });

  it('counts as one in a row only until another is accepted', () => {
    const { sending, waiting } = series([
      [REFUSED, ['ticket:1']],
      [REFUSED, ['ticket:2']],
      [ACCEPTED, ['ticket:3']],
      [REFUSED, ['ticket:4']],
    ]);

    expect(sending).toMatchObject({ mode: 'normal' });
    expect(waiting).toEqual(['ticket:4']);
  });
});

it('forgets the oldest refusal of a stage beyond 50, and none of another stage', () => {
  const suspects = ids(50).map((id) => ({ id, at: EARLIER, stage: 'suspect' as const }));
  const retry = { id: 'reply:1', at: EARLIER, stage: 'retry' as const };

  const { sending } = series(
    [
      [REFUSED, ['ticket:51']],
      [ACCEPTED, ['ticket:52']],
      [REFUSED, ['ticket:53']],
    ],
    { refusals: [retry, ...suspects] },
  );

  expect(refusedIds(sending, 'suspect')).toEqual(ids(51).slice(1));
  expect(refusedIds(sending, 'retry')).toEqual(['reply:1']);
  expect(refusedIds(sending, 'waiting')).toEqual(['ticket:53']);
});

describe('three different contacts refused in a row', () => {
  const THREE = [
    [REFUSED, ['ticket:1']],
    [REFUSED, ['ticket:2']],
    [REFUSED, ['ticket:3']],
  ] as const;

  it('mean that the request is at fault: sending pauses, and nothing is parked', () => {
    const { sending, suspects, goOn } = series(THREE);

    expect(sending).toMatchObject({ mode: 'paused', failure: failure('contacts_refused') });
    expect(suspects).toEqual([]);
    expect(goOn).toEqual([true, true, false]);
  });

  it('pause again with the next single contact that is refused', () => {
    const { sending, goOn } = series([...THREE, [REFUSED, ['ticket:4']]]);

    expect(sending.mode).toBe('paused');
    expect(goOn[3]).toBe(false);
  });

  it('get another try once something is accepted', () => {
    const { sending, waiting, suspects } = series([...THREE, [ACCEPTED, ['ticket:4']]]);

    expect(suspects).toEqual([]);
    expect(sending).toMatchObject({ mode: 'normal', failure: null });
    expect(waiting).toEqual([]);
  });

  it('get another try also when another failure came in between', () => {
    const { suspects } = series([
      ...THREE,
      [{ kind: 'not taken', code: 'injixo_down' }, ['ticket:1']],
      [ACCEPTED, ['ticket:4']],
    ]);

    expect(suspects).toEqual([]);
  });
});

describe('a single contact that is too large', () => {
  it('waits until another contact was accepted since, and is then parked for its size', () => {
    const { parkThis, goOn, sending } = after(TOO_LARGE, ['ticket:1']);

    expect({ parkThis, goOn }).toEqual({ parkThis: null, goOn: true });
    const accepted = afterOutcome({ before: sending, contactIds: ['ticket:2'], now: NOW }, ACCEPTED);
    expect(accepted.sending.refusals).toEqual([
      { id: 'ticket:1', at: NOW, stage: 'suspect', why: 'too_large' },
    ]);
  });

  it('is one of three in a row that mean that the request is at fault', () => {
    const { sending, goOn, suspects } = series([
      [TOO_LARGE, ['ticket:1']],
      [REFUSED, ['ticket:2']],
      [TOO_LARGE, ['ticket:3']],
    ]);

    expect(sending).toMatchObject({ mode: 'paused', failure: failure('contacts_refused') });
    expect({ goOn, suspects }).toEqual({ goOn: [true, true, false], suspects: [] });
  });

  it('is parked for its size when it is refused alone again after the request was at fault', () => {
    const retry = { id: 'ticket:1', at: EARLIER, stage: 'retry', why: 'too_large' } as const;

    expect(after(TOO_LARGE, ['ticket:1'], { refusals: [retry] }).parkThis).toBe('too_large');
  });
});

describe('an answer that counts fewer contacts than were sent', () => {
  const LESS: DeliveryOutcome = {
    kind: 'unclear',
    code: 'unclear_answer',
    confirmed: { accepted: 1, isOnlySign: true },
  };
  const SAYS_NO: DeliveryOutcome = { ...LESS, confirmed: { accepted: 1, isOnlySign: false } };
  const COUNTS_OTHERWISE = { mode: 'paused', failure: failure('injixo_counts_otherwise') };
  const UNCLEAR_ANSWER = { mode: 'probe', failure: failure('unclear_answer') };

  it.each<[string, readonly (readonly [DeliveryOutcome, readonly string[]])[], object]>([
    ['once is unclear', [[LESS, ids(200)]], UNCLEAR_ANSWER],
    [
      'twice in a row pauses',
      [
        [LESS, ids(200)],
        [LESS, ids(100)],
      ],
      COUNTS_OTHERWISE,
    ],
    [
      'twice pauses also with a single contact accepted in between, which proves nothing',
      [
        [LESS, ids(200)],
        [ACCEPTED, ids(1)],
        [LESS, ids(100)],
      ],
      COUNTS_OTHERWISE,
    ],
    [
      'twice with a batch accepted in between is unclear',
      [
        [LESS, ids(200)],
        [ACCEPTED, ids(2)],
        [LESS, ids(100)],
      ],
      UNCLEAR_ANSWER,
    ],
    [
      'twice of single contacts, with another accepted in between, is unclear',
      [
        [LESS, ids(1)],
        [ACCEPTED, ids(1)],
        [LESS, ids(1)],
      ],
      UNCLEAR_ANSWER,
    ],
    [
      'twice with a refusal that is told is unclear',
      [
        [SAYS_NO, ids(200)],
        [SAYS_NO, ids(100)],
      ],
      UNCLEAR_ANSWER,
    ],
  ])('%s', (_what, steps, expected) => {
    expect(series(steps).sending).toMatchObject(expected);
  });
});

it('parks contacts that are refused alone again after the request was thought to be at fault', () => {
  let sending = NORMAL;
  for (const id of ['ticket:1', 'ticket:2', 'ticket:3']) {
    sending = afterOutcome({ before: sending, contactIds: [id], now: NOW }, REFUSED).sending;
  }
  expect(sending.mode).toBe('paused');

  const accepted = afterOutcome(
    { before: { ...sending, mode: 'single' }, contactIds: ['ticket:9'], now: NOW },
    ACCEPTED,
  );
  expect(refusedIds(accepted.sending, 'suspect')).toEqual([]);
  sending = accepted.sending;
  const parked = ['ticket:1', 'ticket:2', 'ticket:3'].map((id) => {
    const after = afterOutcome({ before: sending, contactIds: [id], now: NOW }, REFUSED);
    sending = after.sending;
    return after.parkThis;
  });

  expect(parked).toEqual(['refused', 'refused', 'refused']);
  expect(sending).toMatchObject({ mode: 'normal', refusals: [], failure: null });
});
