import { create, isAxiosError } from 'axios';
import type { ContactEvent } from '../contacts/contact-event';
import { LIMITS } from '../values/limits';
import { wasNeverSent } from '../platform/http-failures';
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
 * like a connection that broke. No redirects and no proxy, so that the key goes nowhere else.
 */
export function createPostContactEvents(access: InjixoAccess): PostContactEvents {
  const { integrationId } = access;
  const meta = integrationId === null ? {} : { meta: { integrationConfigurationId: integrationId } };
  const http = create({
    baseURL: access.baseUrl,
    timeout: access.timeoutMs ?? LIMITS.injixoTimeoutMs,
    maxRedirects: 0,
    proxy: false,
    maxContentLength: LIMITS.injixoAnswerBytes,
    responseType: 'text',
    transformRequest: [(body: unknown) => body],
    transformResponse: [(body: unknown) => body],
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
      const response = await http.post('/external-systems/contact-events', body, { headers });
      const retryAfter = (response.headers as Readonly<Record<string, unknown>>)['retry-after'];
      return { kind: 'answer', status: response.status, retryAfter, body: String(response.data ?? '') };
    } catch (error) {
      if (isAxiosError(error)) return { kind: wasNeverSent(error) ? 'not sent' : 'broken' };
      throw error;
    }
  };
}
