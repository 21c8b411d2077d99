import type { FreshdeskProblem } from '../freshdesk/client';
import type { FailureCode } from '../status/failures';

const CODES: Readonly<Record<FreshdeskProblem['kind'] | 'scope', FailureCode | null>> = {
  'key refused': 'freshdesk_key',
  scope: 'freshdesk_scope',
  forbidden: 'freshdesk_forbidden',
  throttled: 'freshdesk_throttled',
  unreachable: 'freshdesk_unreachable',
  refused: 'freshdesk_unreachable',
  'not found': 'freshdesk_unreachable',
  // Not a failure: the run has used its share, the next one goes on.
  'not asked': null,
};

/** The failure a problem stands for; null when it is none. */
export function freshdeskFailureCode(
  problem: FreshdeskProblem | { readonly kind: 'scope' },
): FailureCode | null {
  return CODES[problem.kind];
}
