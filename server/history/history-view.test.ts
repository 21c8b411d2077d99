import { reportFailure } from '../status/failures';
import { startCursor } from '../freshdesk/ticket-list-cursor';
import { newSpan, type HistoryRecord, beginSpan, nextList } from './history-record';
import { viewOf, withProblem } from './history-view';
const HOUR = 3_600_000;
const START = Date.parse('2026-10-01T00:00:00Z');
const CUT_OVER = START + 24 * HOUR;
const BESIDE = { queues: 1, next: null };
const NO_FAILURE = { failure: null, freshdeskFailure: null };

function doneUntil(record: HistoryRecord): number | null {
  return viewOf(record, NO_FAILURE, CUT_OVER + HOUR, BESIDE).doneUntil;
}

/** Every list of a pass is read to its end. */
function readPass(record: HistoryRecord): HistoryRecord {
  return (['live', 'spam', 'deleted'] as const).reduce(
    (read, kind) =>
      nextList({ ...read, fresh: 1 }, startCursor(kind, START, CUT_OVER, START), CUT_OVER + HOUR),
    record,
  );
}

it('is not done with anything before it begins', () => {
  expect(doneUntil(newSpan(START, CUT_OVER, 1))).toBeNull();
});

it('never goes back, also not in the passes that close it', () => {
  const first = beginSpan(newSpan(START, CUT_OVER, 1), CUT_OVER);
  const second = readPass(first);
  expect([first.sweep, second.sweep]).toEqual([0, 1]);

  expect(doneUntil(first)).toBe(START);
  expect(doneUntil(second)).toBeGreaterThan(CUT_OVER);
  expect(doneUntil(readPass(second))).toBeGreaterThan(CUT_OVER);
});

describe('what a person has stopped', () => {
  const view = viewOf(newSpan(START, CUT_OVER, 1), NO_FAILURE, CUT_OVER, BESIDE);
  const failures = { failure: reportFailure(null, 'injixo_down', CUT_OVER), freshdeskFailure: null };

  it.each(['paused', 'cancelled'] as const)(
    'does not say when it is %s that it goes on by itself',
    (state) => {
      expect(withProblem({ ...view, state }, failures, CUT_OVER)?.problem).toBeNull();
      expect(withProblem({ ...view, state: 'running' }, failures, CUT_OVER)?.problem).not.toBeNull();
    },
  );
});

describe('what keeps an import waiting', () => {
  const view = {
    ...viewOf(newSpan(START, CUT_OVER, 1), { failure: null, freshdeskFailure: null }, CUT_OVER, BESIDE),
    state: 'running',
  } as const;
  const HOUR = 3_600_000;

  it.each([
    ['freshdesk_key', HOUR, 'freshdesk_key'],
    ['freshdesk_scope', HOUR, 'freshdesk_scope'],
    ['freshdesk_forbidden', HOUR, 'freshdesk_forbidden'],
    ['freshdesk_throttled', HOUR - 1, 'freshdesk_busy'],
    ['freshdesk_unreachable', HOUR, 'freshdesk_silent'],
  ] as const)('is Freshdesk before injixo: %s since %p ms is %s', (code, age, problem) => {
    const failures = {
      failure: reportFailure(null, 'injixo_down', CUT_OVER),
      freshdeskFailure: reportFailure(null, code, CUT_OVER),
    };

    expect(withProblem(view, failures, CUT_OVER + age)?.problem).toEqual({ code: problem });
  });

  it.each(['injixo_key', 'injixo_down', 'settings_invalid'] as const)(
    'is injixo for %s, however long',
    (code) => {
      const failures = { failure: reportFailure(null, code, CUT_OVER), freshdeskFailure: null };

      expect(withProblem(view, failures, CUT_OVER + 2 * HOUR)?.problem).toEqual({ code: 'injixo_waits' });
    },
  );
});
