import { create, isAxiosError } from 'axios';
import type { ContactEvent } from '../contacts/contact-event';
import { LIMITS } from '../values/limits';
import { wasNeverSent } from '../platform/http-failures';
import { readBody, restOf } from '../platform/read-body';
import type { RawAnswer } from './interpret-answer';

/** The access to injixo. */
export interface InjixoAccess {
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Sent as `meta.integrationConfigurationId`; null: not sent. */
  readonly integrationId: number | null;
  readonly timeoutMs?: number;
}

/** POSTs contact events in one request without retries; never rejects for what happens on the network. */
export type PostContactEvents = (
  events: readonly ContactEvent[],
  idempotencyKey: string,
) => Promise<RawAnswer>;

/**
 * A client for injixo's contact-events endpoint. Each request opens a new connection, because a stale kept-alive one looks
 * like a connection that broke. No redirects and no proxy, so that the key goes nowhere else. Each ends at its deadline.
 */
export function createPostContactEvents(access: InjixoAccess, now: () => number): PostContactEvents {
  const { integrationId, timeoutMs = LIMITS.injixoTimeoutMs } = access;
  const meta = integrationId === null ? {} : { meta: { integrationConfigurationId: integrationId } };
  const http = create({
    baseURL: access.baseUrl,
    timeout: timeoutMs,
    maxRedirects: 0,
    proxy: false,
    maxContentLength: LIMITS.injixoAnswerBytes,
    responseType: 'stream',
    transformRequest: [(body: unknown) => body],
    validateStatus: () => true,
    headers: {
      Authorization: `Bearer ${access.apiKey}`,
      'Content-Type': 'application/json',
      Connection: 'close',
    },
  });

  return async (events, idempotencyKey) => {
    try {
      const body = JSON.stringify({ data: events, ...meta });
      const headers = { 'Idempotency-Key': idempotencyKey };
      const restMs = restOf(timeoutMs, now(), now);
      const response = await http.post<unknown>('/external-systems/contact-events', body, { headers });
      const text = await readBody(response, restMs);
      if (text === null) return { kind: 'broken' };
      const given = response.headers as Readonly<Record<string, unknown>>;
      const told = {
        retryAfter: given['retry-after'],
        date: given['date'],
        contentType: given['content-type'],
      };
      return { kind: 'answer', status: response.status, body: text, ...told };
    } catch (error) {
      if (isAxiosError(error)) return { kind: wasNeverSent(error) ? 'not sent' : 'broken' };
      throw error;
    }
  };
}
