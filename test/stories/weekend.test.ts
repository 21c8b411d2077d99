import { expectAllArrived } from './explain';
import { DAY, HOUR, MINUTE, endStories, startStory, type Story } from './story';

afterEach(endStories);

const FRIDAY_EVENING = Date.parse('2026-11-06T16:00:00Z');

/** Contacts of a weekend: tickets, replies (some in quick succession), spam, and some deleted tickets. */
function letPeopleWrite(story: Story, hours: number): void {
  const { actions } = story.freshdesk;
  const groups = ['Care', 'Sales'].map((name) => actions.createGroup(name).id);
  const perHour = 8;
  let ticketId = 0;
  for (let count = 0; count < hours * perHour; count += 1) {
    if (count % 3 === 1) actions.customerReply(ticketId, { channel: 'email' });
    else ticketId = actions.createTicket({ groupId: groups[count % groups.length] ?? null }).id;
    if (count % 20 === 19) actions.markSpam(ticketId);
    if (count % 24 === 23) actions.trash(ticketId);
    story.skip(HOUR / perHour);
  }
}

async function minutesUntil(story: Story, isDone: () => boolean, most: number): Promise<number> {
  for (let minutes = 0; minutes < most; minutes += 1) {
    if (isDone()) return minutes;
    await story.minutes(1);
  }
  return most;
}

function freshdeskCalls({ freshdesk }: Story): number {
  return Object.values(freshdesk.calls).reduce((sum, calls) => sum + calls, 0);
}

it('a weekend without any event and without any run is repaired by the scan alone, once', async () => {
  const story = await startStory({ startsAt: FRIDAY_EVENING });
  await story.minutes(10);
  story.platform.faults.events.dropRate = 1;
  letPeopleWrite(story, 62);
  const contacts = story.freshdesk.helpdesk.tickets.size + story.freshdesk.helpdesk.conversations.size;
  const before = freshdeskCalls(story);

  let last = -1;
  const isQuiet = (): boolean => {
    const state = story.platform.stores().keyValues['state'] as { readonly checkedUntil: number };
    const isCaughtUp =
      story.clock.now() - state.checkedUntil < 30 * MINUTE && last === story.injixo.receipts.length;
    last = story.injixo.receipts.length;
    return isCaughtUp;
  };
  const minutes = await minutesUntil(story, isQuiet, 240);
  const calls = freshdeskCalls(story) - before;
  console.info(`A weekend of ${contacts} tickets and replies: ${calls} Freshdesk calls, ${minutes} minutes`);
  await story.minutes(90);

  expectAllArrived(story, { namedWithinMs: 4 * DAY });
  const note = story.platform.stores().keyValues['in_flight'] as { accepted: number; repaired: number };
  expect(note.repaired).toBe(note.accepted);
  expect(story.injixo.receipts).toHaveLength(note.accepted);
});

it('with the entity store switched off everything arrives all the same', async () => {
  const story = await startStory({ startsAt: FRIDAY_EVENING });
  story.platform.faults.entityStoreOff = true;
  const { actions } = story.freshdesk;
  const group = actions.createGroup('Care').id;
  for (let count = 0; count < 30; count += 1) {
    const ticket = actions.createTicket({
      groupId: count % 5 === 0 ? null : group,
      source: count % 4 === 0 ? 7 : 1,
    });
    await story.minutes(7);
    actions.customerReply(ticket.id, { channel: count % 2 === 0 ? 'email' : 'portal' });
    if (count % 10 === 9) actions.markSpam(ticket.id);
    await story.minutes(3);
  }
  await story.minutes(100);

  expectAllArrived(story, { namedWithinMs: DAY });
  expect(story.platform.stores().entities['contacts']).toEqual([]);
});
