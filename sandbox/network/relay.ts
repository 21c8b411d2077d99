import http from 'node:http';
import axios, { AxiosHeaders, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';

const agent = new http.Agent({ keepAlive: false });

/** The same request, addressed to a local server instead of the public host. */
export function relayConfig(
  config: InternalAxiosRequestConfig,
  target: URL,
  origin: string,
): InternalAxiosRequestConfig {
  const headers = AxiosHeaders.from(config.headers);
  const relayed: InternalAxiosRequestConfig = {
    ...config,
    url: `${origin}${target.pathname}${target.search}`,
    headers: new AxiosHeaders(headers.toJSON()),
    timeout: 0,
    // A body belongs to the step of its request: the package gets it as a stream only afterwards.
    ...(config.responseType === 'stream' ? { responseType: 'text' as const } : {}),
    proxy: false,
    httpAgent: agent,
    beforeRedirect: (options) => refuseForeignHost(String(options['hostname'])),
  };
  relayed.headers.set('x-sandbox-host', target.host);
  relayed.headers.set('x-sandbox-scheme', target.protocol.replace(':', ''));
  delete relayed.baseURL;
  delete relayed.params;
  return relayed;
}

/** Sends a relayed request with the real adapter; rejects as axios does. */
export function sendRelayed(config: InternalAxiosRequestConfig): Promise<AxiosResponse> {
  return axios.getAdapter('http')(config);
}

/** What the peer's sandbox headers tell of an answer. */
interface WireHeaders {
  readonly latencyMs: number | null;
  readonly date: string | null;
  readonly isTrickling: boolean;
}

/** The peer's sandbox headers. */
export function readWireHeaders(response: AxiosResponse): WireHeaders {
  const latency = header(response, 'x-sandbox-latency-ms');
  return {
    latencyMs: latency === null ? null : Number(latency),
    date: header(response, 'x-sandbox-date'),
    isTrickling: header(response, 'x-sandbox-trickle') !== null,
  };
}

/** Turns the answer into the one the package may see: its own config, no sandbox headers, the sandbox's date. */
export function tidyAnswer(response: AxiosResponse, config: InternalAxiosRequestConfig, date: string): void {
  const entries = Object.entries(AxiosHeaders.from(response.headers as AxiosHeaders).toJSON());
  const kept = entries.filter(([name]) => !name.toLowerCase().startsWith('x-sandbox-') && name !== 'date');
  response.headers = new AxiosHeaders({ ...Object.fromEntries(kept), date } as Record<string, string>);
  response.config = config;
}

function header(response: AxiosResponse, name: string): string | null {
  const value: unknown = AxiosHeaders.from(response.headers as AxiosHeaders).get(name);
  return value === undefined || value === null ? null : String(value);
}

function refuseForeignHost(hostname: string): void {
  if (hostname === '127.0.0.1' || hostname === 'localhost') return;
  throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' });
}
