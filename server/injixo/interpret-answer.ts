import { parseRetryAfter } from '../platform/http-failures';
import type { SendingFailureCode } from '../status/failures';
import { readSuccessBody, type BodyReading } from './success-body';

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
  /** `confirmed`: the answer counts fewer contacts than were sent. */
  | { readonly kind: 'unclear'; readonly code: SendingFailureCode; readonly confirmed?: Confirmed };

/** How many contacts injixo says it accepted; `isOnlySign`: it may count something else, such as queues. */
export type Confirmed = NonNullable<BodyReading['confirmed']>;

/** The result of a POST before it is interpreted. */
export type RawAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly retryAfter: unknown;
      /** The answer's `Date`, by injixo's clock. */
      readonly date?: unknown;
      readonly body: string;
      readonly contentType?: unknown;
    }
  /** Nothing was sent: refused, no such host, certificate, or a TLS handshake that never finished. */
  | { readonly kind: 'not sent' }
  /** The connection broke or timed out after the request was on its way. */
  | { readonly kind: 'broken' };

/** How many contacts the request had, and the time. */
interface Asked {
  readonly sent: number;
  readonly now: number;
}

type Reading = (answer: RawAnswer & { readonly kind: 'answer' }, asked: Asked) => DeliveryOutcome;

const UNCLEAR: DeliveryOutcome = { kind: 'unclear', code: 'unclear_answer' };
const MOVED: DeliveryOutcome = { kind: 'request refused', code: 'injixo_moved' };

const BY_STATUS: Readonly<Record<number, Reading>> = {
  207: () => UNCLEAR,
  301: () => MOVED,
  302: () => MOVED,
  // HTTP uses it after a POST that was carried out.
  303: () => UNCLEAR,
  307: () => MOVED,
  308: () => MOVED,
  400: () => ({ kind: 'contacts refused' }),
  401: () => ({ kind: 'request refused', code: 'injixo_key' }),
  403: () => ({ kind: 'request refused', code: 'injixo_key' }),
  404: () => ({ kind: 'request refused', code: 'injixo_integration' }),
  408: () => UNCLEAR,
  409: () => UNCLEAR,
  410: () => MOVED,
  413: () => ({ kind: 'too large' }),
  422: () => ({ kind: 'contacts refused' }),
  429: (answer, { now }) => ({
    kind: 'throttled',
    retryAt: parseRetryAfter(answer.retryAfter, now, answer.date),
  }),
  500: () => ({ kind: 'not taken', code: 'injixo_down' }),
  503: () => ({ kind: 'not taken', code: 'injixo_down' }),
};

const BY_CLASS: Readonly<Record<number, Reading>> = {
  2: ({ body, contentType }, { sent }) => {
    const { isPlain, confirmed } = readSuccessBody(body, contentType, sent);
    if (isPlain) return { kind: 'accepted' };
    return confirmed === undefined ? UNCLEAR : { ...UNCLEAR, confirmed };
  },
  3: () => ({ kind: 'request refused', code: 'injixo_refuses' }),
  4: () => ({ kind: 'request refused', code: 'injixo_refuses' }),
};

/**
 * What an answer means for the batch. An answer that no table names is unclear, because a contact sent twice cannot be taken
 * back.
 */
export function interpretAnswer(answer: RawAnswer, asked: Asked): DeliveryOutcome {
  if (answer.kind === 'not sent') return { kind: 'not taken', code: 'injixo_unreachable' };
  if (answer.kind === 'broken') return { kind: 'unclear', code: 'connection_broken' };
  const reading = BY_STATUS[answer.status] ?? BY_CLASS[Math.floor(answer.status / 100)];
  return reading === undefined ? UNCLEAR : reading(answer, asked);
}

/** A problem with the key, the integration or injixo. */
export interface ProbeProblem {
  /** The failure that stops sending. */
  readonly failure: SendingFailureCode;
  /** The result of a check of the settings. */
  readonly finding:
    | 'injixo_key'
    | 'injixo_integration_needed'
    | 'injixo_integration_unknown'
    | 'injixo_moved'
    | 'injixo_unreachable';
}

const KEY_REFUSED: ProbeProblem = { failure: 'injixo_key', finding: 'injixo_key' };
const DOWN: ProbeProblem = { failure: 'injixo_down', finding: 'injixo_unreachable' };
const UNREACHABLE: ProbeProblem = { failure: 'injixo_unreachable', finding: 'injixo_unreachable' };
const ADDRESS_MOVED: ProbeProblem = { failure: 'injixo_moved', finding: 'injixo_moved' };
const ID_NEEDED: ProbeProblem = { failure: 'injixo_integration', finding: 'injixo_integration_needed' };

const PROBE_BY_STATUS: Readonly<Record<number, ProbeProblem | null>> = {
  301: ADDRESS_MOVED,
  302: ADDRESS_MOVED,
  307: ADDRESS_MOVED,
  308: ADDRESS_MOVED,
  400: ID_NEEDED,
  401: KEY_REFUSED,
  403: KEY_REFUSED,
  404: { failure: 'injixo_integration', finding: 'injixo_integration_unknown' },
  410: ADDRESS_MOVED,
  422: ID_NEEDED,
  429: null,
  500: DOWN,
  503: DOWN,
};

const INTEGRATION_ID = /integration_?configuration_?id/i;

/**
 * What an answer to a POST without contacts means. 401, 403 and 404 are problems of key or integration; 301, 302, 307, 308 and
 * 410 say that the address has moved; a 2xx that says nothing to the contrary, 400, 422 and 429 prove the key (null); anything
 * else means that injixo is not reachable.
 */
export function interpretProbe(answer: RawAnswer): ProbeProblem | null {
  if (answer.kind !== 'answer') return UNREACHABLE;
  const { status, body, contentType } = answer;
  const problem = PROBE_BY_STATUS[status];
  // A validation error about the missing contacts proves the rest is fine, unless it names the integration's ID.
  if (problem === ID_NEEDED && !INTEGRATION_ID.test(body)) return null;
  if (problem !== undefined) return problem;
  const isTaken = Math.floor(status / 100) === 2 && readSuccessBody(body, contentType, 0).isPlain;
  return isTaken ? null : UNREACHABLE;
}
