import { describe, expect, it } from 'vitest';
import { installedApp } from './app';

/** What an event leaves in the outbox: nothing, or one record with the id of its contact. */
interface Case {
  readonly says: string;
  readonly event: string;
  readonly changes?: Readonly<Record<string, unknown>>;
  readonly records: readonly string[];
}

const TICKET = 'onTicketCreate';
const CHANGE = 'onTicketUpdate';
const CONVERSATION = 'onConversationCreate';

const CASES: readonly Case[] = [
  { says: 'a new ticket', event: TICKET, records: ['ticket:412'] },
  { says: 'an internal task', event: TICKET, changes: { source: 14 }, records: [] },
  { says: "the app's own alert", event: TICKET, changes: { tags: ['injixo-connect-alert'] }, records: [] },
  { says: 'a ticket without a time', event: TICKET, changes: { created_at: null }, records: [] },
  { says: 'a ticket without an id', event: TICKET, changes: { id: 'x' }, records: [] },
  { says: 'a ticket moved to the trash', event: CHANGE, records: ['unknown:412'] },
  {
    says: 'a ticket marked as spam',
    event: CHANGE,
    changes: { deleted: false, spam: true },
    records: ['unknown:412'],
  },
  {
    says: 'any other change of a ticket',
    event: CHANGE,
    changes: { deleted: false, changes: { status: [2, 3] } },
    records: [],
  },
  { says: "a customer's reply", event: CONVERSATION, records: ['reply:8801733'] },
  { says: "an agent's reply", event: CONVERSATION, changes: { incoming: false }, records: [] },
  { says: 'a private note', event: CONVERSATION, changes: { private: true }, records: [] },
  { says: 'an answer to a survey', event: CONVERSATION, changes: { source: 6 }, records: [] },
  { says: 'a forward', event: CONVERSATION, changes: { source: 8 }, records: [] },
  {
    says: 'a conversation that does not say where it comes from',
    event: CONVERSATION,
    changes: { incoming: null },
    records: [],
  },
];

describe('an event records', () => {
  it.each(CASES)('$says: $records', async ({ event, changes, records }) => {
    const app = await installedApp();

    await app.fire(event, changes);

    expect(app.stores.rows.map(({ data }) => data['contact_id'])).toEqual(records);
  });

  it.each([
    ['an outbound e-mail', { outbound_email: true }],
    ['a migrated ticket', { import_id: 77 }],
  ])('%s as left out, because the API does not show it again', async (_what, changes) => {
    const app = await installedApp();

    await app.fire(TICKET, changes);

    expect(app.stores.rows.map(({ data }) => data['kind'])).toEqual(['left_out']);
  });

  it('ids, times and numbers, and nothing about a person', async () => {
    const app = await installedApp();

    await app.fire(TICKET);

    const [row] = app.stores.rows;
    expect(row?.data).toMatchObject({ ticket_id: '412', group_id: '351', source: 1, kind: 'ticket' });
    expect(JSON.stringify(row)).not.toMatch(/@|Sample/);
  });

  it('nothing when the store refuses, and says so in the log', async () => {
    const app = await installedApp();
    app.stores.refuseWith = 500;

    await app.fire(TICKET);

    expect(app.log.join()).toContain('store_failed');
  });
});

describe('every twentieth event', () => {
  it('makes the recurring schedule anew when it is gone', async () => {
    const app = await installedApp();
    await app.minutes(10);
    await app.uninstall();
    app.now += 60 * 60_000;

    await app.fire(TICKET, { id: 420 });

    expect(app.schedules.names).toEqual(['injixo-connect-tick']);
  });
});
