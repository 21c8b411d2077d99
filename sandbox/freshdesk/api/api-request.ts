import type { Request } from 'express';
import type { Agent } from '../model/people';

/** A call with a known caller, as endpoints receive it. */
export interface ApiRequest {
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The called origin, for links to the next page. */
  readonly origin: string;
  readonly caller: Agent;
}

const headerOf = (request: Request, name: string, fallback: string): string => request.get(name) ?? fallback;

/** Whether the call used plain HTTP before the sandbox's network forwarded it. */
export const isPlainHttp = (request: Request): boolean =>
  headerOf(request, 'x-sandbox-scheme', 'https') === 'http';

const textParams = (params: Request['params']): Record<string, string> =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));

/** Converts an express request for an endpoint. */
export const toApiRequest = (request: Request, caller: Agent): ApiRequest => ({
  path: request.path,
  params: textParams(request.params),
  query: new URL(request.originalUrl, 'http://localhost').searchParams,
  body: request.body,
  origin: `https://${headerOf(request, 'x-sandbox-host', 'acme.freshdesk.com')}`,
  caller,
});
