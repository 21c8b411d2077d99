import { noon, platformWith, removePackages } from '../package-fixture';

afterAll(removePackages);

const iparams = {
  key: { display_name: 'Key', type: 'text', required: true, secure: true },
  day: { display_name: 'Day', type: 'text', regex: { day: '^\\d{4}$', 'day-error': 'Enter a year' } },
  mode: { display_name: 'Mode', type: 'dropdown', options: ['A', 'B'], default_value: 'A' },
  mail: { display_name: 'Mail', type: 'email' },
};
const showIparams = 'function (args) { renderData(null, args.iparams); }';
const fill = { files: { 'config/iparams.json': iparams } };

describe('the installation', () => {
  it('checks the install page before it asks the app', async () => {
    const { platform } = platformWith({ onAppInstall: 'function () { renderData(); }' }, fill);

    const result = await platform.install({ day: 'soon', mode: 'C', mail: 'nobody', other: 1 });

    expect(result).toEqual({
      ok: false,
      reason: 'Invalid settings',
      problems: {
        key: 'is required',
        day: 'Enter a year',
        mode: 'is not one of the options',
        mail: 'is not an email address',
        other: 'is not a field of the page',
      },
      invocation: null,
    });
  });

  it('gives the settings to the app, and new ones from the next invocation on', async () => {
    const { platform } = platformWith({ show: showIparams }, fill);
    await platform.install({ key: 'k1' });
    expect((await platform.callFunction('show')).answer).toEqual({
      ok: true,
      response: { key: 'k1', mode: 'A' },
    });

    expect(platform.saveSettings({ key: '' })).toMatchObject({ ok: false });
    expect(platform.saveSettings({ key: 'k2', mode: 'B' })).toEqual({ ok: true });

    expect((await platform.callFunction('show')).answer).toEqual({
      ok: true,
      response: { key: 'k2', mode: 'B' },
    });
  });

  it.each([
    ['refuses', 'function () { renderData({ message: "Wrong key" }); }', 'Wrong key'],
    ['says nothing', 'function () { return 1; }', 'renderData was never called'],
    ['throws', 'function () { throw new Error("x"); }', 'Error: x'],
    [
      'uses the stores too early',
      'async function () { await $db.set("a", { n: 1 }).catch(renderData); }',
      'Data storage cannot be used before the installation has finished',
    ],
  ])('does not happen when the app %s', async (_what, handler, reason) => {
    const { platform } = platformWith({ onAppInstall: handler });

    await expect(platform.install({})).resolves.toMatchObject({ ok: false, reason });

    expect(platform.isInstalled()).toBe(false);
    expect((await platform.callFunction('any')).answer).toMatchObject({ ok: false, status: 403 });
  });

  it('leaves nothing of the settings behind when it is refused', async () => {
    const { platform } = platformWith(
      { onAppInstall: 'function () { renderData({ message: "No" }); }' },
      fill,
    );

    await platform.install({ key: 'k1' });

    expect(platform.settings()).toEqual({});
    expect(() => platform.saveSettings({ key: 'k2' })).toThrow('The app is not installed');
  });

  it('has 10 seconds, and messages of 60 characters', async () => {
    const { platform } = platformWith({
      onAppInstall: `async function () { const a = Date.now();
        while (Date.now() - a < 9990) { await $schedule.fetch({ name: 'x' }).catch(function () { return 0; }); }
        renderData({ message: 'm'.repeat(61) }); }`,
    });

    const { invocation } = await platform.install({});

    expect(invocation).toMatchObject({ outcome: 'done' });
    expect(platform.violations()).toMatchObject([{ text: 'renderData message of 61 characters' }]);
    platform.onStep = (step) => (step.n === 5 ? 'kill after' : 'go');
    await expect(platform.install({})).resolves.toMatchObject({
      ok: false,
      reason: 'The set-up event was killed',
    });
  });

  it('ends with the data gone, unless the app stands in the way', async () => {
    const { platform } = platformWith({
      write: 'async function () { await $db.set("a", { n: 1 }); renderData(); }',
      onAppUninstall:
        'async function () { await $db.delete("gone").then(renderData, function () { return renderData(); }); }',
    });
    await platform.install({});
    await platform.callFunction('write');
    platform.onStep = () => 'kill before';
    await expect(platform.uninstall()).resolves.toMatchObject({ ok: false });
    expect(platform.stores().keyValues).toEqual({ a: { n: 1 } });
    platform.onStep = () => 'go';

    await expect(platform.uninstall()).resolves.toMatchObject({ ok: true });

    expect(platform.stores().keyValues).toEqual({});
    await expect(platform.install({})).resolves.toMatchObject({ ok: true });
  });
});

describe('functions', () => {
  it('answer, refuse, and are refused by the platform', async () => {
    const { platform } = platformWith({
      echo: `function ({ request, timestamp, ...others }) {
        renderData(null, { request, timestamp, others: Object.keys(others).sort() }); }`,
      refuse: 'function () { renderData({ status: 403, message: "No" }); }',
    });
    await platform.install({});

    const echo = await platform.callFunction('echo', { request: { n: 1 } });
    const refuse = await platform.callFunction('refuse');
    const unknown = await platform.callFunction('unknown');
    const large = await platform.callFunction('echo', { request: 'x'.repeat(100_000) });

    expect(echo.answer).toEqual({
      ok: true,
      response: {
        request: { n: 1 },
        timestamp: noon,
        others: ['app_settings', 'currentHost', 'iparams', 'region'],
      },
    });
    expect(refuse.answer).toEqual({ ok: false, status: 403, message: 'No' });
    expect(unknown).toMatchObject({ answer: { ok: false, status: 404 }, invocation: null });
    expect(large).toMatchObject({ answer: { ok: false, status: 413 }, invocation: null });
  });

  it('can be called 50 times a minute', async () => {
    const { platform } = platformWith({ ping: 'function () { renderData(null, { ok: true }); }' });
    await platform.install({});
    for (let n = 0; n < 50; n += 1) await platform.callFunction('ping');

    const { answer } = await platform.callFunction('ping');

    expect(answer).toMatchObject({ ok: false, status: 429 });
    expect(platform.usage().function).toEqual({ calls: 51, highWater: 51, refused: 1 });
  });
});
