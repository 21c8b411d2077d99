import { readField } from '../values/read-field';
import { isHidden, type FreshdeskGet } from './client';

/** The language of the account. */
export interface AccountLanguage {
  /** A tag such as `de` or `pt-BR`; null: the key may not read it, or there is none. */
  readonly tag: string | null;
  /** When it was asked (ms). */
  readonly askedAt: number;
}

/** A language's tag, and nothing else that a settings page may hold. */
const TAG = /^[A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/;

/** The account's primary language (Freshdesk API: view helpdesk settings). Undefined when Freshdesk could not be reached. One call. */
export async function askLanguage(get: FreshdeskGet): Promise<string | null | undefined> {
  const answer = await get('/api/v2/settings/helpdesk');
  if (!answer.ok) return isHidden(answer.problem) ? null : undefined;
  const tag = readField(answer.value, 'primary_language');
  return typeof tag === 'string' && TAG.test(tag) ? tag : null;
}
