import { LIMITS } from '../values/limits';

/**
 * Error codes (Node.js, OpenSSL) with which a request cannot have reached the other side. An unreachable network is not among
 * them: the kernel reports it for a connection that was open, too.
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

/** The parts of an axios error that tell how far a request came. */
export interface RequestFailure {
  readonly code?: string | undefined;
  readonly request?: unknown;
}

function socketOf(request: unknown): { readonly secureConnecting?: unknown } | null {
  const socket = (request as { socket?: unknown } | null | undefined)?.socket;
  return typeof socket === 'object' && socket !== null ? socket : null;
}

/**
 * True only when nothing can have been sent: refused, no such host, a certificate that was not accepted, or a TLS handshake
 * still under way (whose failure has the same code as a connection that broke later).
 */
export function wasNeverSent(failure: RequestFailure): boolean {
  if (failure.code !== undefined && NEVER_SENT.has(failure.code)) return true;
  return socketOf(failure.request)?.secureConnecting === true;
}

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
