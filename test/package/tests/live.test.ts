import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installedApp, type App } from './app';

/*
 * Live only: installed with the injixo API key alone. Freshdesk is never asked.
 */

const CREATED_AT = '2026-11-05T12:45:13Z';
const LATER = '2026-11-05T13:20:00Z';
const GROUP = 351;

/** What Freshdesk was asked. */
let asked: unknown[] = [];

beforeEach(() => {
  asked = [];
});
afterEach(() => expect(asked).toEqual([]));

async function liveApp(): Promise<App> {
  const app = await installedApp({ freshdesk_api_key: '' });
  app.freshdesk.answer = (what) => {
    asked.push(what);
    return undefined;
  };
  app.now = Date.parse(CREATED_AT);
  return app;
}

/** A contact whose group nobody has named, and which waits for that. */
async function unnamed(): Promise<App> {
  const app = await liveApp();
  await app.fire('onTicketCreate');
  await app.minutes(20);
  return app;
}

async function overviewOf(app: App): Promise<Readonly<Record<string, unknown>>> {
  const { overview } = await app.call('getOverview');
  return overview as Readonly<Record<string, unknown>>;
}

describe('what events tell', () => {
  it('is enough: the group’s event its name, the ticket’s event its place', async () => {
    const app = await liveApp();
    await app.fire('onGroupCreate');
    await app.fire('onTicketCreate');

    await app.minutes(20);

    expect(app.injixo.accepted).toMatchObject([
      { queueName: 'CustomerService email Tickets', queueIdentifier: `freshdesk:${GROUP}:1:tickets` },
    ]);
    expect(app.stores.rows).toEqual([]);
    expect(await overviewOf(app)).toMatchObject({ way: 'live', accepted: 1, unnamed: [] });
  });

  it('is remembered for the reply that comes later', async () => {
    const app = await liveApp();
    await app.fire('onGroupCreate');
    await app.fire('onTicketCreate');
    await app.minutes(20);

    app.now = Date.parse(LATER);
    await app.fire('onConversationCreate', { created_at: LATER, updated_at: LATER });
    await app.minutes(20);

    expect(app.injixo.queues).toEqual(['CustomerService email Tickets', 'CustomerService email Replies']);
  });

  it('lets go a reply that came before it, on a ticket of which nothing was known', async () => {
    const app = await liveApp();
    await app.fire('onGroupCreate');
    await app.fire('onConversationCreate', { created_at: CREATED_AT, updated_at: CREATED_AT });
    await app.minutes(20);
    expect(await overviewOf(app)).toMatchObject({ waits: { facts: { contacts: 1 } } });

    await app.fire('onTicketUpdate', { deleted: false, changes: { status: [2, 3] } });
    await app.minutes(20);

    expect(app.injixo.queues).toEqual(['CustomerService email Replies']);
  });

  it('moves a ticket that is deleted to the Unknown queue', async () => {
    const app = await liveApp();
    await app.fire('onGroupCreate');
    await app.fire('onTicketCreate');
    await app.fire('onTicketUpdate');

    await app.minutes(20);

    expect(app.injixo.queues).toEqual(['Unknown group/source Tickets']);
  });

  it('waits where injixo takes nothing, and is sent once it does', async () => {
    const app = await liveApp();
    app.injixo.answerToAll = { status: 503 };
    await app.fire('onGroupCreate');
    await app.fire('onTicketCreate');
    await app.minutes(40);
    expect(app.stores.rows).toEqual([]);
    expect(await overviewOf(app)).toMatchObject({ waits: { sending: { contacts: 1 } } });

    app.injixo.answerToAll = null;
    await app.minutes(60);

    expect(app.injixo.queues).toEqual(['CustomerService email Tickets']);
  });
});

describe('a contact of a group without a name', () => {
  it('leaves the outbox and is shown with the queue that would result', async () => {
    const app = await unnamed();

    expect(app.injixo.accepted).toEqual([]);
    expect(app.stores.rows).toEqual([]);
    expect(await overviewOf(app)).toMatchObject({
      waits: { names: { contacts: 1 } },
      unnamed: [{ kind: 'group', id: GROUP, contacts: 1 }],
    });
  });

  it.each<[string, (app: App) => Promise<unknown>, string]>([
    [
      'an agent opened one of its tickets',
      (app) => app.call('learnGroup', { id: GROUP, name: 'Seen' }),
      'Seen email Tickets',
    ],
    [
      'a person named it',
      (app) => app.call('nameGroup', { kind: 'group', id: GROUP, name: ' Typed ' }),
      'Typed email Tickets',
    ],
    ['Freshdesk told its new name', (app) => app.fire('onGroupUpdate'), 'Customer Care email Tickets'],
    ['Freshdesk deleted it', (app) => app.fire('onGroupDelete'), 'Unknown group/source Tickets'],
    [
      'a person said that it is gone',
      (app) => app.call('nameGroup', { names: [{ kind: 'group', id: GROUP, gone: true }] }),
      'Unknown group/source Tickets',
    ],
  ])('is sent once %s', async (_what, tell, queue) => {
    const app = await unnamed();

    await tell(app);
    await app.minutes(20);

    expect(app.injixo.queues).toEqual([queue]);
    expect(await overviewOf(app)).toMatchObject({ unnamed: [] });
  });
});

