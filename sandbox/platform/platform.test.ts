import { noon, platformWith, removePackages } from './package-fixture';

afterAll(removePackages);

const dbFunction = `async function (args) {
  try { renderData(null, await $db[args.verb](...args.params)); } catch (error) { renderData(error); }
}`;

describe('an invocation', () => {
  it('gets the envelope that the platform documents', async () => {
    const { platform } = platformWith({
      onTicketCreate: 'async function (payload) { renderData(null, payload); }',
    });
    await platform.install({});

    const result = await platform.deliver({ name: 'onTicketCreate', data: { ticket: { id: 1 } } });

    expect(result).toMatchObject({
      event: 'onTicketCreate',
      handler: 'onTicketCreateHandler',
      outcome: 'done',
    });
    expect(result.rendered?.data).toEqual({
      currentHost: {
        subscribed_modules: ['support_ticket'],
        endpoint_urls: { freshdesk: 'https://acme.freshdesk.com' },
      },
      data: { ticket: { id: 1 } },
      event: 'onTicketCreate',
      iparams: {},
      app_settings: {},
      region: 'EUC',
      timestamp: noon / 1000 + 0.0004386,
    });
  });

  it('keeps nothing in memory for the next one', async () => {
    const count =
      'function () { globalThis.n = (globalThis.n || 0) + 1; renderData(null, { n: globalThis.n }); }';
    const { platform } = platformWith({ count }, { options: { hasFreshContexts: true } });
    await platform.install({});

    await platform.callFunction('count');
    const second = await platform.callFunction('count');

    expect(second.answer).toEqual({ ok: true, response: { n: 1 } });
  });

  it('moves the clock by what its calls take, side by side or one after the other', async () => {
    const { platform, clock } = platformWith({
      together: `async function () {
        await Promise.all([$db.set('a', { n: 1 }), $db.set('b', { n: 1 })]); renderData(null, { at: Date.now() }); }`,
      inTurn: `async function () {
        await $db.set('a', { n: 1 }); await $db.set('b', { n: 1 }); renderData(null, { at: new Date().getTime() }); }`,
    });
    await platform.install({});

    const together = await platform.callFunction('together');
    expect(together.answer).toEqual({ ok: true, response: { at: noon + 15 } });

    const inTurn = await platform.callFunction('inTurn');
    expect(inTurn.answer).toEqual({ ok: true, response: { at: noon + 45 } });
    expect(clock.now()).toBe(noon + 45);
    expect(inTurn.invocation?.calls).toEqual({ kv: 2, entity: 0, schedule: 0, http: 0, request: 0 });
  });

  it.each([
    ['kill before', []],
    ['kill after', ['a']],
  ] as const)('dies at the call that the hook names: %s', async (verdict, keys) => {
    const { platform } = platformWith({
      write: `async function () {
        try { await $db.set('a', { n: 1 }); } finally { console.log('heard'); await $db.set('b', { n: 1 }); } }`,
    });
    await platform.install({});
    platform.onStep = (step) => (step.n === 1 ? verdict : 'go');

    const { answer, invocation } = await platform.callFunction('write');

    expect(invocation?.outcome).toBe('killed');
    expect(answer).toMatchObject({ ok: false, status: 504 });
    expect(Object.keys(platform.stores().keyValues)).toEqual(keys);
    expect(platform.log()).toEqual([]);
  });

  it('is stopped at its limit', async () => {
    const { platform, clock } = platformWith({
      onTicketCreate:
        'async function () { for (;;) { await $db.get("x").catch(function () { return null; }); } }',
    });
    await platform.install({});

    const result = await platform.deliver({ name: 'onTicketCreate', data: {} });

    expect(result.outcome).toBe('timed out');
    expect(clock.now()).toBe(noon + 20_000);
  });

  it('runs into its limit when it waits for nothing', async () => {
    const { platform } = platformWith({
      onTicketCreate: 'function () { return new Promise(function (resolve) { return resolve === 1; }); }',
      silent: 'async function () { await $db.set("a", { n: 1 }); }',
    });
    await platform.install({});

    const waiting = await platform.deliver({ name: 'onTicketCreate', data: {} });
    expect(waiting).toMatchObject({ outcome: 'timed out', error: 'the handler never ended' });

    const silent = await platform.callFunction('silent');
    expect(silent.invocation).toMatchObject({ outcome: 'timed out', error: 'renderData was never called' });
  });

  it('fails when its handler throws, and calls left running are noted', async () => {
    const { platform } = platformWith({
      onTicketCreate: 'async function () { $db.set("a", { n: 1 }); throw new TypeError("no"); }',
    });
    await platform.install({});

    const result = await platform.deliver({ name: 'onTicketCreate', data: {} });

    expect(result).toMatchObject({ outcome: 'failed', error: 'TypeError: no' });
    expect(platform.violations()).toEqual([{ at: noon, invocation: 1, text: '1 calls were left running' }]);
  });

  it('hears what the faults inject', async () => {
    const { platform } = platformWith({ db: dbFunction });
    await platform.install({});
    platform.faults.refuse = (step) => (step.label === 'get x' ? { status: 500, message: 'Broken' } : null);

    const { answer } = await platform.callFunction('db', { verb: 'get', params: ['x'] });

    expect(answer).toEqual({ ok: false, status: 500, message: 'Broken' });
  });

  it('shows what it did in the entity store to whoever watches, also where it never heard of it', async () => {
    const entities = { notes: { fields: [{ name: 'text', type: 'text', required: true }] } };
    const { platform } = platformWith(
      {
        work: `async function () {
          const notes = $db.entity({ version: 'v1' }).get('notes');
          const { record } = await notes.create({ text: 'one' });
          await notes.create({}).catch(function () { return null; });
          await notes.getAll();
          await notes.delete(record.display_id);
          await notes.create({ text: 'two' });
          renderData(); }`,
      },
      { files: { 'config/entities.json': entities } },
    );
    await platform.install({});
    const seen: unknown[] = [];
    platform.onEntity = ({ verb, ids, isFirst, isLast }) => seen.push([verb, ids, isFirst, isLast]);
    platform.onStep = ({ n }) => (n === 5 ? 'kill after' : 'go');

    await platform.callFunction('work');

    expect(seen).toEqual([
      ['create', ['NOT-1'], true, true],
      ['getAll', ['NOT-1'], true, true],
      ['delete', ['NOT-1'], true, true],
      ['create', ['NOT-2'], true, true],
    ]);
  });
});
