import type { Exchange, PageFunctions } from '../../../server/page-contract';
import type { Answer, HeldCommand, ServerFunctions } from '../sections/page-parts.ts';
import type { AppClient } from './app-client.ts';

const HELD_FUNCTIONS = {
  send: 'sendHeld',
  discard: 'discardHeld',
  restore: 'restoreHeld',
} as const satisfies Readonly<Record<HeldCommand, keyof PageFunctions>>;

/** The answer of the exchange with this request. */
type AnswerTo<Each, Request> =
  Each extends Exchange<infer Taken, infer Given> ? (Request extends Taken ? Given : never) : never;

const THROTTLED = 429;

function isThrottled(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === THROTTLED;
}

function readAnswer<T>(response: unknown): Answer<T> {
  if (typeof response !== 'object' || response === null) return { ok: false, code: 'no_answer' };
  const { ok, code } = response as { readonly ok?: unknown; readonly code?: unknown };
  // The server belongs to the same package: an answer with `ok` matches the contract.
  if (ok === true) return { ok: true, value: response as T };
  return { ok: false, code: typeof code === 'string' ? code : 'no_answer' };
}

/** Longer than any function may run (20 s): no answer comes after this time. */
const LONGEST_MS = 30_000;

/** The browser's timers. */
export interface Timers {
  after(ms: number, act: () => void): number;
  cancel(timer: number): void;
}

/** The answer of a call, or undefined after the time limit. */
async function answerInTime(call: Promise<{ readonly response: unknown }>, timers: Timers): Promise<unknown> {
  const clock: { timer?: number } = {};
  const timeLimit = new Promise<{ readonly response: unknown }>((resolve) => {
    clock.timer = timers.after(LONGEST_MS, () => resolve({ response: null }));
  });
  try {
    return (await Promise.race([call, timeLimit])).response;
  } finally {
    timers.cancel(clock.timer ?? 0);
  }
}

/** Creates the typed server functions of this page. */
export function createServerFunctions(client: AppClient, timers: Timers): ServerFunctions {
  const call = async <Name extends keyof PageFunctions, Request extends PageFunctions[Name]['request']>(
    name: Name,
    request: Request,
  ): Promise<Answer<AnswerTo<PageFunctions[Name], Request>>> => {
    try {
      return readAnswer(await answerInTime(client.request.invoke(name, { request }), timers));
    } catch (error) {
      return { ok: false, code: isThrottled(error) ? 'throttled' : 'no_answer' };
    }
  };
  return {
    getOverview: () => call('getOverview', {}),
    getQueues: () => call('getVolumes', { view: 'queues' }),
    getDay: (day) => call('getVolumes', { view: 'day', day }),
    getDays: (from, to) => call('getVolumes', { view: 'days', from, to }),
    getDifference: (day) => call('getVolumes', { view: 'difference', day }),
    getHeld: () => call('getHeld', {}),
    getBatch: (number) => call('getHeld', { number }),
    runHeldCommand: (command, number) => call(HELD_FUNCTIONS[command], { number }),
    controlHistory: (command) => call('controlHistory', { command }),
    runNow: () => call('runNow', {}),
    checkSettings: () => call('checkSettings', {}),
    getSupportFile: () => call('getSupportFile', {}),
  };
}
