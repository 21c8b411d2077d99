import { isPlainSuccess } from './interpret-answer';
import type { RawAnswer } from './outcome';

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

const BY_STATUS: Readonly<Record<number, (body: string) => ProbeResult>> = {
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
  const read = BY_STATUS[answer.status];
  if (read !== undefined) return read(answer.body);
  const success = Math.floor(answer.status / 100) === 2 && isPlainSuccess(answer.body);
  return success ? { kind: 'fine' } : { kind: 'unreachable' };
}
