import { describe, expect, it } from 'vitest';
import { INSTALLED_AT, installedApp, type App } from './app';

const MINUTE_MS = 60_000;
const HOUR = 60;

const at = (minutes: number): string =>
  new Date(INSTALLED_AT + minutes * MINUTE_MS).toISOString().replace('.000', '');

/** An app that no event reaches: what it sends, it found by itself. */
async function withoutEvents(): Promise<App> {
  const app = await installedApp();
  app.freshdesk.putTicket({ id: 500, group_id: 351, created_at: at(2) });
  return app;
}

describe('the scan', () => {
  it('finds a ticket that no event told', async () => {
    const app = await withoutEvents();

    await app.minutes(60);

    expect(app.injixo.accepted).toMatchObject([
      { queueName: 'CustomerService email Tickets', timestamp: at(2) },
    ]);
  });

  it('finds a reply that no event told', async () => {
    const app = await withoutEvents();
    await app.minutes(60);
    app.freshdesk.addReply({ id: 8801, ticket_id: 500, created_at: at(61) });

    await app.minutes(60);

    expect(app.injixo.queues).toEqual(['CustomerService email Tickets', 'CustomerService email Replies']);
  });

  it('finds tickets in the trash and in spam, once an hour', async () => {
    const app = await withoutEvents();
    app.freshdesk.putTicket({ id: 501, group_id: 351, created_at: at(3), deleted: true });
    app.freshdesk.putTicket({ id: 502, group_id: 351, created_at: at(4), spam: true });

    await app.minutes(150);

    expect(app.injixo.queues.filter((name) => name === 'Unknown group/source Tickets')).toHaveLength(2);
  });

  it('finds the replies on a ticket with more conversations than one page has', async () => {
    const app = await withoutEvents();
    for (let n = 0; n < 130; n += 1)
      app.freshdesk.addReply({ id: 8000 + n, ticket_id: 500, created_at: at(3 + n / 60) });

    await app.minutes(90);

    expect(app.injixo.queues.filter((name) => name.endsWith('Replies'))).toHaveLength(130);
  });

  it('tells of a row that cannot be read, and goes on', async () => {
    const app = await withoutEvents();
    app.freshdesk.putTicket({ id: 501, group_id: 351, created_at: at(3), source: Number.NaN });

    await app.minutes(60);

    expect(app.injixo.accepted).toHaveLength(1);
    expect(app.log.join()).toContain('cannot be read');
  });

  it('reads a full page of the list and the next', async () => {
    const app = await installedApp();
    for (let id = 1000; id < 1150; id += 1)
      app.freshdesk.putTicket({ id, group_id: 351, created_at: at(1 + id / 1000) });

    await app.minutes(60);

    expect(app.injixo.accepted).toHaveLength(150);
  });

  it('sets a ticket aside whose conversations cannot be read, and goes on', async () => {
    const app = await withoutEvents();
    app.freshdesk.addReply({ id: 8801, ticket_id: 500, created_at: at(5) });
    app.freshdesk.putTicket({ id: 501, group_id: 351, created_at: at(6) });
    app.freshdesk.answer = ({ path }) => (path.endsWith('/500/conversations') ? { status: 500 } : undefined);

    await app.minutes(120);
    const { overview } = await app.call('getOverview');
    app.freshdesk.answer = () => undefined;
    await app.minutes(120);

    expect(JSON.stringify(overview)).toContain('500');
    expect([...app.injixo.queues].sort()).toEqual([
      'CustomerService email Replies',
      'CustomerService email Tickets',
      'CustomerService email Tickets',
    ]);
  });

  it('looks again once a day at every reply of the day before', async () => {
    const app = await withoutEvents();
    await app.minutes(60);
    app.freshdesk.addReply({ id: 8801, ticket_id: 500, created_at: at(61) });

    await app.minutes(15 * HOUR);
    const { overview } = await app.call('getOverview');

    expect((overview as { deepEndedAt: number }).deepEndedAt).toBeGreaterThan(INSTALLED_AT);
    expect(app.injixo.accepted).toHaveLength(2);
  });

  it('waits while the key does not see every ticket', async () => {
    const app = await withoutEvents();
    app.freshdesk.answer = ({ path }) =>
      path.endsWith('/agents/me') ? { status: 200, body: { ticket_scope: 2 } } : undefined;
    await app.minutes(60);
    const before = app.injixo.queues;

    app.freshdesk.answer = () => undefined;
    await app.minutes(60);

    expect(before).toEqual([]);
    expect(app.injixo.queues).toEqual(['CustomerService email Tickets']);
  });
});
