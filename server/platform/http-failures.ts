import { LIMITS } from '../values/limits';

/**
 * Error codes (Node.js, OpenSSL) of requests that cannot have reached the other side. An unreachable network is not one of
 * them: the kernel also reports it for open connections.
 */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** The parts of an axios error that show how far a request came. */
export interface RequestFailure {
  readonly code?: string | undefined;
  readonly request?: unknown;
}

/**
 * True only when nothing can have been sent: refused, no such host, a rejected certificate, or an unfinished TLS handshake
 * (its failure has the same code as a connection that broke later).
 */
export function wasNeverSent(failure: RequestFailure): boolean {
  if (failure.code !== undefined && NEVER_SENT.has(failure.code)) return true;
  const request = failure.request as { socket?: { secureConnecting?: unknown } | null } | null | undefined;
  return request?.socket?.secureConnecting === true;
}

/** Seconds, also in decimals. Other numbers would be read as dates. */
const SECONDS = /^\d+(\.\d+)?$/;

/**
 * When a `Retry-After` header (seconds, or an HTTP date) allows the next try (ms); null when it is unusable. A date counts from
 * the answer's own `Date` where it has one: only the other side's clock tells how long it meant. At most a day from now: a
 * wrong header must not stop the app for longer.
 */
export function parseRetryAfter(header: unknown, now: number, date?: unknown): number | null {
  if (typeof header !== 'string' && typeof header !== 'number') return null;
  const text = String(header).trim();
  if (SECONDS.test(text)) return now + Math.min(Number(text) * 1000, LIMITS.retryAfterMs);
  const at = /[a-z]/i.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(at)) return null;
  const answeredAt = Date.parse(String(date));
  return now + Math.min(at - (Number.isNaN(answeredAt) ? now : answeredAt), LIMITS.retryAfterMs);
}
