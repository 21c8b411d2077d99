import { AxiosError, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';

/** How a host can be out of reach. */
export type DownHow = 'refused' | 'dns' | 'tls';

/** A name that nobody answers for. */
export function dnsFailure(config: InternalAxiosRequestConfig, hostname: string): AxiosError {
  const request = { socket: { connecting: true, secureConnecting: true } };
  return new AxiosError(`getaddrinfo ENOTFOUND ${hostname}`, 'ENOTFOUND', config, request);
}

/** A TLS handshake that breaks: nothing was sent yet, though it looks like a broken connection. */
export function tlsFailure(config: InternalAxiosRequestConfig): AxiosError {
  const request = { socket: { connecting: false, secureConnecting: true } };
  const message = 'Client network socket disconnected before secure TLS connection was established';
  return new AxiosError(message, 'ECONNRESET', config, request);
}

/** The caller's patience ended; the peer has the request all the same. */
export function timeoutFailure(config: InternalAxiosRequestConfig, request: unknown): AxiosError {
  const message = config.timeoutErrorMessage ?? `timeout of ${config.timeout ?? 0}ms exceeded`;
  const code = config.transitional?.clarifyTimeoutError === true ? 'ETIMEDOUT' : 'ECONNABORTED';
  return new AxiosError(message, code, config, request);
}

/** The answer inside an error, when the peer did answer. */
export function responseIn(error: unknown): AxiosResponse | undefined {
  return error instanceof AxiosError ? error.response : undefined;
}
