import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFreshdesk } from '../create-freshdesk';
import type { ProductEvent } from '../model/helpdesk';

const SAMPLES = join(process.cwd(), '..', 'shared', 'fixtures', 'freshworks-events');
const START = Date.parse('2026-11-02T08:00:00Z');

type Fields = Readonly<Record<string, unknown>>;

const record = () => {
  const clock = { value: START, now: () => clock.value };
  const events: ProductEvent[] = [];
  const freshdesk = createFreshdesk({ clock, onEvent: (event) => events.push(event) });
  return { clock, events, ...freshdesk };
};

/** One event of each name, as the stand-in sends it. */
const everyEvent = (): ReadonlyMap<string, Fields> => {
  const { actions, events } = record();
  actions.createTicket();
  actions.agentReply(1);
  actions.trash(1);
  actions.purge(1);
  return new Map(events.map(({ name, data }) => [name, data]));
};

const part = (data: Fields | undefined, name: string): Fields => (data?.[name] ?? {}) as Fields;
const keys = (value: Fields): readonly string[] => Object.keys(value).sort();

describe('product events', () => {
  it('have the parts that are documented', () => {
    const events = everyEvent();

    expect([...events].map(([name, data]) => [name, keys(data)])).toEqual([
      ['onTicketCreate', ['actor', 'requester', 'ticket']],
      ['onConversationCreate', ['actor', 'conversation']],
      ['onTicketUpdate', ['actor', 'requester', 'ticket']],
      ['onTicketDelete', ['actor', 'ticket']],
    ]);
  });

  const compared = (['onTicketCreate', 'onTicketUpdate', 'onTicketDelete', 'onConversationCreate'] as const)
    .map((name) => ({ name, path: join(SAMPLES, `${name}.json`) }))
    .filter(({ path }) => existsSync(path));

  it('have the keys of the official samples, where these are at hand', () => {
    const events = everyEvent();

    compared.forEach(({ name, path }) => {
      const sample = (JSON.parse(readFileSync(path, 'utf8')) as { readonly data: Fields }).data;
      const own = events.get(name);
      expect(own).toBeDefined();
      ['ticket', 'conversation', 'requester'].forEach((what) => {
        expect([name, keys(part(own, what))]).toEqual([name, keys(part(sample, what))]);
      });
      const optional = new Set(['password_expiry_date']);
      const missing = keys(part(sample, 'actor')).filter((key) => !optional.has(key));
      expect(keys(part(own, 'actor'))).toEqual(expect.arrayContaining([...missing]));
    });
    expect(keys(part(events.get('onTicketCreate'), 'ticket')).length).toBeGreaterThan(100);
  });

  it('tell an update by what changed, from and to', () => {
    const { actions, events } = record();
    const group = actions.createGroup('Sales');
    actions.createTicket();
    actions.routeTicket(1, group.id);

    expect(events.at(-1)).toMatchObject({
      name: 'onTicketUpdate',
      data: {
        ticket: { id: 1, group_id: group.id, changes: { group_id: [null, group.id] } },
        actor: { id: 0, type: 'system' },
      },
    });
  });

  it('tell of a group that is new, renamed or gone, with its name and when it changed', () => {
    const { actions, clock, events } = record();
    const { id } = actions.createGroup('Sales');
    clock.value += 60_000;
    actions.renameGroup(id, 'Sales Europe');
    actions.deleteGroup(id);

    const actor = { type: 'agent', helpdesk_agent: true };
    expect(events.map(({ name }) => name)).toEqual(['onGroupCreate', 'onGroupUpdate', 'onGroupDelete']);
    expect(events.map(({ data }) => data)).toMatchObject([
      { group: { id, name: 'Sales', updated_at: '2026-11-02T08:00:00Z' }, actor },
      {
        group: { id, name: 'Sales Europe', updated_at: '2026-11-02T08:01:00Z' },
        changes: { name: ['Sales', 'Sales Europe'] },
        actor,
      },
      { group: { id, name: 'Sales Europe' }, actor },
    ]);
  });

  it('carry what decides whether a ticket counts', () => {
    const { actions, events } = record();
    actions.createTicket({ outboundEmail: true, importId: '12', tags: ['x'], spam: true });

    expect(events[0]?.data['ticket']).toMatchObject({
      source: 10,
      outbound_email: true,
      import_id: '12',
      spam: true,
      deleted: false,
      tags: ['x'],
      created_at: '2026-11-02T08:00:00Z',
    });
  });

  it('carry the channel of a reply, and no ticket', () => {
    const { actions, events } = record();
    actions.createTicket();
    actions.customerReply(1, { channel: 'email' });
    actions.customerReply(1, { channel: 'twitter' });

    const [, mail, tweet] = events.map(({ data }) => data['conversation']);
    expect(mail).toMatchObject({ ticket_id: 1, source: 0, incoming: true, private: false });
    expect(mail).toMatchObject({ support_email: expect.any(String), to_emails: [expect.any(String)] });
    expect(tweet).toMatchObject({ source: 5, support_email: null, to_emails: [] });
    expect(events[1]?.data).toMatchObject({ actor: { type: 'contact', helpdesk_agent: false } });
  });
});
