import { describe, expect, it } from 'vitest';
import { installedApp, type App } from './app';

const CREATED_AT = '2026-11-05T12:45:13Z';
const TODAY = '2026-11-05';

/** An app that delivered one ticket. */
async function withDelivery(): Promise<App> {
  const app = await installedApp();
  app.now = Date.parse(CREATED_AT);
  app.freshdesk.putTicket({ id: 412, group_id: 351, created_at: CREATED_AT });
  await app.fire('onTicketCreate');
  await app.minutes(30);
  return app;
}

describe('getOverview', () => {
  it('has nothing to show before the first run', async () => {
    const app = await installedApp();

    expect(await app.call('getOverview')).toMatchObject({ ok: true, overview: null, light: null });
  });

  it('shows what the last run prepared, and the light of now', async () => {
    const app = await withDelivery();

    const answer = await app.call('getOverview');

    expect(answer).toMatchObject({ ok: true, light: { kind: 'operational' }, cost: 1 });
    expect(answer['overview']).toMatchObject({
      accepted: 1,
      waiting: 0,
      queues: 1,
      timeZone: 'Europe/Berlin',
    });
  });

  it('says that the app is late when no run has come for an hour', async () => {
    const app = await withDelivery();
    app.now += 90 * 60_000;

    const { light } = await app.call('getOverview');

    expect(light).not.toMatchObject({ kind: 'operational' });
  });
});

describe('getVolumes', () => {
  it.each([
    ['queues', {}],
    ['day', { day: TODAY }],
    ['day', { day: TODAY, named: false }],
    ['days', { from: '2026-11-01', to: TODAY }],
    ['difference', { day: TODAY }],
    ['day', { day: TODAY, zone: 'Europe/Berlin' }],
  ])('shows the view %s, %j', async (view, request) => {
    const app = await withDelivery();

    const answer = await app.call('getVolumes', { view, ...request });

    expect(answer.ok).toBe(true);
    expect(answer.cost).toBeLessThanOrEqual(6);
  });

  it.each([
    [{ view: 'weeks' }],
    [{ view: 'day' }],
    [{ view: 'day', day: '2026-02-31' }],
    [{ view: 'day', day: '2020-01-01' }],
    [{ view: 'days', from: TODAY, to: '2026-11-01' }],
    [{ view: 'queues', day: TODAY }],
  ])('refuses %j', async (request) => {
    const app = await withDelivery();

    expect(await app.call('getVolumes', request)).toMatchObject({ ok: false, code: 'bad_request' });
  });
});

describe('checkSettings', () => {
  it('tries both keys, and repeats its answer when it is asked again at once', async () => {
    const app = await withDelivery();

    const first = await app.call('checkSettings');
    app.injixo.answerToAll = { status: 401 };
    const second = await app.call('checkSettings');
    app.now += 60_000;
    const third = await app.call('checkSettings');

    const resultsOf = ({ checks }: typeof first): unknown[] =>
      (checks as { result: string }[]).map(({ result }) => result);
    expect(resultsOf(first)).not.toContain('failed');
    expect(second['checks']).toEqual(first['checks']);
    expect(resultsOf(third)).toContain('failed');
  });

  it('says which fields are wrong', async () => {
    const app = await withDelivery();
    app.settings = { ...app.settings, injixo_api_key: '', alert_email: 'nobody' };

    const { checks } = await app.call('checkSettings');

    expect(checks).toContainEqual({ check: 'alert_email', result: 'failed', code: 'alert_email' });
  });
});

describe('getSupportFile', () => {
  it('has counters and versions, and neither keys nor names nor ids', async () => {
    const app = await withDelivery();

    const answer = await app.call('getSupportFile');

    expect(answer.ok).toBe(true);
    expect(JSON.stringify(answer)).not.toMatch(/sample-key|CustomerService|@/);
  });

  it('comes even when the store does not answer', async () => {
    const app = await withDelivery();
    app.stores.refuseWith = 500;
    app.schedules.refuseWith = 500;

    expect((await app.call('getSupportFile')).ok).toBe(true);
  });
});

describe('runNow', () => {
  it('refuses to run when the platform does not name the account', async () => {
    const app = await withDelivery();

    expect(await app.call('runNow', { force: true })).toMatchObject({ ok: false, code: 'bad_request' });
  });
});
