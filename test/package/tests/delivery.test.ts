import { describe, expect, it } from 'vitest';
import { installedApp, type App } from './app';

const CREATED_AT = '2026-11-05T12:45:13Z';
const TICKET = { id: 412, group_id: 351, created_at: CREATED_AT };

/** An app whose account has the sample ticket, and got its event. */
async function withTicket(settings: Readonly<Record<string, string>> = {}): Promise<App> {
  const app = await installedApp(settings);
  app.now = Date.parse(CREATED_AT);
  app.freshdesk.putTicket(TICKET);
  await app.fire('onTicketCreate');
  return app;
}

interface HeldBatch {
  readonly number: number;
  readonly contacts: number;
}

async function heldBy(app: App): Promise<readonly HeldBatch[]> {
  const { held } = await app.call('getHeld');
  return held as readonly HeldBatch[];
}

describe('a run', () => {
  it('sends a ticket once, in the queue of its group and source', async () => {
    const app = await withTicket();

    await app.minutes(12);
    await app.fire('onTicketCreate');
    await app.minutes(12);

    expect(app.injixo.accepted).toEqual([
      {
        queueName: 'CustomerService email Tickets',
        queueIdentifier: 'freshdesk:351:1:tickets',
        timestamp: CREATED_AT,
        channel: 'cases',
        properties: { offered: true, handled: true },
      },
    ]);
    expect(app.stores.rows).toEqual([]);
  });

  it('sends a reply in its own queue', async () => {
    const app = await withTicket();
    await app.minutes(12);
    const at = '2026-11-05T13:00:00Z';
    app.now = Date.parse(at);
    app.freshdesk.addReply({ id: 8801733, ticket_id: 412, created_at: at });

    await app.fire('onConversationCreate', { created_at: at, updated_at: at });
    await app.minutes(12);

    expect(app.injixo.queues).toEqual(['CustomerService email Tickets', 'CustomerService email Replies']);
  });

  it('sends a ticket that was deleted in the Unknown queue', async () => {
    const app = await withTicket();
    app.freshdesk.putTicket({ ...TICKET, deleted: true });
    await app.fire('onTicketUpdate');

    await app.minutes(20);

    expect(app.injixo.queues).toEqual(['Unknown group/source Tickets']);
    expect(app.injixo.accepted[0]?.properties).toEqual({ offered: true, handled: false });
  });

  it('takes the channel from the source, where the settings say so', async () => {
    const app = await withTicket({ channel_mapping: 'By source' });

    await app.minutes(12);

    expect(app.injixo.accepted.map(({ channel }) => channel)).toEqual(['emails']);
  });

  it('waits for a group, then says that there is none', async () => {
    const app = await withTicket();
    app.freshdesk.putTicket({ ...TICKET, group_id: null });

    await app.minutes(9);
    const early = app.injixo.queues;
    await app.minutes(15);

    expect(early).toEqual([]);
    expect(app.injixo.queues).toEqual(['No group email Tickets']);
  });

  it('names a group that is gone as unknown, and an own source by its label', async () => {
    const app = await installedApp();
    app.now = Date.parse(CREATED_AT);
    app.freshdesk.putTicket({ ...TICKET, id: 413, group_id: 999 });
    app.freshdesk.putTicket({ ...TICKET, id: 414, source: 101 });
    await app.fire('onTicketCreate', { id: 413, group_id: 999 });
    await app.fire('onTicketCreate', { id: 414, source: 101 });

    await app.minutes(12);

    expect([...app.injixo.queues].sort()).toEqual([
      'CustomerService Kiosk Tickets',
      'Unknown group/source Tickets',
    ]);
  });

  it('is made by the page too, at most once a minute', async () => {
    const app = await withTicket();
    app.now += 120_000;

    const first = await app.call('runNow');
    const second = await app.call('runNow');

    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(app.injixo.queues).toEqual(['CustomerService email Tickets']);
  });

  it('plans further runs while contacts come in', async () => {
    const app = await withTicket();

    await app.minutes(7);

    expect(app.schedules.names.length).toBeGreaterThan(1);
  });
});

