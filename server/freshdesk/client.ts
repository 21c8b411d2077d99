import { create, isAxiosError, type AxiosResponse } from 'axios';
import { LIMITS } from '../values/limits';
import { readField } from '../values/read-field';
import type { CallFamily, Quota } from './quota';
import { parseRetryAfter, wasNeverSent } from '../platform/http-failures';
import { readBody, restOf } from '../platform/read-body';
import type { FreshdeskFailureCode } from '../status/failures';

/** How to reach the account. */
export interface FreshdeskAccess {
  /** `https://<host>`, without a slash at its end. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly timeoutMs?: number;
}

type Headers = Readonly<Record<string, unknown>>;

/** An answer, as a GET and a POST judge it. */
interface Received {
  readonly status: number;
  /** The parsed body; undefined when it is not JSON: a maintenance page, for example. */
  readonly value: unknown;
  /** Freshdesk's own clock (ms); null when it gave none. */
  readonly serverTime: number | null;
  /** What the status means when it is not the expected one. */
  readonly problem: FreshdeskProblem;
  /** Whether a next page is named. */
  readonly next: { readonly hasNext?: true };
}

const PROBLEMS: Readonly<Record<number, FreshdeskProblem>> = {
  401: { kind: 'key refused' },
  403: { kind: 'forbidden' },
  404: { kind: 'not found' },
};

/** What a code in the body of a 401 or 403 says; any other is about the key. */
const PROBLEMS_BY_CODE: ReadonlyMap<unknown, FreshdeskProblem> = new Map([
  ['require_feature', { kind: 'plan' }],
  ['account_suspended', { kind: 'suspended' }],
] as const);

/** The problem of an answer with an unexpected status; of a throttled one, when the next call may be made. */
function problemOf(status: number, headers: Headers, now: number): FreshdeskProblem {
  const known = PROBLEMS[status];
  if (known !== undefined) return known;
  if (status === 429) {
    const retryAt =
      parseRetryAfter(headers['retry-after'], now, headers['date']) ?? now + LIMITS.freshdeskPauseMs;
    return { kind: 'throttled', retryAt };
  }
  if (status >= 400 && status < 500) return { kind: 'refused', status };
  return status >= 500 ? { kind: 'unreachable', status } : { kind: 'unreachable' };
}

/**
 * An HTTP client for one account (basic authentication with the key as user name). Answers come as streams, so that each call
 * can end at its deadline. No redirects and no proxy, so that the key goes nowhere else.
 */
function connect(access: FreshdeskAccess, quota: Quota, now: () => number) {
  const { timeoutMs = LIMITS.freshdeskTimeoutMs } = access;
  const http = create({
    baseURL: access.baseUrl,
    auth: { username: access.apiKey, password: 'X' },
    timeout: timeoutMs,
    maxRedirects: 0,
    proxy: false,
    maxContentLength: LIMITS.freshdeskAnswerBytes,
    responseType: 'stream',
    validateStatus: () => true,
  });
  return { http, openCall: (): OpenCall => ({ quota, now, restMs: restOf(timeoutMs, now(), now) }) };
}

/** Why Freshdesk did not answer a question; the caller decides what it means. */
export type FreshdeskProblem =
  | { readonly kind: 'key refused' }
  | { readonly kind: 'forbidden' }
  /** The account's plan does not include what is asked for. */
  | { readonly kind: 'plan' }
  | { readonly kind: 'suspended' }
  | { readonly kind: 'not found' }
  | { readonly kind: 'throttled'; readonly retryAt: number }
  /** Any other 4xx: Freshdesk does not accept the request. */
  | { readonly kind: 'refused'; readonly status: number }
  /** No answer, a server error, or an answer that is not the API's. */
  | { readonly kind: 'unreachable'; readonly status?: number }
  /** Not asked: this run has used its share of the account's calls, or its time. */
  | { readonly kind: 'not asked' };

/** True when what was asked for is gone, or hidden from this key. */
export function isHidden({ kind }: FreshdeskProblem): boolean {
  return kind === 'not found' || kind === 'forbidden';
}

/** The failure code of a problem; null when it is no failure. */
export const FAILURE_CODES: Readonly<Record<SessionProblem['kind'], FreshdeskFailureCode | null>> = {
  'key refused': 'freshdesk_key',
  scope: 'freshdesk_scope',
  forbidden: 'freshdesk_forbidden',
  plan: 'freshdesk_plan',
  suspended: 'freshdesk_suspended',
  throttled: 'freshdesk_throttled',
  unreachable: 'freshdesk_unreachable',
  refused: 'freshdesk_unreachable',
  'not found': 'freshdesk_unreachable',
  // Not a failure: the run has used its share, the next one goes on.
  'not asked': null,
};

/** A problem of a session; `scope`: the key's agent does not see all tickets. */
export type SessionProblem = FreshdeskProblem | { readonly kind: 'scope' };

/** An answer with Freshdesk's own clock (ms) where it gave one, or a problem. */
export type FreshdeskAnswer<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly serverTime: number | null;
      /** True when the answer names a next page; left out when it names none. */
      readonly hasNext?: true;
    }
  | { readonly ok: false; readonly problem: FreshdeskProblem };

