import { parseRetryAfter } from '../platform/http-failures';
import type { SendingFailureCode } from '../status/failures';

/** What an answer of injixo, or its absence, means for a batch. All kinds but the first and the last: injixo took no contact. */
export type DeliveryOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'request refused'; readonly code: SendingFailureCode }
  /** injixo rejects at least one contact of the batch. */
  | { readonly kind: 'contacts refused' }
  | { readonly kind: 'too large' }
  /** `retryAt` in ms; null: injixo did not say. */
  | { readonly kind: 'throttled'; readonly retryAt: number | null }
  | { readonly kind: 'not taken'; readonly code: SendingFailureCode }
  | { readonly kind: 'unclear'; readonly code: SendingFailureCode };

/** The result of a POST before it is interpreted. */
export type RawAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly retryAfter: unknown; readonly body: string }
  /** Nothing was sent: refused, no such host, certificate, or a TLS handshake that never finished. */
  | { readonly kind: 'not sent' }
  /** The connection broke or timed out after the request was on its way. */
  | { readonly kind: 'broken' };

type Reading = (answer: RawAnswer & { readonly kind: 'answer' }, now: number) => DeliveryOutcome;

const UNCLEAR: DeliveryOutcome = { kind: 'unclear', code: 'unclear_answer' };

const ERROR_FIELDS: readonly string[] = ['errors', 'error'];

/** True for a 2xx body that injixo is known to answer: empty, or JSON without errors anywhere. */
function isPlainSuccess(body: string): boolean {
  if (body.trim() === '') return true;
  const errors: unknown[] = [];
  try {
    // Errors may be listed for the whole request or beside each contact.
    JSON.parse(body, (field, value: unknown) => {
      const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
      if (ERROR_FIELDS.includes(field) && !isEmpty) errors.push(value);
      return value;
    });
    return errors.length === 0;
  } catch {
    // An HTML page, for example, of a proxy between here and injixo.
    return false;
  }
}

const BY_STATUS: Readonly<Record<number, Reading>> = {
  207: () => UNCLEAR,
  400: () => ({ kind: 'contacts refused' }),
  401: () => ({ kind: 'request refused', code: 'injixo_key' }),
  403: () => ({ kind: 'request refused', code: 'injixo_key' }),
  404: () => ({ kind: 'request refused', code: 'injixo_integration' }),
  408: () => UNCLEAR,
  409: () => UNCLEAR,
  413: () => ({ kind: 'too large' }),
  422: () => ({ kind: 'contacts refused' }),
  429: (answer, now) => ({ kind: 'throttled', retryAt: parseRetryAfter(answer.retryAfter, now) }),
  500: () => ({ kind: 'not taken', code: 'injixo_down' }),
  503: () => ({ kind: 'not taken', code: 'injixo_down' }),
};

const BY_CLASS: Readonly<Record<number, Reading>> = {
  2: (answer) => (isPlainSuccess(answer.body) ? { kind: 'accepted' } : UNCLEAR),
  3: () => ({ kind: 'request refused', code: 'injixo_refuses' }),
  4: () => ({ kind: 'request refused', code: 'injixo_refuses' }),
};

/**
 * What an answer means for the batch. An answer that no table names is unclear, because a contact sent twice cannot be taken
 * back.
 */
export function interpretAnswer(answer: RawAnswer, now: number): DeliveryOutcome {
  if (answer.kind === 'not sent') return { kind: 'not taken', code: 'injixo_unreachable' };
  if (answer.kind === 'broken') return { kind: 'unclear', code: 'connection_broken' };
  const reading = BY_STATUS[answer.status] ?? BY_CLASS[Math.floor(answer.status / 100)];
  return reading === undefined ? UNCLEAR : reading(answer, now);
}

/** A problem with the key, the integration or injixo. */
export interface ProbeProblem {
  /** The failure that stops sending. */
  readonly failure: SendingFailureCode;
  /** The result of a check of the settings. */
  readonly finding:
    'injixo_key' | 'injixo_integration_needed' | 'injixo_integration_unknown' | 'injixo_unreachable';
}

const KEY_REFUSED: ProbeProblem = { failure: 'injixo_key', finding: 'injixo_key' };
const DOWN: ProbeProblem = { failure: 'injixo_down', finding: 'injixo_unreachable' };
const UNREACHABLE: ProbeProblem = { failure: 'injixo_unreachable', finding: 'injixo_unreachable' };

const ID_NEEDED: ProbeProblem = { failure: 'injixo_integration', finding: 'injixo_integration_needed' };

const PROBE_BY_STATUS: Readonly<Record<number, ProbeProblem | null>> = {
  400: ID_NEEDED,
  401: KEY_REFUSED,
  403: KEY_REFUSED,
  404: { failure: 'injixo_integration', finding: 'injixo_integration_unknown' },
  422: ID_NEEDED,
  429: null,
  500: DOWN,
  503: DOWN,
};

const INTEGRATION_ID = /integration_?configuration_?id/i;

/**
 * What an answer to a POST without contacts means. 401, 403 and 404 are problems of key or integration; 2xx, 400, 422 and 429
 * prove the key (null); anything else means that injixo is not reachable.
 */
export function interpretProbe(answer: RawAnswer): ProbeProblem | null {
  if (answer.kind !== 'answer') return UNREACHABLE;
  const { status, body } = answer;
  const problem = PROBE_BY_STATUS[status];
  // A validation error about the missing contacts proves the rest is fine, unless it names the integration's ID.
  if (problem === ID_NEEDED && !INTEGRATION_ID.test(body)) return null;
  if (problem !== undefined) return problem;
  const isTaken = Math.floor(status / 100) === 2 && isPlainSuccess(body);
  return isTaken ? null : UNREACHABLE;
}