describe('an answer of injixo', () => {
  it.each([500, 503, 429, 413])('%i: nothing was taken, and all is sent again', async (status) => {
    const app = await withTicket();
    app.injixo.answer = () => ({ status });
    await app.minutes(12);

    app.injixo.answer = () => null;
    await app.minutes(30);

    expect(app.injixo.queues).toEqual(['CustomerService email Tickets']);
  });

  it.each([401, 403, 404, 410])('%i: sending pauses, and goes on by itself', async (status) => {
    const app = await withTicket();
    app.injixo.answerToAll = { status };
    await app.minutes(20);
    const { light } = await app.call('getOverview');

    app.injixo.answerToAll = null;
    await app.minutes(15);

    expect(light).toMatchObject({ kind: 'action needed' });
    expect(app.injixo.queues).toEqual(['CustomerService email Tickets']);
  });

  it.each([
    ['502', { status: 502 }],
    ['a connection that breaks', { fails: 'ECONNRESET' as const }],
    ['a success that says no', { status: 200, body: { errors: ['queue'] } }],
  ])('%s: nobody knows, so the contact is held and not sent again', async (_what, answer) => {
    const app = await withTicket();
    app.injixo.answer = () => answer;
    await app.minutes(12);

    app.injixo.answer = () => null;
    await app.minutes(60);

    expect(app.injixo.accepted).toEqual([]);
    expect(await heldBy(app)).toMatchObject([{ contacts: 1 }]);
    expect((await app.call('getOverview'))['overview']).toMatchObject({ unclear: 1 });
  });
});

describe('held contacts', () => {
  async function withHeld(): Promise<{ readonly app: App; readonly number: number }> {
    const app = await withTicket();
    app.injixo.answer = () => ({ fails: 'ECONNRESET' });
    await app.minutes(12);
    app.injixo.answer = () => null;
    const [batch] = await heldBy(app);
    return { app, number: batch?.number ?? 0 };
  }

  it('are shown one by one', async () => {
    const { app, number } = await withHeld();

    const answer = await app.call('getHeld', { number });

    expect(answer.ok).toBe(true);
    expect(JSON.stringify(answer)).toContain('412');
  });

  it('are sent again when a person says so', async () => {
    const { app, number } = await withHeld();

    const answer = await app.call('sendHeld', { number });
    await app.minutes(12);

    expect(answer).toMatchObject({ ok: true, number });
    expect(app.injixo.queues).toEqual(['CustomerService email Tickets']);
    expect(await heldBy(app)).toEqual([]);
  });

  it('are discarded, restored and sent when a person says so', async () => {
    const { app, number } = await withHeld();

    await app.call('discardHeld', { number });
    await app.minutes(12);
    const discarded = await heldBy(app);
    await app.call('restoreHeld', { number });
    await app.minutes(12);
    const restored = await heldBy(app);

    expect([discarded, restored]).toMatchObject([[], [{ contacts: 1 }]]);
    expect(app.injixo.accepted).toEqual([]);
  });

  it.each(['sendHeld', 'discardHeld', 'restoreHeld'])(
    '%s refuses a batch that is not there',
    async (name) => {
      const { app } = await withHeld();

      expect(await app.call(name, { number: 99 })).toMatchObject({ ok: false, code: 'not_held' });
      expect(await app.call(name, { number: -1 })).toMatchObject({ ok: false, code: 'bad_request' });
    },
  );

  it('are parked when injixo refuses one alone, and takes others', async () => {
    const app = await withTicket();
    app.freshdesk.putTicket({ ...TICKET, id: 500, source: 3 });
    await app.fire('onTicketCreate', { id: 500, source: 3 });
    app.injixo.answer = ({ queueName }) =>
      queueName.includes('phone') ? { status: 422, body: { errors: ['queue'] } } : null;

    await app.minutes(30);
    app.freshdesk.putTicket({ ...TICKET, id: 501 });
    await app.fire('onTicketCreate', { id: 501 });
    await app.minutes(30);

    expect(app.injixo.queues).toEqual(['CustomerService email Tickets', 'CustomerService email Tickets']);
    expect(await heldBy(app)).toMatchObject([{ reason: 'parked', contacts: 1 }]);
  });
});

describe('a failure of Freshdesk', () => {
  it.each([401, 403, 429, 500])('%i: contacts wait, nothing is lost', async (status) => {
    const app = await withTicket();
    app.freshdesk.answer = () => ({ status, headers: { 'retry-after': '30' } });
    await app.minutes(25);
    const { light } = await app.call('getOverview');

    app.freshdesk.answer = () => undefined;
    await app.minutes(30);

    expect(light).not.toMatchObject({ kind: 'operational' });
    expect(app.injixo.queues).toEqual(['CustomerService email Tickets']);
  });

  it('of one ticket holds no other', async () => {
    const app = await withTicket();
    app.freshdesk.putTicket({ ...TICKET, id: 500 });
    await app.fire('onTicketCreate', { id: 500 });
    app.freshdesk.answer = ({ path }) => {
      if (path.endsWith('/tickets/412')) return { status: 500 };
      return path.endsWith('/tickets') ? { status: 500 } : undefined;
    };

    await app.minutes(20);

    expect(app.injixo.queues).toEqual(['CustomerService email Tickets']);
  });
});

