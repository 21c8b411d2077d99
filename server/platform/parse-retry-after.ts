/** When a `Retry-After` header (seconds, or an HTTP date) allows the next try, in ms; null when it says nothing usable. */
export function parseRetryAfter(header: unknown, now: number): number | null {
  if (typeof header !== 'string' && typeof header !== 'number') return null;
  const text = String(header).trim();
  if (/^\d+$/.test(text)) return now + Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
