import { create, isAxiosError } from 'axios';
import { LIMITS } from '../platform/limits';
import { parseRetryAfter } from '../platform/retry-after';
import type { FreshdeskAnswer, FreshdeskProblem } from './problem';
import type { CallFamily, Quota } from './quota';

/** How to reach the account. */
export interface FreshdeskAccess {
  /** `https://<host>`, without a slash at its end. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly timeoutMs?: number;
}

/** GETs a path of the API; never rejects. One Freshdesk call, counted by the quota. */
export type FreshdeskGet = (
  path: string,
  query?: Readonly<Record<string, string | number>>,
) => Promise<FreshdeskAnswer<unknown>>;

interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function familyOf(path: string): CallFamily {
  return path === '/api/v2/tickets' ? 'list' : 'other';
}

const PROBLEMS: Readonly<Record<number, FreshdeskProblem>> = {
  401: { kind: 'key refused' },
  403: { kind: 'forbidden' },
  404: { kind: 'not found' },
};

function problemOf(answer: RawAnswer, now: number): FreshdeskProblem {
  const known = PROBLEMS[answer.status];
  if (known !== undefined) return known;
  if (answer.status === 429) {
    return {
      kind: 'throttled',
      retryAt: parseRetryAfter(answer.headers['retry-after'], now) ?? now + 60_000,
    };
  }
  return answer.status >= 400 && answer.status < 500
    ? { kind: 'refused', status: answer.status }
    : { kind: 'unreachable' };
}

function parseBody(body: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(body) as unknown };
  } catch {
    // A maintenance page with status 200 is no answer of the API.
    return null;
  }
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

/**
 * A client for one account (Freshdesk API v2, basic authentication with the key as user name). No retries: the next run
 * asks again. Redirects are never followed, so that the key goes nowhere else.
 */
export function createFreshdeskGet(access: FreshdeskAccess, quota: Quota, now: () => number): FreshdeskGet {
  const http = create({
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
