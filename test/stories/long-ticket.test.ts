import { expectAllArrived, outboxIds, queueSums } from './explain';
import { startHistory, untilDone, wrongIn, type HistoryStory } from './history-story';
import { DAY, HOUR, MINUTE, SECOND, endStories, startStory, type Story } from './story';

afterEach(endStories);

/** A ticket with so many notes before and after a reply whose event was lost. */
async function longTicket(before: number, after = 0): Promise<{ story: Story; ticketId: number }> {
  const story = await startStory({ plan: 'trial' });
  await story.minutes(10);
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Care').id;
  const { id: ticketId } = actions.createTicket({ groupId });
  await story.minutes(5);
  const note = (notes: number): void => {
    for (let count = 0; count < notes; count += 1) {
      story.skip(SECOND);
      actions.privateNote(ticketId);
    }
  };
  note(before);
  story.platform.faults.events.dropRate = 1;
  actions.customerReply(ticketId, { channel: 'email' });
  note(after);
  return { story, ticketId };
}

function callsOf(story: Story, ticketId: number): readonly number[] {
  const path = `/api/v2/tickets/${ticketId}/conversations`;
  const minutes = new Map<number, number>();
  for (const { path: asked, at } of story.network.requests()) {
    const minute = Math.floor(at / MINUTE);
    if (asked === path) minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
  }
  return [...minutes.values()];
}

it('leaves the others their share: 2,700 conversations at 50 calls a minute, and one event lost', async () => {
  const { story, ticketId } = await longTicket(2_699);
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Sales').id;
  for (let count = 0; count < 5; count += 1) {
    story.skip(10 * SECOND);
    actions.createTicket({ groupId });
  }
  story.network.clearRequests();
  await story.minutes(2 * 60);

  expectAllArrived(story, { namedWithinMs: DAY });
  const calls = callsOf(story, ticketId);
  // A quarter of half of 50 calls a minute.
  expect(Math.max(...calls)).toBeLessThanOrEqual(7);
  // 27 pages, one of them again with each further run.
  expect(calls.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(40);
});

/** Deletes conversations of a ticket, all of which were read, and does not change it; `shown` are left. */
function deleteRead(
  { freshdesk: { helpdesk } }: Story,
  ticketId: number,
  deleted: number,
  shown = Infinity,
): void {
  const thread = helpdesk.threads.get(ticketId) ?? [];
  helpdesk.threads.set(ticketId, thread.slice(deleted, deleted + shown));
}

it.each([
  ['less than a page: it goes on one page before where it stopped', 90, 1_400],
  ['more than a page: it reads the ticket from its beginning', 450, 1_000],
  ['all pages that were read: an empty page is not the end', 600, 80],
])('finds a reply that moves while its ticket is read, by %s', async (_what, deleted, shown) => {
  // A run reads six pages of it.
  const { story, ticketId } = await longTicket(650, 850);
  story.network.clearRequests();
  for (let minute = 0; minute < 40 && callsOf(story, ticketId).length === 0; minute += 1)
    await story.minutes(1);
  expect(callsOf(story, ticketId)).toEqual([6]);
  deleteRead(story, ticketId, deleted, shown);
  await story.minutes(2 * 60);

  expectAllArrived(story, { namedWithinMs: DAY });
});

it.each([
  ['on the second page', 150],
  ['on the fourth page', 350],
])(
  'counts a chat once whose first message stands %s, behind a ticket merged into it',
  async (_where, notes) => {
    const story = await startStory();
    await story.minutes(10);
    const { actions } = story.freshdesk;
    const groupId = actions.createGroup('Care').id;
    const old = actions.createTicket({ groupId });
    for (let count = 0; count < notes; count += 1) actions.privateNote(old.id);
    await story.minutes(10);
    const chat = actions.createTicket({ groupId, source: 7 });
    actions.merge(chat.id, [old.id]);
    await story.minutes(30);

    expect(queueSums(story)).toEqual({ 'Care email Tickets': 1, 'Care chat Tickets': 1 });
    expect(outboxIds(story)).toEqual([]);
  },
);

interface StoredHistory {
  readonly partialTickets: readonly { readonly page: number; readonly again?: number }[];
}

function storedHistory(story: Story): StoredHistory {
  return (story.platform.stores().keyValues['history'] ?? { partialTickets: [] }) as StoredHistory;
}

/** How many pages of a ticket's conversations the import has sent. */
function pagesSent(story: Story): number {
  return storedHistory(story).partialTickets[0]?.page ?? 0;
}

/** A history whose longest ticket is sent in part when conversations of it are deleted. */
async function movedInImport(replies: number, deleted: number): Promise<HistoryStory> {
  const past = { days: 2, tickets: 12, seed: 3, longTicket: replies };
  const history = await startHistory(past, { plan: 'trial' });
  const { story } = history;
  while (pagesSent(story) < 6) await story.minutes(1);
  deleteRead(story, Math.max(...story.freshdesk.helpdesk.tickets.keys()), deleted);
  return history;
}

it.each([
  ['by more than a page', 1_200, 350],
  ['so that the page to go on with is empty', 750, 500],
])('imports each reply of a long ticket once when its pages move, %s', async (_what, replies, deleted) => {
  const history = await movedInImport(replies, deleted);
  await untilDone(history.story);

  expect(wrongIn(history)).toEqual([]);
});

it.each([
  ['before it would begin the ticket again', 0],
  ['after it began the ticket again', 1],
])('imports no reply twice when more were sent than it can look up, %s', async (_when, again) => {
  const history = await movedInImport(1_200, 350);
  const { story } = history;
  while ((storedHistory(story).partialTickets[0]?.again ?? 0) < again) await story.minutes(1);
  story.platform.putKeyValue('history', { ...storedHistory(story), replyParts: 13 });
  await untilDone(story);

  const wrong = wrongIn(history);
  expect(wrong.length).toBeGreaterThan(0);
  expect(wrong.filter((line) => !line.includes('lost'))).toEqual([]);
});

it('holds up no import of the history', async () => {
  const history = await startHistory({ days: 2, tickets: 12, seed: 3 }, { plan: 'trial' });
  const { story } = history;
  expect(story.clock.now()).toBeGreaterThan(HOUR);
  await untilDone(story);
  expect(wrongIn(history)).toEqual([]);
});
