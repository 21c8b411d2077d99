import axios, { type AxiosResponse, type AxiosStatic, type InternalAxiosRequestConfig } from 'axios';
import type { StepOutcome, StepRunner } from '../platform/step';

type SendOverWire = (config: InternalAxiosRequestConfig) => Promise<StepOutcome<AxiosResponse>>;

/** The `axios` that one invocation gets: the real one, except that its requests are steps and go over the wire. */
export function createWiredAxios(send: SendOverWire, runner: StepRunner): AxiosStatic {
  const adapter = (config: InternalAxiosRequestConfig): Promise<AxiosResponse> =>
    runner.perform({ kind: 'http', label: labelOf(config), work: () => send(config) });
  const wired = axios.create({ adapter });
  const { create } = wired;
  const rest = Object.entries(axios).filter(([name]) => !Object.hasOwn(wired, name));
  return Object.assign(wired, Object.fromEntries(rest), {
    create: (config: object = {}) => create({ ...config, adapter }),
    default: wired,
  }) as unknown as AxiosStatic;
}

function labelOf(config: InternalAxiosRequestConfig): string {
  const method = (config.method ?? 'get').toUpperCase();
  const url = axios.getUri(config);
  const target = URL.canParse(url) ? new URL(url) : null;
  return target === null ? `${method} (no address)` : `${method} ${target.host}${target.pathname}`;
}
