import type { FreshdeskAnswer } from '../freshdesk/answer';
import { LIMITS } from '../platform/limits';
import { inParallel } from './in-parallel';
import type { RunContext } from './run-context';

const NOT_ASKED = { ok: false, problem: { kind: 'not asked' } } as const;

/**
 * Asks Freshdesk about each item, several at once and in their order, and about no more once what was learned could not be
 * sent in this run: the next one goes on with those. The first few are always asked, or a slow list would leave nothing ever.
 */
export function askInTime<T, R>(
  { budget }: Pick<RunContext, 'budget'>,
  items: readonly T[],
  ask: (item: T) => Promise<FreshdeskAnswer<R>>,
): Promise<readonly FreshdeskAnswer<R>[]> {
  const numbered = items.map((item, index) => ({ item, isFirst: index < LIMITS.freshdeskParallel }));
  return inParallel(numbered, LIMITS.freshdeskParallel, async ({ item, isFirst }) =>
    isFirst || budget.mayAsk() ? await ask(item) : NOT_ASKED,
  );
}
