import { createFreshdesk } from '../create-freshdesk';
import type { Freshdesk, FreshdeskInput } from '../create-freshdesk';

/** Options of a test call. */
export interface TestCall {
  readonly key?: string;
  readonly scheme?: 'http' | 'https';
  readonly post?: unknown;
}

/** The answer to a test call. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined if empty. */
  readonly json: unknown;
}

/** A listening stand-in, its clock, and a way to call the API as the sandbox's network does. */
export interface OpenFreshdesk extends Freshdesk {
  readonly clock: { value: number; now(): number };
  ask(path: string, call?: TestCall): Promise<TestAnswer>;
}

const parse = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Starts a stand-in for a test; the test stops it. */
export const openFreshdesk = async (input: Omit<FreshdeskInput, 'clock'> = {}): Promise<OpenFreshdesk> => {
  const clock = {
    value: Date.parse('2026-11-02T08:00:00Z'),
    now(): number {
      return this.value;
    },
  };
  const freshdesk = createFreshdesk({ ...input, clock });
  const origin = await freshdesk.start();

  const ask: OpenFreshdesk['ask'] = async (path, { key, scheme = 'https', post } = {}) => {
    const credentials = Buffer.from(`${key ?? freshdesk.admin.apiKey}:X`).toString('base64');
    const response = await fetch(`${origin}${path}`, {
      method: post === undefined ? 'GET' : 'POST',
      headers: {
        Authorization: `Basic ${credentials}`,
        'Content-Type': 'application/json',
        'x-sandbox-scheme': scheme,
        'x-sandbox-host': 'acme.freshdesk.com',
      },
      ...(post === undefined ? {} : { body: typeof post === 'string' ? post : JSON.stringify(post) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parse(text) };
  };
  return { ...freshdesk, clock, ask };
};