describe('nameGroup', () => {
  it('takes a name before the first run has come', async () => {
    const app = await liveApp();

    const said = { kind: 'group', id: GROUP, name: 'Named at once' };
    expect(await app.call('nameGroup', said)).toMatchObject({ ok: true, names: [said], cost: 2 });
    await app.fire('onTicketCreate');
    await app.minutes(20);

    expect(app.injixo.queues).toEqual(['Named at once email Tickets']);
  });

  it('takes the label of a source of the account’s own, and that it has none', async () => {
    const app = await liveApp();
    await app.fire('onGroupCreate');
    await app.fire('onTicketCreate', { source: 101 });
    await app.fire('onTicketCreate', { id: 413, source: 102 });
    await app.minutes(20);
    expect(app.injixo.accepted).toEqual([]);

    await app.call('nameGroup', {
      names: [
        { kind: 'source', id: 101, name: 'Fax' },
        { kind: 'source', id: 102, noLabel: true },
      ],
    });
    await app.minutes(20);

    expect([...app.injixo.queues].sort()).toEqual([
      'CustomerService Fax Tickets',
      'CustomerService source 102 Tickets',
    ]);
  });

  it.each<[object, string]>([
    [{ kind: 'group', id: GROUP, name: ' ' }, 'name_invalid'],
    [{ kind: 'group', id: GROUP, name: 'x'.repeat(101) }, 'name_invalid'],
    [{ kind: 'group', id: GROUP }, 'bad_request'],
    [{ kind: 'group', id: 0, name: 'Sales' }, 'bad_request'],
    [{ kind: 'source', id: 1, name: 'Letters' }, 'bad_request'],
    [{ kind: 'source', id: 101, gone: true }, 'bad_request'],
    [{ names: [] }, 'bad_request'],
  ])('refuses %j: %s', async (request, code) => {
    const app = await liveApp();

    expect(await app.call('nameGroup', request)).toMatchObject({ ok: false, code });
    expect(app.stores.values).toEqual({});
  });
});

describe('learnGroup', () => {
  it('records the name of a group, and nothing about the agent', async () => {
    const app = await liveApp();

    expect(await app.call('learnGroup', { id: GROUP, name: 'Seen' })).toMatchObject({
      needed: true,
      cost: 0,
    });

    expect(app.stores.rows.map(({ data }) => data)).toMatchObject([
      { kind: 'name', contact_id: `name:group:${GROUP}`, group_id: String(GROUP), label: 'Seen' },
    ]);
  });

  it('needs nothing with a Freshdesk key, at no operation', async () => {
    const app = await installedApp();

    const answer = await app.call('learnGroup', { id: GROUP, name: 'Seen' });

    expect(answer).toMatchObject({ ok: true, needed: false, cost: 0 });
    expect(app.stores.rows).toEqual([]);
  });

  it('says so when the store refuses the record', async () => {
    const app = await liveApp();
    app.stores.refuseWith = 500;

    const answer = await app.call('learnGroup', { id: GROUP, name: 'Seen' });

    expect(answer).toMatchObject({ ok: false, code: 'store_failed' });
  });
});

it('an event of a group that cannot be read is refused with its reason in the log', async () => {
  const app = await liveApp();

  await app.fire('onGroupCreate', { name: ' ' });
  await app.fire('onGroupDelete', { id: 'x' });

  expect(app.stores.rows).toEqual([]);
  expect(app.log.filter((line) => line.includes('event refused'))).toHaveLength(2);
});

it('with a Freshdesk key added later, what waited for its name is sent, once', async () => {
  const app = await unnamed();
  app.freshdesk.answer = () => undefined;
  app.freshdesk.putTicket({ id: 412, group_id: GROUP, created_at: CREATED_AT });
  app.settings = { ...app.settings, freshdesk_api_key: 'sample-key-2' };

  await app.minutes(60);

  expect(app.injixo.queues).toEqual(['CustomerService email Tickets']);
  expect(await overviewOf(app)).toMatchObject({ way: 'checked' });
});
