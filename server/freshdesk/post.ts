import { isAxiosError } from 'axios';
import { wasNotSent } from '../platform/was-not-sent';
import { createHttp, parseBody, problemOf, type FreshdeskAccess, type RawAnswer } from './http';
import type { FreshdeskProblem } from './answer';
import type { Quota } from './quota';

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
      return wasNotSent(error) ? { kind: 'not made', problem: { kind: 'unreachable' } } : { kind: 'unclear' };
    }
  };
}
