import axios, {
  AxiosError,
  type AxiosResponse,
  type AxiosStatic,
  type InternalAxiosRequestConfig,
} from 'axios';
import type { Clock } from './clock';
import { readWireHeaders, relayConfig, sendRelayed, tidyAnswer } from './network/relay';
import { createRequestLog, type LoggedRequest } from './network/request-log';
import { dnsFailure, responseIn, timeoutFailure, tlsFailure, type DownHow } from './network/wire-failures';
import { createWiredAxios } from './network/wired-axios';
import type { StepOutcome, StepRunner } from './platform/step';

export type { LoggedRequest } from './network/request-log';
export type { DownHow } from './network/wire-failures';

/** The sandbox's name service and wires: what public host names lead to, for code in the package. */
export interface Network {
  /** Leads a public host name to a local server. */
  route(hostname: string, origin: string): void;
  /** Takes a host out of reach, or (null) back. */
  down(hostname: string, how: DownHow | null): void;
  /** How long a host takes when its answer does not say, for example when it breaks the connection. */
  slow(hostname: string, latencyMs: number): void;
  /** The `axios` of one invocation. */
  axiosFor(runner: StepRunner): AxiosStatic;
  /** Sends one request outside any invocation's axios: for request templates. */
  send(config: InternalAxiosRequestConfig, invocation: number): Promise<StepOutcome<AxiosResponse>>;
  /** The newest requests, oldest first. */
  requests(): readonly LoggedRequest[];
  clearRequests(): void;
}

const DEFAULT_LATENCY_MS = 120;
/** Nothing listens on this port of a development machine. */
const CLOSED_ORIGIN = 'http://127.0.0.1:1';

interface Exchange {
  readonly outcome: StepOutcome<AxiosResponse>;
  readonly status: number | null;
}

/** Makes a network without any hosts. */
export function createNetwork({ clock }: { readonly clock: Clock }): Network {
  const origins = new Map<string, string>();
  const downs = new Map<string, DownHow>();
  const latencies = new Map<string, number>();
  const log = createRequestLog();

  const exchange = async (config: InternalAxiosRequestConfig, target: URL): Promise<Exchange> => {
    const origin = origins.get(target.hostname);
    const how = origin === undefined ? 'dns' : downs.get(target.hostname);
    const latencyMs = latencies.get(target.hostname) ?? DEFAULT_LATENCY_MS;
    const timing = { startedAt: clock.now(), clock, latencyMs };
    if (how === 'dns') return failed(dnsFailure(config, target.hostname), latencyMs);
    if (how === 'tls') return failed(tlsFailure(config), latencyMs);
    return relay(
      config,
      relayConfig(config, target, how === 'refused' ? CLOSED_ORIGIN : `${origin}`),
      timing,
    );
  };

  const send: Network['send'] = async (config, invocation) => {
    const at = clock.now();
    const url = axios.getUri(config);
    if (!URL.canParse(url))
      return failed(new AxiosError('Invalid URL', 'ERR_INVALID_URL', config), 0).outcome;
    const target = new URL(url);
    const { outcome, status } = await exchange(config, target);
    const method = (config.method ?? 'get').toUpperCase();
    const place = { method, host: target.host, path: target.pathname, query: target.search };
    log.add({ at, endedAt: at + outcome.latencyMs, invocation, ...place, status, code: codeOf(outcome) });
    return outcome;
  };

  return {
    route: (hostname, origin) => void origins.set(hostname, origin.replace(/\/$/, '')),
    down: (hostname, how) => void (how === null ? downs.delete(hostname) : downs.set(hostname, how)),
    slow: (hostname, latencyMs) => void latencies.set(hostname, latencyMs),
    axiosFor: (runner) => createWiredAxios(send, runner),
    send,
    requests: log.list,
    clearRequests: log.clear,
  };
}

interface Timing {
  readonly startedAt: number;
  readonly clock: Clock;
  readonly latencyMs: number;
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
    if (isRefusedRedirect(error))
      return failed(dnsFailure(config, 'where it was redirected to'), timing.latencyMs);
    const response = responseIn(error);
    if (response !== undefined) return answered(response, config, { timing, error });
    return inTime(failed(error, timing.latencyMs), config, error);
  }
}

function answered(
  response: AxiosResponse,
  config: InternalAxiosRequestConfig,
  { timing, error }: { timing: Timing; error: unknown },
): Exchange {
  const wire = readWireHeaders(response);
  const latencyMs = wire.latencyMs ?? timing.latencyMs;
  const endsAt = Math.max(timing.clock.now(), timing.startedAt + latencyMs);
  tidyAnswer(response, config, wire.date ?? new Date(endsAt).toUTCString());
  const outcome: StepOutcome<AxiosResponse> =
    error === null ? { ok: true, value: response, latencyMs } : { ok: false, error, latencyMs };
  return inTime({ outcome, status: response.status }, config, response);
}

/** Replaces what took longer than the caller waits by the caller's timeout. */
function inTime(exchange: Exchange, config: InternalAxiosRequestConfig, holder: unknown): Exchange {
  const patienceMs = config.timeout ?? 0;
  if (patienceMs <= 0 || exchange.outcome.latencyMs <= patienceMs) return exchange;
  const { request } = Object(holder) as { request?: unknown };
  const error = timeoutFailure(config, request);
  return { outcome: { ok: false, error, latencyMs: patienceMs }, status: exchange.status };
}

/** The relay follows no redirect to a host outside the sandbox. */
function isRefusedRedirect(error: unknown): boolean {
  return error instanceof AxiosError && error.code === 'ERR_FR_REDIRECTION_FAILURE';
}

function failed(error: unknown, latencyMs: number): Exchange {
  return { outcome: { ok: false, error, latencyMs }, status: null };
}

function codeOf(outcome: StepOutcome<AxiosResponse>): string | null {
  return !outcome.ok && outcome.error instanceof AxiosError ? (outcome.error.code ?? null) : null;
}
