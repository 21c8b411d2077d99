import type { DayAnswer, Exchange, Overview, PageFunctions } from '../../../server/page-contract';
import type { Answer, HeldCommand, ServerFunctions } from '../sections/page-parts.ts';
import type { AppClient } from './app-client.ts';
import { createKeptAnswers, createQueueNames, versionOf, versionOfQueues } from './kept-answers.ts';
import type { Pace } from './pace-calls.ts';

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

/** An answer with what it cost; null: not known. */
interface ChargedAnswer<T> {
  readonly answer: Answer<T>;
  readonly cost: number | null;
}

function readAnswer<T>(response: unknown): ChargedAnswer<T> {
  if (typeof response !== 'object' || response === null) {
    return { answer: { ok: false, code: 'no_answer' }, cost: null };
  }
  const { ok, code, cost } = response as { ok?: unknown; code?: unknown; cost?: unknown };
  const known = typeof cost === 'number' ? cost : null;
  // The server belongs to the same package: an answer with `ok` matches the contract.
  if (ok === true) return { answer: { ok: true, value: response as T }, cost: known };
  return { answer: { ok: false, code: typeof code === 'string' ? code : 'no_answer' }, cost: known };
}

/** True when the platform's limit was the reason: the page then rests. */
function isLimit(code: string): boolean {
  return code === 'store_limit' || code === 'throttled';
}

/** Operations that are expected until an answer has said what it cost; a run costs the page none. */
const EXPECTED: Readonly<Record<string, number>> = {
  ...{ getOverview: 1, getHeld: 1, runNow: 0, getSupportFile: 4 },
  ...{ sendHeld: 3, discardHeld: 3, restoreHeld: 3, controlHistory: 3, checkSettings: 3, nameGroup: 1 },
  ...{
    'getVolumes queues': 3,
    'getVolumes names': 1,
    'getVolumes day': 2,
    'getVolumes days': 2,
    'getVolumes difference': 3,
  },
};

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

/** Calls functions of the server, each in its turn. */
function createCall(client: AppClient, timers: Timers, pace: Pace) {
  const costs = new Map(Object.entries(EXPECTED));
  return async <Name extends keyof PageFunctions, Request extends PageFunctions[Name]['request']>(
    name: Name,
    request: Request,
    isOnlyNow = false,
  ): Promise<Answer<AnswerTo<PageFunctions[Name], Request>>> => {
    type Wanted = ChargedAnswer<AnswerTo<PageFunctions[Name], Request>>;
    const price = 'view' in request ? `${name} ${String(request['view'])}` : name;
    const lane = price === name || isOnlyNow ? null : price;
    const cost = costs.get(price) ?? 1;
    const call = async (): Promise<Wanted> => {
      try {
        return readAnswer(await answerInTime(client.request.invoke(name, { request }), timers));
      } catch (error) {
        return { answer: { ok: false, code: isThrottled(error) ? 'throttled' : 'no_answer' }, cost: null };
      }
    };
    const charge = ({ answer, cost: real }: Wanted) => {
      if (answer.ok) costs.set(price, real ?? cost);
      return { cost: real ?? cost, isRefused: !answer.ok && isLimit(answer.code) };
    };
    const replaced: Wanted = { answer: { ok: false, code: 'replaced' }, cost: 0 };
    return (await pace({ lane, cost, isOnlyNow, call, charge, replaced })).answer;
  };
}

/** True when numbers lack something: the server then has to look up what, and finds the zone there too. */
function hasLacking({ lacking }: Overview): boolean {
  return lacking !== undefined && (lacking.slots !== '' || lacking.days.length > 0);
}

/** The server's functions about volumes: answers that no batch has changed since are not asked for again. */
function createVolumes(
  call: ReturnType<typeof createCall>,
  overview: () => Overview | null,
): Pick<ServerFunctions, 'getNames' | 'getQueues' | 'getDay' | 'getDays' | 'getDifference'> {
  const { keep } = createKeptAnswers();
  const names = createQueueNames();
  const zone = (): { readonly zone?: string | null } => {
    const seen = overview();
    return seen === null || hasLacking(seen) ? {} : { zone: seen.timeZone ?? null };
  };
  const askDay = async (day: string, isOnlyNow: boolean): Promise<Answer<DayAnswer>> => {
    const request = { view: 'day', day, ...zone() } as const;
    const asked = names.areKnown() ? { ...request, named: false } : request;
    const answer = await call('getVolumes', asked, isOnlyNow);
    const whole = answer.ok ? names.complete(answer.value) : null;
    if (whole !== null) return { ok: true, value: whole };
    // A queue that came since the names were read.
    return answer.ok ? call('getVolumes', request) : answer;
  };
  return {
    getQueues: async () => {
      const ask = () => call('getVolumes', { view: 'queues', ...zone() });
      const answer = await keep('queues', versionOfQueues(overview()), ask);
      if (answer.ok) names.learnAll(answer.value);
      return answer;
    },
    getNames: () => call('getVolumes', { view: 'names', ...zone() }),
    getDay: (day, isOnlyNow = false) =>
      keep(`day ${day}`, versionOf(overview(), day, day), () => askDay(day, isOnlyNow)),
    getDays: (from, to) =>
      keep(`days ${from} ${to}`, versionOf(overview(), from, to), () =>
        call('getVolumes', { view: 'days', from, to, ...zone() }),
      ),
    getDifference: (day) =>
      keep(`difference ${day}`, versionOf(overview(), day, day), () =>
        call('getVolumes', { view: 'difference', day, ...zone() }),
      ),
  };
}

/** Creates the typed server functions of this page. */
export function createServerFunctions(client: AppClient, timers: Timers, pace: Pace): ServerFunctions {
  const call = createCall(client, timers, pace);
  const seen: { overview: Overview | null } = { overview: null };
  return {
    ...createVolumes(call, () => seen.overview),
    getOverview: async () => {
      const answer = await call('getOverview', {});
      if (answer.ok) seen.overview = answer.value.overview;
      return answer;
    },
    getActivity: (activity) => call('getOverview', { activity }),
    getHeld: () => call('getHeld', {}),
    getBatch: (number) => call('getHeld', { number }),
    runHeldCommand: (command, number) => call(HELD_FUNCTIONS[command], { number }),
    controlHistory: (asked) => call('controlHistory', asked),
    saveNames: (names) => call('nameGroup', { names }),
    runNow: () => call('runNow', {}),
    checkSettings: () => call('checkSettings', {}),
    getSupportFile: () => call('getSupportFile', {}),
  };
}
