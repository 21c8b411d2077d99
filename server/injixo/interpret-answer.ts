import { parseRetryAfter } from '../platform/parse-retry-after';
import type { DeliveryOutcome, RawAnswer } from './outcome';

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
