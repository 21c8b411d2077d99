import { isAxiosError } from 'axios';
import { createHttp, parseBody, problemOf, type FreshdeskAccess, type RawAnswer } from './http';
import type { FreshdeskAnswer } from './answer';
import type { CallFamily, Quota } from './quota';

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
