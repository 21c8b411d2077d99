import { createServerFunctions, type Timers } from './server-functions';
import type { AppClient } from './app-client';
import type { Pace } from './pace-calls';
import { languageOf, readLanguage } from './user-language';

interface Call {
  readonly name: string;
  readonly args: object;
}

function clientThat(
  respond: () => Promise<unknown>,
  user: () => Promise<object> = () => Promise.resolve({}),
) {
  const calls: Call[] = [];
  const client: AppClient = {
    events: { on: () => undefined },
    data: { get: user },
    request: {
      invoke: async (name, args) => {
        calls.push({ name, args });
        return { response: await respond() };
      },
    },
  };
  return { calls, client };
}

/** Timers that never fire, and timers that fire at once. */
const NEVER: Timers = { after: () => 1, cancel: () => undefined };
const AT_ONCE: Timers = {
  after: (_ms, act) => {
    act();
    return 1;
  },
  cancel: () => undefined,
};

/** Every call at once, at no price. */
const unpaced: Pace = ({ call }) => call();

describe('the server’s functions', () => {
  it('say that there was no answer when a call never ends', async () => {
    const { client } = clientThat(() => new Promise(() => undefined));

    expect(await createServerFunctions(client, AT_ONCE, unpaced).getOverview()).toEqual({
      ok: false,
      code: 'no_answer',
    });
  });

  it('put their own arguments under one key', async () => {
    const { calls, client } = clientThat(() => Promise.resolve({ ok: true }));
    const server = createServerFunctions(client, NEVER, unpaced);
    await server.getDays('2026-11-01', '2026-11-05');
    await server.runHeldCommand('discard', 7);
    await server.controlHistory({ command: 'pause' });

    expect(calls).toEqual([
      { name: 'getVolumes', args: { request: { view: 'days', from: '2026-11-01', to: '2026-11-05' } } },
      { name: 'discardHeld', args: { request: { number: 7 } } },
      { name: 'controlHistory', args: { request: { command: 'pause' } } },
    ]);
  });

  it.each([
    [
      { ok: true, held: [] },
      { ok: true, value: { ok: true, held: [] } },
    ],
    [
      { ok: false, code: 'not_held', params: {} },
      { ok: false, code: 'not_held' },
    ],
    [{ ok: false }, { ok: false, code: 'no_answer' }],
    [null, { ok: false, code: 'no_answer' }],
    ['text', { ok: false, code: 'no_answer' }],
  ])('understand %j', async (response, answer) => {
    const { client } = clientThat(() => Promise.resolve(response));

    expect(await createServerFunctions(client, NEVER, unpaced).getHeld()).toEqual(answer);
  });

  it.each([
    [{ status: 429, message: 'too many' }, 'throttled'],
    [{ status: 504 }, 'no_answer'],
    [new Error('offline'), 'no_answer'],
    [undefined, 'no_answer'],
  ])('never reject: %p', async (reason, code) => {
    const { client } = clientThat(() => Promise.reject(reason as Error));

    expect(await createServerFunctions(client, NEVER, unpaced).getOverview()).toEqual({ ok: false, code });
  });
});

describe('the price of a call', () => {
  /** The charges of these answers to `ask`. */
  async function chargesOf(
    responses: readonly object[],
    ask: (server: ReturnType<typeof createServerFunctions>) => Promise<unknown>,
  ) {
    const left = [...responses];
    const { client } = clientThat(() => Promise.resolve(left.shift()));
    const charges: unknown[] = [];
    const pace: Pace = async ({ cost, call, charge }) => {
      const answer = await call();
      charges.push([cost, charge(answer)]);
      return answer;
    };
    const server = createServerFunctions(client, NEVER, pace);
    while (left.length > 0) await ask(server);
    return charges;
  }

  it('is what the answer says, and is expected the next time', async () => {
    const charges = await chargesOf([{ ok: true, cost: 2 }, { ok: true, cost: 4 }, { ok: true }], (server) =>
      server.getHeld(),
    );

    expect(charges).toEqual([
      [1, { cost: 2, isRefused: false }],
      [2, { cost: 4, isRefused: false }],
      [4, { cost: 4, isRefused: false }],
    ]);
  });

  it.each(['store_limit', 'throttled'])('makes the page rest after %s', async (code) => {
    const charges = await chargesOf([{ ok: false, code, cost: 1 }], (server) => server.getHeld());

    expect(charges).toEqual([[1, { cost: 1, isRefused: true }]]);
  });

  it('is nothing for a run', async () => {
    const charges = await chargesOf([{ ok: true, cost: 0 }, {}], (server) => server.runNow());

    expect(charges).toEqual([
      [0, { cost: 0, isRefused: false }],
      [0, { cost: 0, isRefused: false }],
    ]);
  });
});

