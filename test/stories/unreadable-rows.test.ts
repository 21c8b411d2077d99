import { latestVersion } from '../../sandbox/freshdesk/model/ticket-versions';
import { askOverview } from './ask-page';
import { startHistory, untilDone } from './history-story';
import { MINUTE, SECOND, endStories, startStory, type Story } from './story';

afterEach(endStories);

interface Unreadable {
  readonly rows: number;
  readonly at: number;
  readonly records: number;
}

async function unreadableIn(story: Story): Promise<Unreadable | null> {
  return (await askOverview(story))['unreadable'] as Unreadable | null;
}

/** From now on Freshdesk's API answers with a ticket without a source, as no event did. */
function spoilTicket({ freshdesk: { helpdesk } }: Story, ticketId: number): void {
  const record = helpdesk.tickets.get(ticketId);
  if (record !== undefined) Object.assign(latestVersion(record), { source: null });
}

/** From now on Freshdesk's API answers with a conversation that does not say who wrote it. */
function spoilConversation({ freshdesk: { helpdesk } }: Story, id: number): void {
  helpdesk.conversations.set(id, Object.assign({}, helpdesk.conversations.get(id), { isIncoming: null }));
}

function placesIn(story: Story): readonly string[] {
  return story.platform
    .log()
    .map(({ text }) => text)
    .filter((text) => text.includes('a row cannot be read'));
}

/** The contacts that injixo has. */
function sent(story: Story): number {
  return story.injixo.receipts.length;
}

it('is told, once, of a ticket among 250 and of a conversation that the scan cannot read', async () => {
  const story = await startStory();
  await story.minutes(10);
  story.platform.faults.events.dropRate = 1;
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Care').id;
  const ids = [...Array(250).keys()].map(() => {
    story.skip(SECOND / 2);
    return actions.createTicket({ groupId }).id;
  });
  const [first = 0, second = 0] = ids;
  const replyId = actions.customerReply(first, { channel: 'email' })?.id ?? 0;
  story.skip(SECOND);
  actions.customerReply(first, { channel: 'email' });
  spoilTicket(story, second);
  spoilConversation(story, replyId);
  await story.minutes(120);

  const shown = await unreadableIn(story);
  expect(shown).toMatchObject({ rows: 2, records: 0 });
  expect(story.clock.now() - (shown?.at ?? 0)).toBeLessThan(130 * MINUTE);
  expect(sent(story)).toBe(250);
  const places = placesIn(story);
  expect(places).toHaveLength(2);
  expect(places.filter((text) => text.includes(`"ticketId":${second}`))).toHaveLength(1);
  expect(places.filter((text) => text.includes(`"ticketId":${first}`))).toHaveLength(1);
});

it('is told of a ticket that the import cannot read', async () => {
  const history = await startHistory({ days: 2, tickets: 40, seed: 5 });
  const { story } = history;
  const [ticketId = 0] = story.freshdesk.helpdesk.tickets.keys();
  spoilTicket(story, ticketId);
  await untilDone(story);

  expect(await unreadableIn(story)).toMatchObject({ rows: 1 });
});

it('says nothing while all can be read', async () => {
  const story = await startStory();
  story.freshdesk.actions.createTicket({});
  await story.minutes(30);

  expect(await unreadableIn(story)).toBeNull();
});
