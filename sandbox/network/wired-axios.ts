import axios, { type AxiosResponse, type AxiosStatic, type InternalAxiosRequestConfig } from 'axios';

/** What carries a request out; rejects as axios' own adapters do. */
export type HttpAdapter = (config: InternalAxiosRequestConfig) => Promise<AxiosResponse>;

/** The `axios` that the package's code gets: the real one, except that `adapter` carries out its requests. */
export function createWiredAxios(adapter: HttpAdapter): AxiosStatic {
  const wired = axios.create({ adapter });
  const { create } = wired;
  const rest = Object.entries(axios).filter(([name]) => !Object.hasOwn(wired, name));
  return Object.assign(wired, Object.fromEntries(rest), {
    create: (config: object = {}) => create({ ...config, adapter }),
    default: wired,
  }) as unknown as AxiosStatic;
}
