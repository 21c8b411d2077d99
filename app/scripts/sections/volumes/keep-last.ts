import type { Answer } from '../page-parts.ts';

/**
 * Caches the last good answer for the same arguments unless a fresh one is requested. Selecting another queue of the
 * same day then needs no call.
 */
export function keepLast<T, A extends readonly string[]>(
  ask: (...asked: A) => Promise<Answer<T>>,
): (anew: boolean, ...asked: A) => Promise<Answer<T>> {
  const last: { kept: { readonly key: string; readonly answer: Answer<T> } | null } = { kept: null };
  return async (anew, ...asked) => {
    const key = asked.join(' ');
    if (!anew && last.kept?.key === key) return last.kept.answer;
    const answer = await ask(...asked);
    last.kept = answer.ok ? { key, answer } : null;
    return answer;
  };
}
