import axios, { type AxiosResponse, type AxiosStatic, type InternalAxiosRequestConfig } from 'axios';

/** Carries out a request; rejects as axios' own adapters do. */
export type HttpAdapter = (config: InternalAxiosRequestConfig) => Promise<AxiosResponse>;

/** The `axios` of the package's code: the real one, with `adapter` as its adapter. */
export function createWiredAxios(adapter: HttpAdapter): AxiosStatic {
  const wired = axios.create({ adapter });
  const { create } = wired;
  const rest = Object.entries(axios).filter(([name]) => !Object.hasOwn(wired, name));
  return Object.assign(wired, Object.fromEntries(rest), {
    create: (config: object = {}) => create({ ...config, adapter }),
    default: wired,
  }) as unknown as AxiosStatic;
}
