import { parseRetryAfter } from '../platform/http-failures';
import type { SendingFailureCode } from '../status/failures';

/** What an answer of injixo, or its absence, means for the contacts of a batch; all but the first and the last: not one was taken. */
export type DeliveryOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'request refused'; readonly code: SendingFailureCode }
  /** One contact of the batch, at least, is not what injixo takes. */
  | { readonly kind: 'contacts refused' }
  | { readonly kind: 'too large' }
  /** `retryAt` in ms; null: injixo did not say. */
  | { readonly kind: 'throttled'; readonly retryAt: number | null }
  | { readonly kind: 'not taken'; readonly code: SendingFailureCode }
  | { readonly kind: 'unclear'; readonly code: SendingFailureCode };

/** What came back from a POST, before anything is concluded. */
export type RawAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly retryAfter: unknown; readonly body: string }
  /** Nothing was sent: refused, no such host, certificate, or a TLS handshake that never finished. */
  | { readonly kind: 'not sent' }
  /** The connection broke or timed out after the request was on its way. */
  | { readonly kind: 'broken' };

type Reading = (answer: RawAnswer & { readonly kind: 'answer' }, now: number) => DeliveryOutcome;

const UNCLEAR: DeliveryOutcome = { kind: 'unclear', code: 'unclear_answer' };

const ERROR_FIELDS: readonly string[] = ['errors', 'error'];

function isEmpty(value: unknown): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** Errors may be listed for the whole request or beside each contact. */
function hasErrors(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([field, inner]) => (ERROR_FIELDS.includes(field) && !isEmpty(inner)) || hasErrors(inner),
  );
}

/** True when a 2xx body is what injixo is known to answer: empty, or JSON that lists no errors anywhere. */
function isPlainSuccess(body: string): boolean {
  if (body.trim() === '') return true;
  try {
    return !hasErrors(JSON.parse(body));
  } catch {
    // An HTML page, say, from something between here and injixo.
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
 * What an answer means for the batch; whatever no table here names is unclear, because a contact sent twice can never be
 * taken back.
 */
export function interpretAnswer(answer: RawAnswer, now: number): DeliveryOutcome {
  if (answer.kind === 'not sent') return { kind: 'not taken', code: 'injixo_unreachable' };
  if (answer.kind === 'broken') return { kind: 'unclear', code: 'connection_broken' };
  const reading = BY_STATUS[answer.status] ?? BY_CLASS[Math.floor(answer.status / 100)];
  return reading === undefined ? UNCLEAR : reading(answer, now);
}

/** What is wrong with the key, the integration or injixo. */
export interface ProbeProblem {
  /** What keeps contacts from being sent. */
  readonly failure: SendingFailureCode;
  /** What a check of the settings calls it. */
  readonly finding:
    'injixo_key' | 'injixo_integration_needed' | 'injixo_integration_unknown' | 'injixo_unreachable';
}

type ProbeReading = (body: string) => ProbeProblem | null;

const refusesKey: ProbeReading = () => ({ failure: 'injixo_key', finding: 'injixo_key' });
const isDown: ProbeReading = () => ({ failure: 'injixo_down', finding: 'injixo_unreachable' });
const UNREACHABLE: ProbeProblem = { failure: 'injixo_unreachable', finding: 'injixo_unreachable' };

/** What is not taken because it has no contacts was taken for the rest, unless injixo wants the ID, or another one. */
function readValidation(body: string): ProbeProblem | null {
  const namesId = /integration_?configuration_?id/i.test(body);
  return namesId ? { failure: 'injixo_integration', finding: 'injixo_integration_needed' } : null;
}

const PROBE_BY_STATUS: Readonly<Record<number, ProbeReading>> = {
  400: readValidation,
  401: refusesKey,
  403: refusesKey,
  404: () => ({ failure: 'injixo_integration', finding: 'injixo_integration_unknown' }),
  422: readValidation,
  429: () => null,
  500: isDown,
  503: isDown,
};

/**
 * What an answer to a POST without contacts says: 401, 403 and 404 mean what they say; 2xx, 400, 422 and 429 that the key
 * was taken (null); anything else that injixo cannot be reached properly now.
 */
export function interpretProbe(answer: RawAnswer): ProbeProblem | null {
  if (answer.kind !== 'answer') return UNREACHABLE;
  const read = PROBE_BY_STATUS[answer.status];
  if (read !== undefined) return read(answer.body);
  const isTaken = Math.floor(answer.status / 100) === 2 && isPlainSuccess(answer.body);
  return isTaken ? null : UNREACHABLE;
}
