import { parseRetryAfter } from '../platform/http-failures';
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
export function isPlainSuccess(body: string): boolean {
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

/** What an answer of injixo, or its absence, means for the contacts of a batch; all but the first and the last: not one was taken. */
export type DeliveryOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'request refused'; readonly code: RefusedCode }
  /** One contact of the batch, at least, is not what injixo takes. */
  | { readonly kind: 'contacts refused' }
  | { readonly kind: 'too large' }
  /** `retryAt` in ms; null: injixo did not say. */
  | { readonly kind: 'throttled'; readonly retryAt: number | null }
  | { readonly kind: 'not taken'; readonly code: 'injixo_down' | 'injixo_unreachable' }
  | { readonly kind: 'unclear'; readonly code: UnclearCode };

/** Why injixo does not take requests of this app. */
export type RefusedCode = 'injixo_key' | 'injixo_integration' | 'injixo_refuses';

/** Why nobody can know whether injixo took a batch. */
export type UnclearCode = 'connection_broken' | 'unclear_answer' | 'run_ended';

/** What came back from a POST, before anything is concluded. */
export type RawAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly retryAfter: unknown; readonly body: string }
  /** Nothing was sent: refused, no such host, certificate, or a TLS handshake that never finished. */
  | { readonly kind: 'not sent' }
  /** The connection broke or timed out after the request was on its way. */
  | { readonly kind: 'broken' };

/** What the empty request found out about the key and the integration. */
export type ProbeResult =
  | { readonly kind: 'fine' }
  | { readonly kind: 'key refused' }
  | { readonly kind: 'integration unknown' }
  /** injixo wants the integration configuration ID, or another one. */
  | { readonly kind: 'integration needed' }
  /** injixo itself answers with an error. */
  | { readonly kind: 'down' }
  | { readonly kind: 'unreachable' };

function readValidation(body: string): ProbeResult {
  return /integration_?configuration_?id/i.test(body) ? { kind: 'integration needed' } : { kind: 'fine' };
}

const BY_STATUSInterpretProbe: Readonly<Record<number, (body: string) => ProbeResult>> = {
  400: readValidation,
  401: () => ({ kind: 'key refused' }),
  403: () => ({ kind: 'key refused' }),
  404: () => ({ kind: 'integration unknown' }),
  422: readValidation,
  429: () => ({ kind: 'fine' }),
  500: () => ({ kind: 'down' }),
  503: () => ({ kind: 'down' }),
};

/**
 * What an answer to a POST without contacts says: 401, 403 and 404 mean what they say; 2xx, 400, 422 and 429 that the key
 * was taken; anything else that injixo cannot be reached properly now.
 */
export function interpretProbe(answer: RawAnswer): ProbeResult {
  if (answer.kind !== 'answer') return { kind: 'unreachable' };
  const read = BY_STATUSInterpretProbe[answer.status];
  if (read !== undefined) return read(answer.body);
  const success = Math.floor(answer.status / 100) === 2 && isPlainSuccess(answer.body);
  return success ? { kind: 'fine' } : { kind: 'unreachable' };
}
