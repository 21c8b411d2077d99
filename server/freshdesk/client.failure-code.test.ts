import { FAILURE_CODES, isHidden, type FreshdeskProblem } from './client';

const PROBLEMS: readonly (readonly [FreshdeskProblem | { readonly kind: 'scope' }, string | null])[] = [
  [{ kind: 'key refused' }, 'freshdesk_key'],
  [{ kind: 'scope' }, 'freshdesk_scope'],
  [{ kind: 'forbidden' }, 'freshdesk_forbidden'],
  [{ kind: 'plan' }, 'freshdesk_plan'],
  [{ kind: 'suspended' }, 'freshdesk_suspended'],
  [{ kind: 'throttled', retryAt: 1 }, 'freshdesk_throttled'],
  [{ kind: 'unreachable' }, 'freshdesk_unreachable'],
  [{ kind: 'refused', status: 405 }, 'freshdesk_unreachable'],
  [{ kind: 'not found' }, 'freshdesk_unreachable'],
  [{ kind: 'not asked' }, null],
];

it.each(PROBLEMS)('knows %j as %p', (problem, code) => {
  expect(FAILURE_CODES[problem.kind]).toBe(code);
});

it('takes for hidden only what Freshdesk itself does not show', () => {
  const hidden = PROBLEMS.flatMap(([problem]) =>
    problem.kind !== 'scope' && isHidden(problem) ? [problem.kind] : [],
  );

  expect(hidden).toEqual(['forbidden', 'not found']);
});
