import { heldOf, outboxIds, queueSums } from './explain';
import { bothKills, killEverywhere } from './kill-everywhere';
import { openTicketPage, startLiveStory, unheard, waitsOf } from './live-only';
import { endStories, MINUTE, SECOND, TICK, type Story } from './story';

afterEach(endStories);

/** What injixo must show in the end. */
const RIGHT = {
  'Sales email Tickets': 2,
  'Sales chat Tickets': 1,
  'Sales email Replies': 1,
  'Seen email Tickets': 1,
  'Later email Tickets': 1,
  'Care email Tickets': 1,
  'Care email Replies': 2,
  'Unknown group/source Tickets': 1,
};

/** The ticket whose facts, and the group whose name come after the killed run. */
interface Started {
  readonly story: Story;
  readonly older: number;
  readonly later: number;
}

/**
 * Before a run: due contacts with and without names and facts, a moved ticket, spam, a name that came for a contact that
 * waits, and facts that came for a reply that waits.
 */
async function start(): Promise<Started> {
  const story = await startLiveStory();
  const { actions } = story.freshdesk;
  const sales = actions.createGroup('Sales');
  const [seen, later, care] = ['Seen', 'Later', 'Care'].map((name) =>
    unheard(story, () => actions.createGroup(name)),
  );
  const old = unheard(story, () => actions.createTicket({ groupId: care?.id ?? 0 }));
  const older = unheard(story, () => actions.createTicket({ groupId: care?.id ?? 0 }));
  await story.platform.advance(MINUTE);
  const waits = actions.createTicket({ groupId: seen?.id ?? 0 });
  story.platform.faults.events.plan = ({ name }) => (name === 'onTicketUpdate' ? [] : [0]);
  await story.platform.advance(2 * SECOND);
  actions.customerReply(old.id, { channel: 'email' });
  await story.minutes(15);
  expect(waitsOf(story)).toEqual({ names: 1, facts: 1 });
  story.platform.faults.events.plan = null;
  // Now the run to kill: nothing of this is due before the clock moves.
  const steps: readonly (() => unknown)[] = [
    () => actions.createTicket({ groupId: sales.id }),
    () => actions.createTicket({ groupId: later?.id ?? 0 }),
    () => actions.changeGroup(actions.createTicket({ groupId: sales.id }).id, care?.id ?? 0),
    () => actions.markSpam(actions.createTicket({ groupId: sales.id }).id),
    () => actions.createTicket({ groupId: sales.id, source: 7 }),
    () => actions.changeStatus(old.id, 3),
  ];
  const ticket = actions.createTicket({ groupId: sales.id });
  for (const step of steps) {
    await story.platform.advance(2 * SECOND);
    step();
  }
  await story.platform.advance(2 * SECOND);
  actions.customerReply(ticket.id, { channel: 'email' });
  story.platform.faults.events.plan = ({ name }) => (name === 'onTicketUpdate' ? [] : [0]);
  await story.platform.advance(2 * SECOND);
  actions.customerReply(older.id, { channel: 'email' });
  await story.platform.advance(2 * SECOND);
  story.platform.faults.events.plan = null;
  await openTicketPage(story, waits.id);
  await story.platform.callFunction('nameGroup', { request: { kind: 'group', id: care?.id, name: 'Care' } });
  story.skip(2 * MINUTE);
  return { story, older: older.id, later: later?.id ?? 0 };
}

const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((all, each) => all + each, 0);

/** Contacts that are doubled, lost, or still wait. */
function findWrong(story: Story): readonly string[] {
  const held = heldOf(story).flatMap(({ contactIds }) => contactIds).length;
  const right: Readonly<Record<string, number>> = RIGHT;
  const sums = queueSums(story);
  const missing = sum(RIGHT) - sum(sums);
  return [
    ...Object.keys(sums).filter((queue) => (sums[queue] ?? 0) > (right[queue] ?? 0)),
    ...(missing > held ? [`${missing - held} lost`] : []),
    ...outboxIds(story),
    ...Object.keys(waitsOf(story)),
  ];
}

/** After the kill everything else is told; in the end each contact is in injixo once, or held as unclear. */
async function judge({ story, older, later }: Started): Promise<readonly string[]> {
  story.skip(MINUTE);
  story.freshdesk.actions.changeStatus(older, 4);
  await story.platform.advance(2 * SECOND);
  await story.platform.callFunction('nameGroup', { request: { kind: 'group', id: later, name: 'Later' } });
  for (let run = 0; run < 5; run += 1) {
    story.skip(MINUTE);
    await story.platform.fireSchedule(TICK);
  }
  return findWrong(story);
}

it('a live run killed before or after any of its calls loses and doubles nothing', async () => {
  const { steps, wrong } = await killEverywhere({ start, killsAt: bothKills, judge });

  expect(wrong).toEqual([]);
  expect(steps).toBeGreaterThan(40);
});