/** GETs a path of the API; never rejects for what happens on the network. One Freshdesk call, counted by the quota. */
export type FreshdeskGet = (
  path: string,
  query?: Readonly<Record<string, string | number>>,
) => Promise<FreshdeskAnswer<unknown>>;

/** An answer that is not the API's. */
export const NOT_AN_ANSWER = { ok: false, problem: { kind: 'unreachable' } } as const;

/** GETs a list; a problem when the answer is none. One Freshdesk call. */
export async function getRows(
  get: FreshdeskGet,
  path: string,
  query: Readonly<Record<string, string | number>> = {},
): Promise<FreshdeskAnswer<readonly unknown[]>> {
  const answer = await get(path, query);
  if (!answer.ok) return answer;
  return Array.isArray(answer.value)
    ? { ...answer, value: answer.value as readonly unknown[] }
    : NOT_AN_ANSWER;
}

/** True when a list goes on: Freshdesk names a next page, or the page is full. A shorter page alone is no end. */
export function goesOn(
  answer: { readonly value: readonly unknown[]; readonly hasNext?: true },
  rows: number,
): boolean {
  return answer.hasNext === true || answer.value.length >= rows;
}

const NEXT_PAGE = /;\s*rel="?next"?/i;

/** What a call has of the account, and of its time. */
interface OpenCall {
  readonly quota: Quota;
  readonly now: () => number;
  readonly restMs: () => number;
}

/** An answer whose body broke: it has no status to go by. */
const BROKEN: Received = {
  status: 0,
  value: undefined,
  serverTime: null,
  problem: { kind: 'unreachable' },
  next: {},
};

/** Learns the account's limits from an answer; pauses calls when it is throttled. */
async function receive(
  response: AxiosResponse<unknown>,
  family: CallFamily,
  { quota, now, restMs }: OpenCall,
): Promise<Received> {
  const { status, headers } = response;
  const given = headers as Headers;
  quota.learn(family, given);
  const problem = problemOf(status, given, now());
  if (problem.kind === 'throttled') quota.pause(family, given, problem.retryAt);
  const at = Date.parse(String(given['date']));
  const next = NEXT_PAGE.test(String(given['link'])) ? ({ hasNext: true } as const) : {};
  const body = await readBody(response, restMs);
  if (body === null) return BROKEN;
  const value = parseJson(body);
  const isRefused = [401, 403].includes(status);
  const told = isRefused ? PROBLEMS_BY_CODE.get(readField(value, 'code')) : undefined;
  return { status, value, serverTime: Number.isNaN(at) ? null : at, problem: told ?? problem, next };
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Reads from one account (Freshdesk API v2). No retries: the next run asks again. */
export function createFreshdeskGet(access: FreshdeskAccess, quota: Quota, now: () => number): FreshdeskGet {
  const { http, openCall } = connect(access, quota, now);
  return async (path, query) => {
    const family = path === '/api/v2/tickets' ? 'list' : 'other';
    if (!quota.take(family)) return { ok: false, problem: { kind: 'not asked' } };
    try {
      const call = openCall();
      const response = await http.get<unknown>(path, { params: query });
      const { status, value, serverTime, problem, next } = await receive(response, family, call);
      if (status !== 200) return { ok: false, problem };
      return value === undefined ? NOT_AN_ANSWER : { ok: true, value, serverTime, ...next };
    } catch (error) {
      if (isAxiosError(error)) return NOT_AN_ANSWER;
      throw error;
    }
  };
}

/** The result of a POST. */
export type PostResult =
  | { readonly kind: 'made'; readonly value: unknown }
  /** Nothing was made, for this reason. */
  | { readonly kind: 'not made'; readonly problem: FreshdeskProblem }
  /** The connection broke after the request was sent, or the answer does not say. */
  | { readonly kind: 'unclear' };

/** POSTs JSON to a path of the API; never rejects for what happens on the network. One Freshdesk call, never repeated by itself. */
export type FreshdeskPost = (path: string, body: object) => Promise<PostResult>;

/** A 4xx or a redirect that is not followed made nothing; a server error may have. */
function resultOf({ status, value, problem }: Received): PostResult {
  if (status === 201 || status === 200) {
    return value === undefined ? { kind: 'unclear' } : { kind: 'made', value };
  }
  return status < 300 || status >= 500 ? { kind: 'unclear' } : { kind: 'not made', problem };
}

/**
 * Writes to one account (Freshdesk API v2). Each request opens a new connection, because a stale kept-alive one looks like a
 * connection that broke.
 */
export function createFreshdeskPost(access: FreshdeskAccess, quota: Quota, now: () => number): FreshdeskPost {
  const { http, openCall } = connect(access, quota, now);
  const headers = { 'Content-Type': 'application/json', Connection: 'close' };
  return async (path, body) => {
    if (!quota.take('other')) return { kind: 'not made', problem: { kind: 'not asked' } };
    try {
      const call = openCall();
      const response = await http.post<unknown>(path, JSON.stringify(body), { headers });
      return resultOf(await receive(response, 'other', call));
    } catch (error) {
      if (!isAxiosError(error)) throw error;
      return wasNeverSent(error)
        ? { kind: 'not made', problem: { kind: 'unreachable' } }
        : { kind: 'unclear' };
    }
  };
}
