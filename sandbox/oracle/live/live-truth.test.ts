import { DAY, MINUTE, START, createCountedWorld } from '../oracle-fixture';
import { liveTruth } from './live-truth';
import type { ToldRecord } from './told';

/** A helpdesk of which one record after the other is told and listed. */
function createToldWorld() {
  const world = createCountedWorld();
  const records: ToldRecord[] = [];
  const listings: { at: number; shown: ReadonlySet<string> }[] = [];
  const now = (): number => world.clock.value;
  const tell = (contactId: string, kind: string, ticketId: number): ToldRecord => {
    const changedAt = kind === 'reply' ? null : Math.floor(now() / 1000);
    const id = `CON-${records.length}`;
    const record = { id, contactId, kind, ticketId, changedAt, writtenAt: now(), removedAt: null };
    records.push(record);
    return record;
  };
  return {
    ...world,
    tell,
    /** A run reads the outbox, all of it or these records. */
    list: (shown: readonly ToldRecord[] = records.filter(({ removedAt }) => removedAt === null)) =>
      listings.push({ at: now(), shown: new Set(shown.map(({ id }) => id)) }),
    remove: (record: ToldRecord) => {
      record.removedAt = now();
    },
    /** Ids and queues, of contacts accepted now. */
    told: (acceptedAt = now()) => {
      const { helpdesk } = world;
      return liveTruth(helpdesk, { records, listings }, { cutOver: START }).map(
        ({ contactId, queuesBy, queueName, isOptional }) => [
          `${contactId}${isOptional ? ', perhaps' : ''}`,
          queuesBy?.(acceptedAt).map(({ names }) => names.at(-1)) ?? [queueName],
        ],
      );
    },
  };
}

const EMAIL = { source: 1 };

it('knows only contacts that were told', () => {
  const { actions, tell, told, care, wait, list } = createToldWorld();
  actions.createTicket({ ...EMAIL, groupId: care });
  actions.createTicket({ ...EMAIL, groupId: care });
  tell('ticket:2', 'ticket', 2);
  wait(2 * MINUTE);
  list();

  expect(told()).toEqual([['ticket:2', ['Care email Tickets']]]);
});

it('names by the newest event that a listing showed until then, and not by what nobody told', () => {
  const { actions, tell, told, care, sales, wait, list } = createToldWorld();
  actions.createTicket({ ...EMAIL, groupId: care });
  tell('ticket:1', 'ticket', 1);
  wait(2 * MINUTE);
  list();
  const beforeTheMove = told();
  actions.changeGroup(1, sales);
  wait(MINUTE);
  list();
  const untold = told();
  actions.close(1);
  tell('fact:1', 'fact', 1);
  list();

  expect(beforeTheMove).toEqual([['ticket:1', ['Care email Tickets']]]);
  expect(untold).toEqual(beforeTheMove);
  expect(told()[0]?.[1]).toContain('Sales email Tickets');
});

it('takes the update of two events of one second, and both of two updates', () => {
  const { actions, tell, told, care, sales, wait, list } = createToldWorld();
  actions.createTicket(EMAIL);
  tell('ticket:1', 'ticket', 1);
  actions.routeTicket(1, care);
  tell('fact:1', 'fact', 1);
  wait(2 * MINUTE);
  list();
  const one = told();
  actions.createTicket({ ...EMAIL, groupId: care });
  tell('ticket:2', 'ticket', 2);
  wait(1000);
  actions.changeGroup(2, sales);
  actions.close(2);
  tell('fact:2', 'fact', 2);
  wait(2 * MINUTE);
  list();

  expect(one).toEqual([['ticket:1', ['Care email Tickets']]]);
  expect(told()[1]).toEqual(['ticket:2', ['Sales email Tickets']]);
});

it('lets a contact without a group wait ten minutes', () => {
  const { actions, tell, told, wait, list } = createToldWorld();
  actions.createTicket(EMAIL);
  tell('ticket:1', 'ticket', 1);
  wait(9 * MINUTE);
  list();
  const early = told();
  wait(MINUTE);
  list();

  expect(early).toEqual([['ticket:1', []]]);
  expect(told()).toEqual([['ticket:1', ['No group email Tickets']]]);
});

it('keeps the group that was known when the contact left the outbox, and judges spam again', () => {
  const { actions, tell, told, remove, care, sales, wait, list } = createToldWorld();
  actions.createTicket({ ...EMAIL, groupId: care });
  const record = tell('ticket:1', 'ticket', 1);
  wait(2 * MINUTE);
  list();
  remove(record);
  wait(MINUTE);
  actions.changeGroup(1, sales);
  tell('fact:1', 'fact', 1);
  list();
  const moved = told();
  wait(MINUTE);
  actions.markSpam(1);
  tell('unknown:1', 'unknown', 1);
  list();

  expect(moved[0]?.[1]).toEqual(['Care email Tickets']);
  expect(told()[0]?.[1]).toContain('Unknown group/source Tickets');
});

