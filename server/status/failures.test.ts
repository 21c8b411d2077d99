import {
  FAILURES,
  failureFacts,
  needsPerson,
  reportFailure,
  withFailure,
  type FailureCode,
} from './failures';

const NOW = Date.parse('2026-11-05T12:00:00Z');
const CODES = Object.keys(FAILURES);

it('keeps a failure since its beginning', () => {
  const first = reportFailure(null, 'freshdesk_key', NOW);

  expect(first).toEqual({ code: 'freshdesk_key', since: NOW });
  expect(reportFailure(first, 'freshdesk_key', NOW + 1000).since).toBe(NOW);
  expect(reportFailure(first, 'freshdesk_scope', NOW + 1000).since).toBe(NOW + 1000);
});

describe('sending after a failure', () => {
  const before = { mode: 'single', failure: null, batchLimit: 7 } as const;

  it.each([
    ['injixo_key', 'paused'],
    ['injixo_down', 'probe'],
    ['run_ended', 'probe'],
    ['settings_invalid', 'paused'],
    ['injixo_throttled', 'single'],
    ['too_many_held', 'single'],
  ] as const)('%s leads to the mode %s', (code, mode) => {
    expect(withFailure(before, code, NOW)).toEqual({ ...before, mode, failure: { code, since: NOW } });
  });
});

it.each(CODES.filter(needsPerson))('says of %s what to do in whole sentences', (code) => {
  const { sentence } = failureFacts(code);

  expect(sentence).toMatch(/^[A-Zi].*\.$/);
  expect(sentence).not.toMatch(/\b(?:HTTP|API error|JSON|null|undefined|[1-5]\d\d)\b/);
});

it('has no sentence for what ends by itself: no ticket tells of it', () => {
  const passing = CODES.filter((code) => !needsPerson(code));

  expect(passing.filter((code) => failureFacts(code).sentence !== undefined)).toEqual([]);
});

it('stops sending for a person only when one has to act', () => {
  const paused = CODES.filter((code) => failureFacts(code).mode === 'paused');

  expect(paused.filter((code) => !needsPerson(code))).toEqual([]);
});

it.each<[string, readonly FailureCode[]]>([
  ['freshdesk', ['freshdesk_key', 'freshdesk_scope', 'freshdesk_forbidden', 'freshdesk_unreachable']],
  ['app', ['run_ended', 'too_many_held', 'settings_invalid']],
])('knows what is on the side of %s', (side, codes) => {
  expect(codes.every((code) => FAILURES[code].side === side)).toBe(true);
});

it('does not fail over a code that another version stored', () => {
  expect(failureFacts('of_the_future')).toMatchObject({ actor: 'nobody', mode: null, isTellable: true });
  expect(needsPerson('no_runs')).toBe(false);
});
