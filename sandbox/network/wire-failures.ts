import { AxiosError, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';

/** How a host is unreachable. */
export type DownHow = 'refused' | 'dns' | 'tls';

/** An unknown host name. */
export function dnsFailure(config: InternalAxiosRequestConfig, hostname: string): AxiosError {
  const request = { socket: { connecting: true, secureConnecting: true } };
  return new AxiosError(`getaddrinfo ENOTFOUND ${hostname}`, 'ENOTFOUND', config, request);
}

/** A failed TLS handshake: nothing was sent, though it looks like a broken connection. */
export function tlsFailure(config: InternalAxiosRequestConfig): AxiosError {
  const request = { socket: { connecting: false, secureConnecting: true } };
  const message = 'Client network socket disconnected before secure TLS connection was established';
  return new AxiosError(message, 'ECONNRESET', config, request);
}

/** The caller timed out; the peer has received the request. */
export function timeoutFailure(config: InternalAxiosRequestConfig, request: unknown): AxiosError {
  const message = config.timeoutErrorMessage ?? `timeout of ${config.timeout ?? 0}ms exceeded`;
  const code = config.transitional?.clarifyTimeoutError === true ? 'ETIMEDOUT' : 'ECONNABORTED';
  return new AxiosError(message, code, config, request);
}

/** The response inside an error, if the peer answered. */
export function responseIn(error: unknown): AxiosResponse | undefined {
  return error instanceof AxiosError ? error.response : undefined;
}
