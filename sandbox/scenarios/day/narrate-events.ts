import type { AppLine } from './app-line';

const MAX_NAMED = 3;

/** The messages that events leave in the log. */
export const EVENT_MESSAGES: readonly string[] = ['contact recorded', 'not counted'];

function narrateRecorded(ids: readonly string[]): readonly string[] {
  const different = [...new Set(ids)];
  if (different.length === 0) return [];
  const what = different.length > MAX_NAMED ? `${different.length} contacts` : different.join(', ');
  const repeats = ids.length > different.length ? ` (told ${ids.length} times)` : '';
  return [`recorded ${what}${repeats}, waiting`];
}

function narrateLeftOut(reasons: readonly string[]): readonly string[] {
  return reasons.length === 0 ? [] : [`left out: ${[...new Set(reasons)].join(', ')}`];
}

/** What the app made of some events; a contact that is left out may be noted in the outbox all the same. */
export function narrateEvents(lines: readonly AppLine[]): string {
  const leftOut = lines.filter(({ message }) => message === 'not counted');
  const leftOutIn = new Set(leftOut.map(({ invocation }) => invocation));
  const ids = lines
    .filter(({ message, invocation }) => message === 'contact recorded' && !leftOutIn.has(invocation))
    .map(({ fields }) => String(fields['contactId']));
  const reasons = leftOut.map(({ fields }) => String(fields['reason']));
  return [...narrateRecorded(ids), ...narrateLeftOut(reasons)].join('; ');
}