describe('answers about volumes', () => {
  const overview = (changed: object, lacking?: object) => {
    return { ok: true, overview: { changed, lacking, timeZone: 'Etc/UTC', queues: 1 } };
  };
  const dayOf = (place: number, identifier = '') => ({
    ok: true,
    queues: [{ place, identifier, name: identifier, slots: [] }],
  });

  /** A server that answers in this order, and the requests that it got. */
  function serverThat(...responses: readonly object[]) {
    const left = [...responses];
    const { calls, client } = clientThat(() => Promise.resolve(left.shift()));
    return { calls, server: createServerFunctions(client, NEVER, unpaced) };
  }

  it('are kept until a batch changes the day', async () => {
    const { calls, server } = serverThat(
      overview({ '2026-11-05': 7 }),
      dayOf(0, 'a'),
      overview({ '2026-11-05': 7, '2026-11-09': 8 }),
      overview({ '2026-11-05': 9 }),
      dayOf(0),
    );

    await server.getOverview();
    await server.getDay('2026-11-04');
    await server.getDay('2026-11-04');
    await server.getOverview();
    await server.getDay('2026-11-04');
    expect(calls).toHaveLength(3);
    await server.getOverview();
    const answer = await server.getDay('2026-11-04');

    expect(answer).toMatchObject({ ok: true, value: { queues: [{ identifier: 'a', name: 'a' }] } });
    expect(calls.map(({ args }) => args)).toEqual([
      { request: {} },
      { request: { view: 'day', day: '2026-11-04', zone: 'Etc/UTC' } },
      { request: {} },
      { request: {} },
      { request: { view: 'day', day: '2026-11-04', zone: 'Etc/UTC', named: false } },
    ]);
  });

  it('are asked for without a zone where counts lack something, and again when they no longer do', async () => {
    const { calls, server } = serverThat(
      overview({}, { slots: '', days: [20762] }),
      { ok: true },
      overview({}, { slots: '', days: [] }),
      { ok: true },
    );

    await server.getOverview();
    await server.getDays('2026-11-04', '2026-11-05');
    await server.getOverview();
    await server.getDays('2026-11-04', '2026-11-05');

    const request = { view: 'days', from: '2026-11-04', to: '2026-11-05' };
    expect(calls.map(({ args }) => args)).toEqual([
      { request: {} },
      { request },
      { request: {} },
      { request: { ...request, zone: 'Etc/UTC' } },
    ]);
  });

  it('are asked for again while nobody knows what changed, and when they failed', async () => {
    const { calls, server } = serverThat(
      { ok: true, days: [], queues: [] },
      overview({}),
      { ok: false, code: 'store_limit' },
      { ok: true, days: [], queues: [] },
    );

    await server.getQueues();
    await server.getOverview();
    await server.getQueues();
    await server.getQueues();
    await server.getQueues();

    expect(calls).toHaveLength(4);
  });

  it('name a queue that came since the names were read', async () => {
    const { calls, server } = serverThat(overview({}), dayOf(0, 'a'), dayOf(1), dayOf(1, 'b'));

    await server.getOverview();
    await server.getDay('2026-11-04');
    const answer = await server.getDay('2026-11-05');

    expect(answer).toMatchObject({ ok: true, value: { queues: [{ identifier: 'b' }] } });
    expect(calls).toHaveLength(4);
  });
});

describe('the user’s language', () => {
  it.each([
    [{ loggedInUser: { contact: { language: 'de' }, language: 'fr' } }, 'de'],
    [{ loggedInUser: { language: 'fr' } }, 'fr'],
    [{ loggedInUser: null }, undefined],
    [{}, undefined],
  ])('is found in %j', (answer, language) => {
    expect(languageOf(answer)).toBe(language);
  });

  it('is the browser’s when the platform does not tell', async () => {
    const { client } = clientThat(
      () => Promise.resolve({}),
      () => Promise.reject(new Error('no')),
    );

    expect(await readLanguage(client, 'it-IT')).toBe('it');
  });
});
