import { answered, createFakeFreshdesk } from '../../test/fakes/freshdesk-get';
import { openLiveRun } from '../../test/fakes/live-run';
import { createRunWorld, RUN_AT, type RunWorld } from '../../test/fakes/run-world';
import type { RecordedContact, WaitingContact } from '../contacts/contact';
import { ALERT_TAG } from '../contacts/counting-rules';
import type { TicketFacts } from '../contacts/ticket-facts';
import { formatInstant } from '../values/instant';
import { nameContact, type NamingResult } from './name-contacts';

const CREATED_AT = RUN_AT - 300_000;
const CHAT = 7;
const REQUESTER = 42;

/** A ticket as both ways get to know it. */
interface Shown {
  readonly source?: number;
  readonly groupId?: number | null;
  readonly deleted?: boolean;
  readonly spam?: boolean;
  readonly alert?: boolean;
}

const PLAIN = { source: 1, groupId: 351, deleted: false, spam: false, alert: false } as const;

function own(changed: Partial<RecordedContact> = {}): WaitingContact {
  const contact = { contactId: 'ticket:7', kind: 'ticket', ticketId: 7, occurredAt: CREATED_AT } as const;
  return {
    contact: { ...contact, source: 1, groupId: null, ...changed },
    recordIds: ['M-1'],
    since: RUN_AT - 120_000,
  };
}

function reply(id: number, secondsAfter: number, changed: Partial<RecordedContact> = {}): WaitingContact {
  const occurredAt = CREATED_AT + secondsAfter * 1000;
  return own({ contactId: `reply:${id}`, kind: 'reply', source: null, occurredAt, ...changed });
}

/** Freshdesk with the ticket, its chat's first messages and the names of the account. */
function checkedWorld(shown: Shown): RunWorld {
  const { source, groupId, deleted, spam, alert } = { ...PLAIN, ...shown };
  const world = createRunWorld();
  const time = formatInstant(CREATED_AT);
  const ticket = {
    ...{ id: 7, source, group_id: groupId, created_at: time, updated_at: time, requester_id: REQUESTER },
    ...{ deleted, spam, tags: alert ? [ALERT_TAG] : [] },
  };
  const message = (id: number, secondsAfter: number, userId: number) => ({
    ...{ id, ticket_id: 7, incoming: true, private: false, source: 0, user_id: userId },
    created_at: formatInstant(CREATED_AT + secondsAfter * 1000),
  });
  world.freshdesk = createFakeFreshdesk({
    '/api/v2/ticket_fields': answered([{ type: 'default_group', choices: { Billing: 351 } }]),
    '/api/v2/tickets': answered([]),
    '/api/v2/tickets/7': answered(ticket),
    '/api/v2/tickets/7/conversations': answered([
      message(900, 2, REQUESTER),
      message(901, 4, REQUESTER),
      message(902, 5, 43),
      message(903, 60, REQUESTER),
    ]),
  });
  return world;
}

/** What the events of the ticket and of its group told. */
async function tellFacts(
  { book, chats, names }: Awaited<ReturnType<typeof openLiveRun>>,
  shown: Required<Shown>,
): Promise<void> {
  const facts: TicketFacts = {
    ...{ ticketId: 7, ...shown, isUpdate: false, turned: [] },
    ...{ createdAt: CREATED_AT, changedAt: CREATED_AT },
    requesterId: shown.source === CHAT ? REQUESTER : null,
  };
  await book.hear([facts]);
  chats.hear([facts]);
  await names.learn([{ kind: 'group', id: 351, name: 'Billing', at: CREATED_AT, how: 'event' }]);
}

/** Names these contacts of a ticket one after the other. */
async function name(way: 'live' | 'checked', shown: Shown, contacts: readonly WaitingContact[]) {
  const world = checkedWorld(shown);
  world.settings = { ...world.settings, way };
  const run = await openLiveRun(world);
  await run.ledger.load(contacts.map(({ contact }) => contact));
  if (way === 'live') await tellFacts(run, { ...PLAIN, ...shown });
  const states = await run.states.find(contacts);
  const results: NamingResult[] = [];
  for (const each of contacts) results.push(await nameContact(each, states.get(7), run));
  return { run, world, told: results.map(tell) };
}

function tell(result: NamingResult): string {
  if (result.kind === 'send') return result.contact.queue.name;
  return result.kind === 'left out' ? result.reason : result.kind;
}

describe.each(['checked', 'live'] as const)('in the %s way', (way) => {
  it.each<[string, Shown, readonly WaitingContact[], readonly string[]]>([
    ['a ticket', {}, [own()], ['Billing email Tickets']],
    ['a ticket under the source of its creation', { source: 3 }, [own()], ['Billing email Tickets']],
    ['a ticket without a group', { groupId: null }, [own()], ['settling']],
    ['a deleted ticket', { deleted: true }, [own()], ['Unknown group/source Tickets']],
    ['a ticket in spam', { spam: true }, [own()], ['Unknown group/source Tickets']],
    ['the app’s own alert', { alert: true }, [own(), reply(903, 60)], ['alert', 'alert']],
    ['a reply', {}, [reply(903, 60)], ['Billing email Replies']],
    ['a reply by another channel', {}, [reply(903, 60, { source: 3 })], ['Billing phone Replies']],
    ['a reply on a deleted ticket', { deleted: true }, [reply(903, 60)], ['Unknown group/source Replies']],
    [
      'the first message of a chat, and the second',
      { source: CHAT },
      [reply(900, 2, { authorId: REQUESTER }), reply(901, 4, { authorId: REQUESTER })],
      ['part of ticket', 'Billing chat Replies'],
    ],
    [
      'a message of somebody else',
      { source: CHAT },
      [reply(902, 5, { authorId: 43 })],
      ['Billing chat Replies'],
    ],
    [
      'a later message',
      { source: CHAT },
      [reply(903, 60, { authorId: REQUESTER })],
      ['Billing chat Replies'],
    ],
  ])('names %s', async (_what, shown, contacts, expected) => {
    const { told } = await name(way, shown, contacts);

    expect(told).toEqual(expected);
  });
});

describe('without a Freshdesk key', () => {
  it('asks Freshdesk nothing', async () => {
    const { world } = await name('live', { source: CHAT }, [own(), reply(900, 2, { authorId: REQUESTER })]);

    expect(world.freshdesk.asked).toEqual([]);
  });

  it('counts a first message when the ledger has another of these seconds', async () => {
    const { run } = await name('live', { source: CHAT }, [reply(901, 4)]);
    run.ledger.raise(reply(901, 4).contact, 'settled', false);

    const { ticket } = ((await run.states.find([own()])).get(7) ?? {}) as { ticket: never };
    const first = reply(900, 2, { authorId: REQUESTER }).contact;
    expect(await run.states.isPartOfTicket(first, ticket)).toBe(false);
  });

  it('has a reply wait whose ticket nobody told of, and names a ticket by what its own event told', async () => {
    const world = createRunWorld();
    world.settings = { ...world.settings, way: 'live' };
    const run = await openLiveRun(world);
    await run.book.hear([]);
    const contacts = [reply(903, 60), own({ ticketId: 8, contactId: 'ticket:8', groupId: 351 })];
    const states = await run.states.find(contacts);

    expect(states.get(7)).toEqual({ kind: 'untold' });
    expect(states.get(8)).toMatchObject({ kind: 'found', ticket: { groupId: 351, source: 1 } });
  });
});
