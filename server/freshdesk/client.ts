import { create, type AxiosInstance, isAxiosError } from 'axios';
import { LIMITS } from '../values/limits';
import type { CallFamily, Quota } from './quota';
import { wasNeverSent, parseRetryAfter } from '../platform/http-failures';
import type { FreshdeskFailureCode } from '../status/failures';

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
function problemOf(answer: RawAnswer, now: number): FreshdeskProblem {
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
function parseBody(body: string): { readonly value: unknown } | null {
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
function createHttp(access: FreshdeskAccess): AxiosInstance {
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

/** Why Freshdesk did not answer a question; what it means is the caller's to decide. */
export type FreshdeskProblem =
  | { readonly kind: 'key refused' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not found' }
  | { readonly kind: 'throttled'; readonly retryAt: number }
  /** Any other 4xx: the request is not what Freshdesk takes. */
  | { readonly kind: 'refused'; readonly status: number }
  /** No answer, a server error, or an answer that is not the API's. */
  | { readonly kind: 'unreachable' }
  /** Not asked: this run has used its share of the account's calls, or its time. */
  | { readonly kind: 'not asked' };

/** True when Freshdesk does not show the thing asked for: it is gone, or not for this key. */
export function isHidden({ kind }: FreshdeskProblem): boolean {
  return kind === 'not found' || kind === 'forbidden';
}

const FAILURE_CODES: Readonly<Record<SessionProblem['kind'], FreshdeskFailureCode | null>> = {
  'key refused': 'freshdesk_key',
  scope: 'freshdesk_scope',
  forbidden: 'freshdesk_forbidden',
  throttled: 'freshdesk_throttled',
  unreachable: 'freshdesk_unreachable',
  refused: 'freshdesk_unreachable',
  'not found': 'freshdesk_unreachable',
  // Not a failure: the run has used its share, the next one goes on.
  'not asked': null,
};

/** Why something cannot be had of Freshdesk; `scope`: the key's agent does not see all tickets. */
export type SessionProblem = FreshdeskProblem | { readonly kind: 'scope' };

/** The failure that a problem stands for; null when it is none. */
export function freshdeskFailureCode(problem: SessionProblem): FreshdeskFailureCode | null {
  return FAILURE_CODES[problem.kind];
}

/** An answer with Freshdesk's own clock (ms) where it gave one, or a problem. */
export type FreshdeskAnswer<T> =
  | { readonly ok: true; readonly value: T; readonly serverTime: number | null }
  | { readonly ok: false; readonly problem: FreshdeskProblem };

/** GETs a path of the API; never rejects for what happens on the network. One Freshdesk call, counted by the quota. */
export type FreshdeskGet = (
  path: string,
  query?: Readonly<Record<string, string | number>>,
) => Promise<FreshdeskAnswer<unknown>>;

function familyOf(path: string): CallFamily {
  return path === '/api/v2/tickets' ? 'list' : 'other';
}

function serverTime(headers: Readonly<Record<string, unknown>>): number | null {
  const at = Date.parse(String(headers['date']));
  return Number.isNaN(at) ? null : at;
}

function readAnswer(answer: RawAnswer, now: number): FreshdeskAnswer<unknown> {
  if (answer.status !== 200) return { ok: false, problem: problemOf(answer, now) };
  const parsed = parseBody(answer.body);
  if (parsed === null) return { ok: false, problem: { kind: 'unreachable' } };
  return { ok: true, value: parsed.value, serverTime: serverTime(answer.headers) };
}

/** Reads from one account (Freshdesk API v2). No retries: the next run asks again. */
export function createFreshdeskGet(access: FreshdeskAccess, quota: Quota, now: () => number): FreshdeskGet {
  const http = createHttp(access);

  async function ask(
    path: string,
    query: Readonly<Record<string, string | number>>,
  ): Promise<FreshdeskAnswer<unknown>> {
    const response = await http.get(path, { params: query });
    const headers = response.headers as Readonly<Record<string, unknown>>;
    quota.learn(familyOf(path), headers);
    const answer = readAnswer({ status: response.status, headers, body: String(response.data) }, now());
    if (!answer.ok && answer.problem.kind === 'throttled') quota.pause(answer.problem.retryAt);
    return answer;
  }

  return async (path, query = {}) => {
    if (!quota.take(familyOf(path))) return { ok: false, problem: { kind: 'not asked' } };
    try {
      return await ask(path, query);
    } catch (error) {
      if (isAxiosError(error)) return { ok: false, problem: { kind: 'unreachable' } };
      throw error;
    }
  };
}

/** What became of a POST. */
export type PostResult =
  | { readonly kind: 'made'; readonly value: unknown }
  /** Nothing was made, for this reason. */
  | { readonly kind: 'not made'; readonly problem: FreshdeskProblem }
  /** Nobody knows: the connection broke after the request was on its way, or the answer does not say. */
  | { readonly kind: 'unclear' };

/** POSTs JSON to a path of the API; never rejects for what happens on the network. One Freshdesk call, never repeated by itself. */
export type FreshdeskPost = (path: string, body: object) => Promise<PostResult>;

/** A 4xx or a redirect that nobody follows made nothing; a server error may have. */
function resultOf(answer: RawAnswer, now: number): PostResult {
  if (answer.status === 201 || answer.status === 200) {
    const parsed = parseBody(answer.body);
    return parsed === null ? { kind: 'unclear' } : { kind: 'made', value: parsed.value };
  }
  const isUnclear = answer.status < 300 || answer.status >= 500;
  return isUnclear ? { kind: 'unclear' } : { kind: 'not made', problem: problemOf(answer, now) };
}

/**
 * Writes to one account (Freshdesk API v2). A new connection for each request, because a stale kept-alive one looks like a
 * connection that broke.
 */
export function createFreshdeskPost(access: FreshdeskAccess, quota: Quota, now: () => number): FreshdeskPost {
  const http = createHttp(access);

  async function send(path: string, body: object): Promise<PostResult> {
    const response = await http.post(path, JSON.stringify(body), {
      headers: { 'Content-Type': 'application/json', Connection: 'close' },
    });
    const headers = response.headers as Readonly<Record<string, unknown>>;
    quota.learn('other', headers);
    const result = resultOf({ status: response.status, headers, body: String(response.data) }, now());
    if (result.kind === 'not made' && result.problem.kind === 'throttled')
      quota.pause(result.problem.retryAt);
    return result;
  }

  return async (path, body) => {
    if (!quota.take('other')) return { kind: 'not made', problem: { kind: 'not asked' } };
    try {
      return await send(path, body);
    } catch (error) {
      if (!isAxiosError(error)) throw error;
      return wasNeverSent(error)
        ? { kind: 'not made', problem: { kind: 'unreachable' } }
        : { kind: 'unclear' };
    }
  };
}
