import { createInjixo } from './create-injixo';
import type { Injixo } from './create-injixo';

/** A valid contact event. */
export const CONTACT = {
  queueName: 'Sales email Tickets',
  queueIdentifier: 'freshdesk:351:1:tickets',
  timestamp: '2026-11-02T07:45:13Z',
  channel: 'cases',
  properties: { offered: true, handled: true },
};

/** The answer to a test call. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A listening stand-in with one integration, its key, and a way to send as the sandbox's network does. */
export interface OpenInjixo extends Injixo {
  readonly origin: string;
  readonly integrationId: number;
  readonly key: string;
  send(body: unknown, headers?: Readonly<Record<string, string>>): Promise<TestAnswer>;
}

/** Starts a stand-in for a test; the test stops it. */
export const openInjixo = async (nowMs: number): Promise<OpenInjixo> => {
  const injixo = createInjixo({ clock: { now: () => nowMs } });
  const origin = await injixo.start();
  const { id } = injixo.account.addIntegration({ name: 'Acme', domain: 'acme.freshdesk.com' });
  const key = injixo.account.generateKey(id);

  const send: OpenInjixo['send'] = async (body, headers = {}) => {
    const response = await fetch(`${origin}/external-systems/contact-events`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
        'x-sandbox-scheme': 'https',
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { ...injixo, origin, integrationId: id, key, send };
};
