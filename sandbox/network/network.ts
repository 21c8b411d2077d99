import axios, { AxiosError, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import type { Clock } from '../support/clock';
import { createNewestList } from '../support/newest-list';
import type { StepOutcome, StepRunner } from '../support/step';
import { keepMap, restoreAll, type Restorable } from '../support/snapshot';
import { readWireHeaders, relayConfig, sendRelayed, tidyAnswer } from './relay';
import { dnsFailure, responseIn, timeoutFailure, tlsFailure, type DownHow } from './wire-failures';
import { asStream, noteTrickling } from './streamed-answer';
import { BLACK_HOLE_LATENCY_MS } from '../support/stand-in/answer';
import type { HttpAdapter } from './wired-axios';

/** One request of the package, without its headers and body. */
export interface LoggedRequest {
  readonly at: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** The query with its question mark, or an empty string. */
  readonly query: string;
  /** The answer's status, even if the caller had timed out; null if there was none. */
  readonly status: number | null;
}

/** The sandbox's name service and connections: maps public host names to local servers for the package's code. */
export interface Network extends Restorable {
  /** Maps a public host name to a local server. */
  route(hostname: string, origin: string): void;
  /** Makes a host unreachable, or (null) reachable again. */
  down(hostname: string, how: DownHow | null): void;
  /** Carries out the requests of one invocation: each is a step. */
  adapterFor(runner: StepRunner): HttpAdapter;
  /** Sends one request outside any invocation's axios: for request templates. */
  send(config: InternalAxiosRequestConfig): Promise<StepOutcome<AxiosResponse>>;
  /** The newest requests, oldest first. */
  requests(): readonly LoggedRequest[];
  clearRequests(): void;
}

/** Latency if the host does not state one, for example because the connection breaks. */
const DEFAULT_LATENCY_MS = 120;
const MAX_REQUESTS = 10_000;
/** No process listens on this port of a development machine. */
const CLOSED_ORIGIN = 'http://127.0.0.1:1';

interface Exchange {
  readonly outcome: StepOutcome<AxiosResponse>;
  readonly status: number | null;
}

/** Creates a network without hosts. */
export function createNetwork({ clock }: { readonly clock: Clock }): Network {
  const origins = new Map<string, string>();
  const downs = new Map<string, DownHow>();
  const log = createNewestList<LoggedRequest>(MAX_REQUESTS);

  const exchange = async (config: InternalAxiosRequestConfig, target: URL): Promise<Exchange> => {
    const origin = origins.get(target.hostname);
    const how = origin === undefined ? 'dns' : downs.get(target.hostname);
    if (how === 'dns') return failed(dnsFailure(config, target.hostname));
    if (how === 'tls') return failed(tlsFailure(config));
    return relay(config, relayConfig(config, target, how === 'refused' ? CLOSED_ORIGIN : `${origin}`), {
      startedAt: clock.now(),
      clock,
    });
  };

  const send: Network['send'] = async (config) => {
    const at = clock.now();
    const url = axios.getUri(config);
    if (!URL.canParse(url))
      return failed(new AxiosError('Invalid URL', 'ERR_INVALID_URL', config), 0).outcome;
    const target = new URL(url);
    const { outcome, status } = await exchange(config, target);
    const method = (config.method ?? 'get').toUpperCase();
    log.add({ at, method, host: target.host, path: target.pathname, query: target.search, status });
    return outcome;
  };

  return {
    route: (hostname, origin) => void origins.set(hostname, origin.replace(/\/$/, '')),
    down: (hostname, how) => void (how === null ? downs.delete(hostname) : downs.set(hostname, how)),
    adapterFor: (runner) => async (config) => {
      const label = labelOf(config);
      const response = await runner.perform({ kind: 'http', label, work: () => send(config) });
      return config.responseType === 'stream' ? asStream(response, runner, `a byte of ${label}`) : response;
    },
    send,
    requests: log.list,
    clearRequests: log.clear,
    takeSnapshot: () => restoreAll([keepMap(origins), keepMap(downs), log.takeSnapshot()]),
  };
}

function labelOf(config: InternalAxiosRequestConfig): string {
  const method = (config.method ?? 'get').toUpperCase();
  const url = axios.getUri(config);
  const target = URL.canParse(url) ? new URL(url) : null;
  return target === null ? `${method} (no address)` : `${method} ${target.host}${target.pathname}`;
}

interface Timing {
  readonly startedAt: number;
  readonly clock: Clock;
}

async function relay(
  config: InternalAxiosRequestConfig,
  relayed: InternalAxiosRequestConfig,
  timing: Timing,
): Promise<Exchange> {
  try {
    const response = await sendRelayed(relayed);
    return answered(response, config, { timing, error: null });
  } catch (error) {
    if (error instanceof AxiosError) error.config = config;
    if (isRefusedRedirect(error)) return failed(dnsFailure(config, 'where it was redirected to'));
    const response = responseIn(error);
    if (response !== undefined) return answered(response, config, { timing, error });
    return inTime(failed(error), config, error);
  }
}

function answered(
  response: AxiosResponse,
  config: InternalAxiosRequestConfig,
  { timing, error }: { timing: Timing; error: unknown },
): Exchange {
  const wire = readWireHeaders(response);
  const latencyMs = wire.latencyMs ?? DEFAULT_LATENCY_MS;
  const endsAt = Math.max(timing.clock.now(), timing.startedAt + latencyMs);
  tidyAnswer(response, config, wire.date ?? new Date(endsAt).toUTCString());
  if (wire.isTrickling) noteTrickling(response);
  // A time-out ends no body that comes byte by byte: whoever does not read it as a stream waits for ever.
  if (wire.isTrickling && config.responseType !== 'stream') {
    return {
      outcome: { ok: true, value: response, latencyMs: BLACK_HOLE_LATENCY_MS },
      status: response.status,
    };
  }
  const outcome: StepOutcome<AxiosResponse> =
    error === null ? { ok: true, value: response, latencyMs } : { ok: false, error, latencyMs };
  return inTime({ outcome, status: response.status }, config, response);
}

/** Replaces an answer that takes longer than the caller waits by the caller's timeout. */
function inTime(exchange: Exchange, config: InternalAxiosRequestConfig, holder: unknown): Exchange {
  const patienceMs = config.timeout ?? 0;
  if (patienceMs <= 0 || exchange.outcome.latencyMs <= patienceMs) return exchange;
  const { request } = Object(holder) as { request?: unknown };
  const error = timeoutFailure(config, request);
  return { outcome: { ok: false, error, latencyMs: patienceMs }, status: exchange.status };
}

/** Whether the relay refused a redirect to a host outside the sandbox. */
function isRefusedRedirect(error: unknown): boolean {
  return error instanceof AxiosError && error.code === 'ERR_FR_REDIRECTION_FAILURE';
}

function failed(error: unknown, latencyMs = DEFAULT_LATENCY_MS): Exchange {
  return { outcome: { ok: false, error, latencyMs }, status: null };
}
