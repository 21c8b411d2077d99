import { FAILURES, reportFailure } from './failures';

const NOW = Date.parse('2026-11-05T12:00:00Z');

it('tells a failure in plain words, since its beginning', () => {
  const first = reportFailure(null, 'freshdesk_key', NOW);

  expect(first).toEqual({ code: 'freshdesk_key', sentence: FAILURES.freshdesk_key, since: NOW });
  expect(reportFailure(first, 'freshdesk_key', NOW + 1000).since).toBe(NOW);
  expect(reportFailure(first, 'freshdesk_scope', NOW + 1000).since).toBe(NOW + 1000);
});

it.each(Object.entries(FAILURES))('says of %s what it means in whole sentences', (_code, sentence) => {
  expect(sentence).toMatch(/^[A-Zi].*\.$/);
  expect(sentence).not.toMatch(/\b(?:HTTP|API error|JSON|null|undefined|[1-5]\d\d)\b/);
});