describe('a chat', () => {
  it('counts once with its first message, and each later message as a reply', async () => {
    const app = await installedApp();
    app.now = Date.parse(CREATED_AT);
    app.freshdesk.putTicket({ ...TICKET, source: 7 });
    const sayings = [
      { id: 8801, created_at: '2026-11-05T12:45:16Z' },
      { id: 8802, created_at: '2026-11-05T12:47:00Z' },
    ];
    await app.fire('onTicketCreate', { source: 7 });
    for (const saying of sayings) {
      const reply = { ...saying, ticket_id: 412, support_email: null, to_emails: [] };
      app.freshdesk.addReply(reply);
      await app.fire('onConversationCreate', reply);
    }

    await app.minutes(30);

    expect(app.injixo.queues).toEqual(['CustomerService chat Tickets', 'CustomerService chat Replies']);
  });
});

describe('an outcome that the store does not take', () => {
  it('is kept in a schedule, and the contact is neither sent again nor held', async () => {
    const app = await withTicket();
    app.injixo.answer = () => {
      app.stores.refuseWith = 429;
      return null;
    };
    await app.minutes(7);
    const kept = app.schedules.names;

    app.stores.refuseWith = null;
    await app.minutes(30);

    expect(kept).toContain('injixo-connect-outcome');
    expect(app.injixo.accepted).toHaveLength(1);
    expect(await heldBy(app)).toEqual([]);
    expect(app.schedules.names).not.toContain('injixo-connect-outcome');
  });

  it('is not known when no schedule takes it either: the contact is held', async () => {
    const app = await withTicket();
    app.injixo.answer = () => {
      app.stores.refuseWith = 429;
      app.schedules.refuseWith = 500;
      return null;
    };
    await app.minutes(7);

    app.stores.refuseWith = null;
    app.schedules.refuseWith = null;
    await app.minutes(30);

    expect(app.injixo.accepted).toHaveLength(1);
    expect(await heldBy(app)).toMatchObject([{ reason: 'unclear', contacts: 1 }]);
  });
});

describe('an account without an entity store', () => {
  it('gets its contacts from the scan', async () => {
    const app = await installedApp();
    app.stores.hasEntities = false;
    app.now = Date.parse(CREATED_AT);
    app.freshdesk.putTicket(TICKET);
    await app.fire('onTicketCreate');

    await app.minutes(60);

    expect(app.injixo.queues).toEqual(['CustomerService email Tickets']);
    expect((await app.call('getOverview'))['overview']).toMatchObject({ entityStoreAvailable: false });
  });
});

describe('the person in the settings', () => {
  it('gets one ticket when something needs them, and a note when it is solved', async () => {
    const app = await withTicket({ alert_email: 'planner@example.com' });
    await app.minutes(12);
    app.injixo.answerToAll = { status: 401 };
    await app.minutes(180);
    const told = app.freshdesk.written.length;

    app.injixo.answerToAll = null;
    await app.minutes(60);

    expect(told).toBe(1);
    expect(app.freshdesk.written).toHaveLength(2);
    expect(app.freshdesk.written[0]).toMatchObject({
      email: 'planner@example.com',
      tags: ['injixo-connect-alert'],
    });
  });
});

describe('an alert ticket whose making is not known', () => {
  it('is looked for, and not made a second time', async () => {
    const app = await withTicket({ alert_email: 'planner@example.com' });
    await app.minutes(12);
    app.injixo.answerToAll = { status: 401 };
    app.freshdesk.answer = ({ method, path }) => {
      if (method !== 'POST' || !path.endsWith('/tickets')) return undefined;
      app.freshdesk.putTicket({
        id: 9500,
        created_at: new Date(app.now).toISOString(),
        tags: ['injixo-connect-alert'],
      });
      return { fails: 'ECONNRESET' };
    };
    await app.minutes(90);

    app.freshdesk.answer = () => undefined;
    await app.minutes(60);

    expect(app.freshdesk.written).toEqual([]);
    expect((await app.call('getOverview'))['overview']).toMatchObject({ alert: { ticketId: 9500 } });
  });
});

describe('a store', () => {
  it('that is throttled stops a run, and the next one goes on', async () => {
    const app = await withTicket();
    app.stores.refuseWith = 429;
    await app.minutes(12);

    app.stores.refuseWith = null;
    await app.minutes(20);

    expect(app.injixo.queues).toEqual(['CustomerService email Tickets']);
  });
});
