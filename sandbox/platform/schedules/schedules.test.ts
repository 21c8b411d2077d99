import { noon, platformWith, removePackages } from '../package-fixture';

afterAll(removePackages);

const MINUTE = 60_000;
const install = `async function () {
  await $schedule.create({ name: 'tick', data: { kind: 'tick' }, schedule_at: '2026-11-05T12:05:00Z',
    repeat: { time_unit: 'minutes', frequency: 5 } });
  renderData();
}`;
const logEvent =
  'async function (payload) { console.log(payload.event, payload.data.kind || payload.data.id); }';
const scheduleFunction = `async function (args) {
  try { renderData(null, await $schedule[args.verb](args.options)); } catch (error) { renderData(error); }
}`;

function lines(platform: { log(): readonly { text: string; at: number }[] }): readonly string[] {
  return platform.log().map(({ text, at }) => `${(at - noon) / 1000} ${text}`);
}

describe('schedules', () => {
  it('fire at their times, recurring ones again and again', async () => {
    const { platform, clock } = platformWith({ onAppInstall: install, onScheduledEvent: logEvent });
    await platform.install({});

    await platform.advanceTo(noon + 15 * MINUTE);

    expect(lines(platform)).toEqual([
      '300 onScheduledEvent tick',
      '600 onScheduledEvent tick',
      '900 onScheduledEvent tick',
    ]);
    expect(clock.now()).toBe(noon + 15 * MINUTE);
  });

  it('vanish after firing once, and go on after a handler that fails', async () => {
    const { platform } = platformWith({
      schedule: scheduleFunction,
      onScheduledEvent:
        'async function (payload) { console.log("fired", payload.data.kind); throw new Error("no"); }',
    });
    await platform.install({});
    for (const minute of ['06', '07']) {
      const options = { name: minute, data: { kind: minute }, schedule_at: `2026-11-05T12:${minute}:00Z` };
      const { answer } = await platform.callFunction('schedule', { verb: 'create', options });
      expect(answer).toMatchObject({ ok: true, response: { status: 200 } });
    }

    await platform.advance(20 * MINUTE);

    expect(lines(platform)).toEqual(['360 fired 06', '420 fired 07']);
    expect(platform.stores().schedules).toEqual([]);
    expect(platform.invocations().map(({ outcome }) => outcome)).toEqual([
      'done',
      'done',
      'failed',
      'failed',
    ]);
  });

  it.each([
    [
      'too early',
      { name: 'a', schedule_at: '2026-11-05T12:04:59Z' },
      'schedule_at should be at least 5 minutes ahead',
    ],
    ['not a time', { name: 'a', schedule_at: 'soon' }, 'schedule_at should be an ISO date-time in UTC'],
    [
      'too much data',
      { name: 'a', data: { t: 'x'.repeat(4001) }, schedule_at: '2026-11-05T13:00:00Z' },
      '4 KB',
    ],
    ['a name taken', { name: 'tick', schedule_at: '2026-11-05T13:00:00Z' }, 'already exists'],
    [
      'a second recurring one',
      { name: 'b', schedule_at: '2026-11-05T13:00:00Z', repeat: { time_unit: 'hours', frequency: 1 } },
      'No more than 1 recurring',
    ],
    [
      'an odd interval',
      { name: 'b', schedule_at: '2026-11-05T13:00:00Z', repeat: { time_unit: 'weeks', frequency: 1 } },
      'time_unit',
    ],
  ])('are refused: %s', async (_what, options, message) => {
    const { platform } = platformWith({ onAppInstall: install, schedule: scheduleFunction });
    await platform.install({});

    const { answer } = await platform.callFunction('schedule', { verb: 'create', options });

    expect(answer).toMatchObject({
      ok: false,
      status: 400,
      message: expect.stringContaining(message) as string,
    });
  });

  it('can be fetched, changed and deleted, and are missed with 404', async () => {
    const { platform } = platformWith({ onAppInstall: install, schedule: scheduleFunction });
    await platform.install({});
    const call = async (verb: string, options: object): Promise<unknown> =>
      (await platform.callFunction('schedule', { verb, options: { name: 'tick', ...options } })).answer;

    await call('update', { data: { kind: 'other' } });
    expect(await call('fetch', {})).toMatchObject({
      response: { name: 'tick', data: { kind: 'other' }, schedule_at: '2026-11-05T12:05:00.000Z' },
    });
    expect(await call('delete', {})).toMatchObject({ ok: true });

    for (const verb of ['fetch', 'update', 'delete']) {
      expect(await call(verb, {})).toEqual({ ok: false, status: 404, message: 'Schedule not found' });
    }
  });

  it('cannot become a second recurring one', async () => {
    const { platform } = platformWith({ onAppInstall: install, schedule: scheduleFunction });
    await platform.install({});
    const once = { name: 'once', schedule_at: '2026-11-05T13:00:00Z' };
    await platform.callFunction('schedule', { verb: 'create', options: once });

    const repeat = { time_unit: 'hours', frequency: 1 };
    const options = { name: 'once', repeat };
    const { answer } = await platform.callFunction('schedule', { verb: 'update', options });

    expect(answer).toMatchObject({ ok: false, status: 400 });
    expect(platform.stores().schedules).toMatchObject([{ name: 'tick' }, { name: 'once', repeat: null }]);
  });

  it('refuse short intervals when the account does', async () => {
    const { platform } = platformWith({ onAppInstall: install });
    platform.faults.minRepeatMinutes = 10;

    await expect(platform.install({})).resolves.toMatchObject({
      ok: false,
      reason: expect.any(String) as string,
    });
  });

  it('are not made up for when the clock jumps', async () => {
    const { platform, clock } = platformWith({ onAppInstall: install, onScheduledEvent: logEvent });
    await platform.install({});
    clock.set(noon + 61 * MINUTE);

    await platform.advance(5 * MINUTE);

    expect(lines(platform)).toEqual(['3660 onScheduledEvent tick', '3900 onScheduledEvent tick']);
  });

  it('can fall silent until they are made anew: a change does not wake them', async () => {
    const { platform } = platformWith({
      onAppInstall: install,
      onScheduledEvent: logEvent,
      schedule: scheduleFunction,
    });
    await platform.install({});
    const call = (verb: string, options: object): Promise<unknown> =>
      platform.callFunction('schedule', { verb, options: { name: 'tick', ...options } });
    const again = {
      data: { kind: 'new' },
      schedule_at: '2026-11-05T12:30:00Z',
      repeat: { time_unit: 'minutes', frequency: 5 },
    };

    platform.silenceSchedule('tick');
    await call('update', again);
    await platform.advance(20 * MINUTE);
    expect(lines(platform)).toEqual([]);
    expect(platform.stores().schedules).toMatchObject([{ name: 'tick' }]);

    await call('delete', {});
    await call('create', again);
    await platform.advance(10 * MINUTE);
    expect(lines(platform)).toEqual(['1800 onScheduledEvent new']);
  });
});
