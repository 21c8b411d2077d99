import { explain, queueSums } from './explain';
import { endStories, MINUTE, SECOND, startStory } from './story';

afterEach(endStories);

it('half of the contacts are in injixo within four minutes without an entity store, at ten a minute', async () => {
  const story = await startStory();
  story.platform.faults.entityStoreOff = true;
  const { actions } = story.freshdesk;
  const group = actions.createGroup('Sales');
  actions.createTicket({ groupId: group.id });
  await story.minutes(30);
  const begunAt = story.clock.now();
  for (let n = 0; n < 300; n += 1) {
    const ticket = actions.createTicket({ groupId: n % 10 === 0 ? null : group.id });
    if (n % 2 === 0) actions.customerReply(ticket.id, { channel: 'email' });
    await story.platform.advance((n % 2 === 0 ? 12 : 6) * SECOND);
  }
  const endedAt = story.clock.now();
  await story.minutes(30);

  const delays = story.injixo.receipts
    .filter(({ timestamp }) => Date.parse(timestamp) >= begunAt && Date.parse(timestamp) < endedAt)
    .map(({ timestamp, at }) => at - Date.parse(timestamp))
    .sort((a, b) => a - b);
  expect(delays.length).toBeGreaterThan(400);
  expect((delays[Math.floor(delays.length / 2)] ?? Infinity) / MINUTE).toBeLessThan(4);
  expect(explain(story)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
  expect(Object.keys(queueSums(story)).sort()).toEqual([
    'No group email Replies',
    'No group email Tickets',
    'Sales email Replies',
    'Sales email Tickets',
  ]);
});

it('names a contact by the group it has got at the end of its ten minutes, also when the entity store is back by then', async () => {
  const story = await startStory();
  const { actions } = story.freshdesk;
  const group = actions.createGroup('Sales');
  actions.createTicket({ groupId: group.id });
  story.platform.faults.entityStoreOff = true;
  await story.minutes(30);
  const ticket = actions.createTicket({ groupId: null });
  actions.customerReply(ticket.id, { channel: 'email' });
  await story.minutes(3);
  story.platform.faults.entityStoreOff = false;
  await story.minutes(1);
  actions.changeGroup(ticket.id, group.id);
  await story.minutes(40);

  expect(explain(story)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
  expect(queueSums(story)).toEqual({ 'Sales email Tickets': 2, 'Sales email Replies': 1 });
});
