import { describe, expect, it } from 'vitest';
import { INSTALLED_AT, installedApp, type App } from './app';

const DAY_MS = 86_400_000;

const daysAgo = (days: number): string =>
  new Date(INSTALLED_AT - days * DAY_MS).toISOString().replace('.000', '');

/** An app whose account has a past of three tickets and a reply, and that was told to import it. */
async function withPast(): Promise<App> {
  const app = await installedApp({ history_from: '2026-10-01' });
  const { freshdesk } = app;
  freshdesk.putTicket({ id: 100, group_id: 351, created_at: daysAgo(40) });
  freshdesk.putTicket({ id: 201, group_id: 351, created_at: daysAgo(20) });
  freshdesk.putTicket({ id: 202, group_id: null, created_at: daysAgo(10), deleted: true });
  freshdesk.putTicket({ id: 203, group_id: 351, source: 3, created_at: daysAgo(5) });
  freshdesk.addReply({ id: 8801, ticket_id: 201, created_at: daysAgo(15) });
  return app;
}

const QUEUES = [
  'CustomerService email Replies',
  'CustomerService email Tickets',
  'CustomerService phone Tickets',
  'Unknown group/source Tickets',
];

interface Shown {
  readonly from: number;
  readonly until: number;
  readonly startedFrom: number | null;
  readonly next: { readonly from: number; readonly until: number } | null;
}

/** Starts the plan that the page shows. */
async function start(app: App): Promise<unknown> {
  await app.minutes(6);
  const history = (await historyOf(app)) as Shown;
  const { from, until } = history.startedFrom === null ? history : (history.next ?? history);
  return await app.call('controlHistory', { command: 'start', from, until });
}

async function historyOf(app: App): Promise<unknown> {
  const { overview } = await app.call('getOverview');
  return (overview as { readonly history: unknown }).history;
}

describe('the import of the history', () => {
  it('sends each contact since the start once, and no other', async () => {
    const app = await withPast();
    expect(await start(app)).toMatchObject({ ok: true, command: 'start' });

    await app.minutes(180);

    expect([...app.injixo.queues].sort()).toEqual(QUEUES);
    expect(await historyOf(app)).toMatchObject({ state: 'done', contacts: 4 });
  });

  it('sends nothing before a person starts it, nor for another plan', async () => {
    const app = await withPast();
    await app.minutes(6);

    const other = await app.call('controlHistory', { command: 'start', from: 1, until: 2 });
    await app.minutes(120);

    expect(other).toMatchObject({ ok: false, code: 'plan_changed' });
    expect(app.injixo.accepted).toEqual([]);
    expect(await historyOf(app)).toMatchObject({ state: 'planned' });
  });

  it('pauses, goes on and ends when a person says so', async () => {
    const app = await withPast();
    await start(app);
    await app.minutes(6);
    const pause = await app.call('controlHistory', { command: 'pause' });
    await app.minutes(60);
    const paused = await historyOf(app);

    await app.call('controlHistory', { command: 'resume' });
    await app.minutes(120);

    expect(pause).toMatchObject({ ok: true, command: 'pause' });
    expect(paused).toMatchObject({ state: 'paused' });
    expect([...app.injixo.queues].sort()).toEqual(QUEUES);
  });

  it('is cancelled for good', async () => {
    const app = await withPast();
    await start(app);
    await app.minutes(6);

    await app.call('controlHistory', { command: 'cancel' });
    await app.minutes(120);

    expect(await historyOf(app)).toMatchObject({ state: 'cancelled' });
  });

  it('stands still while the start is missing in the settings', async () => {
    const app = await withPast();
    await start(app);
    await app.minutes(30);
    app.settings = { ...app.settings, history_from: '' };

    await app.minutes(30);

    expect(await historyOf(app)).not.toMatchObject({ state: 'running' });
  });

  it('goes back further when an earlier start is entered', async () => {
    const app = await withPast();
    await start(app);
    await app.minutes(120);
    app.settings = { ...app.settings, history_from: '2026-09-20' };
    await start(app);

    await app.minutes(180);

    expect(app.injixo.accepted).toHaveLength(5);
  });

  it('sets a ticket aside that cannot be read', async () => {
    const app = await withPast();
    await start(app);
    app.freshdesk.answer = ({ path }) => (path.endsWith('/201/conversations') ? { status: 500 } : undefined);
    await app.minutes(180);
    app.freshdesk.answer = () => undefined;

    await app.minutes(180);

    expect([...app.injixo.queues].sort()).toEqual(QUEUES);
  });

  it('has no command where there is no import, and none of another name', async () => {
    const app = await installedApp();
    await app.minutes(6);

    expect(await app.call('controlHistory', { command: 'pause' })).toMatchObject({ code: 'no_history' });
    expect(await app.call('controlHistory', { command: 'stop' })).toMatchObject({ code: 'bad_request' });
  });
});
