import { LIMITS } from './limits';

function readMoment(text: string, now: number): number {
  return /^\d+$/.test(text) ? now + Number(text) * 1000 : Date.parse(text);
}

/**
 * When a `Retry-After` header (seconds, or an HTTP date) allows the next try, in ms; null when it says nothing usable. At
 * most a day from now: a mistaken header must not silence the app for ever.
 */
export function parseRetryAfter(header: unknown, now: number): number | null {
  if (typeof header !== 'string' && typeof header !== 'number') return null;
  const at = readMoment(String(header).trim(), now);
  return Number.isNaN(at) ? null : Math.min(at, now + LIMITS.retryAfterMs);
}
