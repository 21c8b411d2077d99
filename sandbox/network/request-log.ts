/** One request that left the package: never its headers or its body. */
export interface LoggedRequest {
  readonly at: number;
  readonly endedAt: number;
  readonly invocation: number;
  readonly method: string;
  readonly host: string;
  readonly path: string;
  /** The query with its question mark, or nothing. */
  readonly query: string;
  /** The answer's status, also when the caller had given up; null when there was none. */
  readonly status: number | null;
  /** The error code that the caller got, if any. */
  readonly code: string | null;
}

export interface RequestLog {
  add(request: LoggedRequest): void;
  list(): readonly LoggedRequest[];
  clear(): void;
}

/** Keeps the newest requests. */
export function createRequestLog(maxRequests = 10_000): RequestLog {
  let requests: LoggedRequest[] = [];
  return {
    add: (request) => {
      requests.push(request);
      if (requests.length > maxRequests) requests = requests.slice(-Math.ceil(maxRequests / 2));
    },
    list: () => requests,
    clear: () => {
      requests = [];
    },
  };
}
