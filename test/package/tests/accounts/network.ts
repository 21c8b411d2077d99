import { Readable } from 'node:stream';
import { requirePackage } from '../platform/load-handlers';

/** A request as the app makes it. */
export interface Asked {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed body; null: none was sent. */
  readonly body: unknown;
}

/** An answer, or how the connection fails. */
export type Answer =
  | {
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly fails: 'ECONNREFUSED' | 'ECONNRESET' };

/** An account somewhere on the network. */
export type Account = (asked: Asked) => Answer;

interface AxiosConfig {
  readonly method?: string;
  readonly url?: string;
  readonly baseURL?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
  readonly headers: Iterable<readonly [string, unknown]>;
}

interface Axios {
  readonly AxiosError: new (message: string, code: string) => Error;
  create(config: object): object;
}

const axios = requirePackage('axios') as Axios;

function read({ method = 'get', url = '', baseURL = '', params = {}, data, headers }: AxiosConfig): Asked {
  const { host, pathname } = new URL(`${baseURL}${url}`);
  const texts = (pairs: Iterable<readonly [string, unknown]>): Record<string, string> =>
    Object.fromEntries([...pairs].map(([name, value]) => [name.toLowerCase(), String(value)]));
  return {
    method: method.toUpperCase(),
    host,
    path: pathname,
    query: texts(Object.entries(params)),
    headers: texts(headers),
    body: typeof data === 'string' ? JSON.parse(data) : null,
  };
}

/** A request whose answer is on its way; nothing of it is ever late. */
const OPEN_REQUEST = { setTimeout: () => undefined, on: () => undefined, destroy: () => undefined };

/**
 * The package axios with these accounts, by host, in place of the network. Each request reaches the account it names, or
 * fails as one to a host that does not exist.
 */
export function axiosTo(accounts: Readonly<Record<string, Account>>): object {
  const adapter = async (config: AxiosConfig): Promise<object> => {
    await Promise.resolve();
    const asked = read(config);
    const answer = accounts[asked.host]?.(asked) ?? { fails: 'ECONNREFUSED' as const };
    if ('fails' in answer) throw new axios.AxiosError('The connection failed', answer.fails);
    const { status, body, headers = {} } = answer;
    const text = body === undefined ? '' : JSON.stringify(body);
    const data = Readable.from(text === '' ? [] : [Buffer.from(text)]);
    return { status, statusText: '', headers, data, config, request: OPEN_REQUEST };
  };
  return { ...axios, create: (config: object) => axios.create({ ...config, adapter }) };
}
