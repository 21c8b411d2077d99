import { createServerFunctions, type Timers } from './server-functions';
import type { AppClient } from './app-client';
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

describe('the server’s functions', () => {
  it('say that there was no answer when a call never ends', async () => {
    const { client } = clientThat(() => new Promise(() => undefined));

    expect(await createServerFunctions(client, AT_ONCE).getOverview()).toEqual({
      ok: false,
      code: 'no_answer',
    });
  });

  it('put their own arguments under one key', async () => {
    const { calls, client } = clientThat(() => Promise.resolve({ ok: true }));
    const server = createServerFunctions(client, NEVER);
    await server.getDays('2026-11-01', '2026-11-05');
    await server.runHeldCommand('discard', 7);
    await server.controlHistory('pause');

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

    expect(await createServerFunctions(client, NEVER).getHeld()).toEqual(answer);
  });

  it.each([
    [{ status: 429, message: 'too many' }, 'throttled'],
    [{ status: 504 }, 'no_answer'],
    [new Error('offline'), 'no_answer'],
    [undefined, 'no_answer'],
  ])('never reject: %p', async (reason, code) => {
    const { client } = clientThat(() => Promise.reject(reason as Error));

    expect(await createServerFunctions(client, NEVER).getOverview()).toEqual({ ok: false, code });
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
