import { isOwnImport, readPast } from './own-import';
import { openPast } from './own-import-fixture';

const MINUTE = 60_000;

let past: Awaited<ReturnType<typeof openPast>>;

beforeEach(async () => {
  past = await openPast();
});
afterEach(() => past.freshdesk.stop());

const read = async (): Promise<readonly string[]> => {
  const contacts = await readPast(past.access);
  return contacts.map(({ timestamp, queueName }) => `${timestamp.slice(11, 16)} ${queueName}`).toSorted();
};

it('imports tickets and replies of customers into queues that are named as the app names them', async () => {
  const { actions } = past.freshdesk;
  const care = actions.createGroup('Care');
  const own = actions.addSource('Fax', 101);
  const ticket = actions.createTicket({ groupId: care.id, source: 3 });
  actions.createTicket({ groupId: null, source: own });
  past.wait(10 * MINUTE);
  actions.customerReply(ticket.id, { channel: 'email' });
  actions.customerReply(ticket.id, { channel: 'phone' });

  expect(await read()).toEqual([
    '06:00 Care phone Tickets',
    '06:00 No group Fax Tickets',
    '06:10 Care email Replies',
    '06:10 Care phone Replies',
  ]);
});

it('leaves out what no customer wrote', async () => {
  const { actions } = past.freshdesk;
  const care = actions.createGroup('Care');
  const ticket = actions.createTicket({ groupId: care.id });
  actions.createTicket({ groupId: care.id, source: 10 });
  actions.createTicket({ groupId: care.id, source: 14 });
  past.wait(MINUTE);
  actions.agentReply(ticket.id);
  actions.publicNote(ticket.id);
  actions.privateNote(ticket.id);
  actions.forward(ticket.id);
  actions.survey(ticket.id);

  expect(await read()).toHaveLength(1);
});

it('reads every page, and marks everything as its own', async () => {
  const { actions } = past.freshdesk;
  const care = actions.createGroup('Care');
  const ticket = actions.createTicket({ groupId: care.id });
  for (let n = 0; n < 120; n += 1) {
    actions.createTicket({ groupId: care.id });
    past.wait(MINUTE);
    actions.customerReply(ticket.id, { channel: 'email' });
  }
  const contacts = await readPast(past.access);

  expect(contacts).toHaveLength(241);
  expect(contacts.every(isOwnImport)).toBe(true);
});

it('says why it stopped when Freshdesk refuses the key', async () => {
  await expect(readPast({ ...past.access, apiKey: 'wrong' })).rejects.toThrow(
    "Freshdesk answered injixo's import with 401.",
  );
});
