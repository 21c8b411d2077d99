import type { Answer } from '../page-parts.ts';

/**
 * Asks, and keeps the last good answer for whoever asks the same again without wanting it anew: choosing another queue of a
 * day costs the platform nothing.
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
