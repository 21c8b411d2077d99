import { create, type AxiosInstance } from 'axios';
import { LIMITS } from '../platform/limits';
import { parseRetryAfter } from '../platform/parse-retry-after';
import type { FreshdeskProblem } from './answer';

/** How to reach the account. */
export interface FreshdeskAccess {
  /** `https://<host>`, without a slash at its end. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly timeoutMs?: number;
}

/** What came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const PROBLEMS: Readonly<Record<number, FreshdeskProblem>> = {
  401: { kind: 'key refused' },
  403: { kind: 'forbidden' },
  404: { kind: 'not found' },
};

/** What an answer says whose status is not the expected one. */
export function problemOf(answer: RawAnswer, now: number): FreshdeskProblem {
  const known = PROBLEMS[answer.status];
  if (known !== undefined) return known;
  if (answer.status === 429) {
    const retryAt = parseRetryAfter(answer.headers['retry-after'], now) ?? now + LIMITS.freshdeskPauseMs;
    return { kind: 'throttled', retryAt };
  }
  return answer.status >= 400 && answer.status < 500
    ? { kind: 'refused', status: answer.status }
    : { kind: 'unreachable' };
}

/** The JSON of a body; null when it is none. */
export function parseBody(body: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(body) as unknown };
  } catch {
    // A maintenance page with status 200 is no answer of the API.
    return null;
  }
}

/**
 * An HTTP client for one account (basic authentication with the key as user name) that hands on every answer as text.
 * Redirects are never followed and no proxy is used, so that the key goes nowhere else.
 */
export function createHttp(access: FreshdeskAccess): AxiosInstance {
  return create({
    baseURL: access.baseUrl,
    auth: { username: access.apiKey, password: 'X' },
    timeout: access.timeoutMs ?? LIMITS.freshdeskTimeoutMs,
    maxRedirects: 0,
    proxy: false,
    maxContentLength: LIMITS.freshdeskAnswerBytes,
    responseType: 'text',
    transformResponse: [(body: unknown) => body],
    validateStatus: () => true,
  });
}
