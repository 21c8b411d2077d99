import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { AxiosResponse } from 'axios';
import type { StepRunner } from '../support/step';

const BYTE_EVERY_MS = 1_000;
const trickling = new WeakSet<AxiosResponse>();

/** Notes that the body of an answer comes a byte a second. */
export function noteTrickling(response: AxiosResponse): void {
  trickling.add(response);
}

/** What the package may do with the request of a streamed answer. */
interface StreamedRequest {
  setTimeout(ms: number): void;
  on(event: string, take: () => void): void;
  destroy(): void;
}

/** The answer with its body as a stream: whole, or a byte a second in virtual time, each byte a step of the invocation. */
export function asStream(response: AxiosResponse, runner: StepRunner, label: string): AxiosResponse {
  if (!trickling.has(response)) {
    const request: StreamedRequest = {
      setTimeout: () => undefined,
      on: () => undefined,
      destroy: () => undefined,
    };
    return { ...response, data: Readable.from([Buffer.from(String(response.data))]), request };
  }
  const data = new Readable({ read: () => undefined });
  return { ...response, data, request: trickle(data, runner, label) };
}

/** Pushes a byte a second until the request is destroyed, or its longest silence is shorter than that. */
function trickle(body: Readable, runner: StepRunner, label: string): StreamedRequest {
  const listeners: (() => void)[] = [];
  let silenceMs: number | null = null;
  let isOver = false;
  const drip = async (): Promise<void> => {
    while (!isOver) {
      const latencyMs = Math.min(silenceMs ?? BYTE_EVERY_MS, BYTE_EVERY_MS);
      await runner.perform({ kind: 'http', label, work: () => ({ ok: true, value: null, latencyMs }) });
      if (latencyMs < BYTE_EVERY_MS) listeners.forEach((take) => take());
      else body.push(' ');
      // The package takes the byte, and may set another time-out.
      await setImmediate();
    }
  };
  return {
    setTimeout: (ms) => {
      if (silenceMs === null) void drip();
      silenceMs = ms === 0 ? Infinity : ms;
    },
    on: (event, take) => void (event === 'timeout' ? listeners.push(take) : 0),
    destroy: () => {
      isOver = true;
    },
  };
}