it('waits a day for the facts of a reply, and then counts it as Unknown', () => {
  const { actions, tell, told, care, wait, list } = createToldWorld();
  actions.createTicket({ ...EMAIL, groupId: care });
  const reply = actions.customerReply(1, { channel: 'email' });
  tell(`reply:${reply?.id}`, 'reply', 1);
  wait(DAY - 5 * MINUTE);
  list();
  const early = told();
  wait(5 * MINUTE);
  list();

  expect(early[0]?.[1]).toEqual([]);
  expect(told()[0]?.[1]).toEqual(['Unknown group/source Replies']);
});

it('names such a reply by the next event of its ticket', () => {
  const { actions, tell, told, care, wait, list } = createToldWorld();
  actions.createTicket({ ...EMAIL, groupId: care });
  const reply = actions.customerReply(1, { channel: 'portal' });
  tell(`reply:${reply?.id}`, 'reply', 1);
  wait(60 * MINUTE);
  actions.close(1);
  tell('fact:1', 'fact', 1);
  list();

  expect(told()[0]?.[1]).toEqual(['Care email Replies']);
});

it('leaves out the repeated message of a chat whose ticket was told, and requires neither of two', () => {
  const { actions, helpdesk, tell, told, care, wait, list } = createToldWorld();
  for (const id of [1, 2]) {
    actions.createTicket({ source: 7, groupId: care });
    tell(`ticket:${id}`, 'ticket', id);
  }
  actions.customerReply(2, { channel: 'chat' });
  const { conversations } = helpdesk;
  for (const { id, ticketId } of conversations.values()) tell(`reply:${id}`, 'reply', ticketId);
  wait(2 * MINUTE);
  list();

  const replies = told().filter(([id]) => String(id).startsWith('reply:'));
  expect(replies.map(([id]) => String(id).split(', ')[1])).toEqual(['perhaps', 'perhaps']);
});

it('allows the repeated message of a chat in Unknown once a day has passed in which nobody told its ticket', () => {
  const { actions, helpdesk, tell, told, care, wait, list } = createToldWorld();
  const { id } = actions.createTicket({ source: 7, groupId: care });
  for (const reply of helpdesk.conversations.values()) tell(`reply:${reply.id}`, 'reply', id);
  wait(DAY + 10 * MINUTE);
  const givenUp = ['reply:1, perhaps', ['Unknown group/source Replies']];
  actions.changeStatus(id, 3);
  tell(`fact:${id}`, 'fact', id);
  list();
  const replies = (): unknown[] =>
    told().map(([contactId, queues]) => [String(contactId).replace(/:\d+/, ':1'), queues]);

  expect(replies()).toEqual([givenUp]);
  wait(10 * MINUTE);
  list();
  expect(replies()).toEqual([givenUp]);
});

it('requires no Unknown contact of a ticket that was restored while its own contact was in the outbox', () => {
  const { actions, tell, told, remove, care, wait, list } = createToldWorld();
  const ids = [1, 2].map(() => actions.createTicket({ ...EMAIL, groupId: care }).id);
  const own = ids.map((id) => tell(`ticket:${id}`, 'ticket', id));
  wait(2 * MINUTE);
  list();
  own.slice(1).forEach(remove);
  wait(1000);
  for (const id of ids) {
    actions.markSpam(id);
    tell(`unknown:${id}`, 'unknown', id);
  }
  wait(1000);
  for (const id of ids) actions.unspam(id);

  const unknown = told().map(([id]) => id);
  expect(unknown).toEqual(['ticket:1', 'ticket:2', 'unknown:1, perhaps', 'unknown:2']);
});

it('counts a ticket under the source it was created with, and its reply under the newest that was told', () => {
  const { actions, tell, told, care, wait, list } = createToldWorld();
  actions.createTicket({ source: 2, groupId: care });
  tell('ticket:1', 'ticket', 1);
  wait(1000);
  actions.changeSource(1, 3);
  tell('fact:1', 'fact', 1);
  const reply = actions.customerReply(1, { channel: 'portal' });
  tell(`reply:${reply?.id}`, 'reply', 1);
  wait(2 * MINUTE);
  list();

  expect(told().map(([, queues]) => queues)).toEqual([['Care portal Tickets'], ['Care phone Replies']]);
});
