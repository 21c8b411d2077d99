import { outboxIds, queueSums } from './explain';
import { askedOfFreshdesk, startLiveStory, unheard, waitsOf } from './live-only';
import { endStories, MINUTE, SECOND, type Story } from './story';

afterEach(endStories);

/** A group whose name no event told, and one whose name is known. */
async function startWithGroups() {
  const story = await startLiveStory();
  const { actions } = story.freshdesk;
  const named = actions.createGroup('Sales').id;
  const unnamed = unheard(story, () => actions.createGroup('Nobody')).id;
  // Something came within the last half hour: runs come each minute.
  for (let n = 0; n < 8; n += 1) {
    actions.createTicket({ groupId: named });
    await story.minutes(2);
  }
  return { story, named, unnamed };
}

/** How long the contacts dated in this time took, the longest last (ms). */
function delaysOf({ injixo }: Story, from: number, until = Infinity): readonly number[] {
  return injixo.receipts
    .map(({ at, timestamp }) => ({ at, dated: Date.parse(timestamp) }))
    .filter(({ dated }) => dated >= Math.floor(from / 1000) * 1000 && dated < until)
    .map(({ at, dated }) => at - dated)
    .sort((a, b) => a - b);
}

/** What a contact takes at most while nothing hinders it: the settle window, a run a minute, and the run itself. */
const AS_USUAL = 2 * MINUTE + 6 * SECOND;

it('sends ten contacts of a named group at once, with 300 due ones of a group without a name', async () => {
  const { story, named, unnamed } = await startWithGroups();
  const { actions } = story.freshdesk;
  const begunAt = story.clock.now();
  for (let n = 0; n < 310; n += 1) {
    actions.createTicket({ groupId: n % 31 === 30 ? named : unnamed });
    await story.platform.advance(SECOND / 3);
  }
  await story.minutes(2);

  const delays = delaysOf(story, begunAt);
  expect(delays).toHaveLength(10);
  expect(delays.at(-1)).toBeLessThan(AS_USUAL);
  await story.minutes(5);
  expect({ waits: waitsOf(story), outbox: outboxIds(story) }).toEqual({ waits: { names: 300 }, outbox: [] });
});

it('delays no other contact for 3,000 of a group without a name and 3,000 replies without facts', async () => {
  const { story, named, unnamed } = await startWithGroups();
  const { actions } = story.freshdesk;
  const old = unheard(story, () =>
    Array.from({ length: 3_000 }, () => actions.createTicket({ groupId: named }).id),
  );
  story.platform.faults.events.plan = ({ name }) => (name === 'onTicketUpdate' ? [] : [0]);
  const begunAt = story.clock.now();
  for (const [n, id] of old.entries()) {
    actions.customerReply(id, { channel: 'email' });
    actions.createTicket({ groupId: unnamed });
    if (n % 10 === 0) actions.createTicket({ groupId: named });
    await story.platform.advance(2 * SECOND);
  }
  await story.minutes(10);

  const delays = delaysOf(story, begunAt);
  expect(delays).toHaveLength(300);
  expect(delays.at(-1)).toBeLessThan(AS_USUAL);
  expect({ waits: waitsOf(story), outbox: outboxIds(story) }).toEqual({
    waits: { names: 3_000, facts: 3_000 },
    outbox: [],
  });
});

/** A part of the 20,000 of a weekend, which take a minute of the processor: docs/performance.md says what came of them. */
const WAITING = 2_300;

it('keeps thousands of contacts that wait for a name under few keys, and sends them once it is known', async () => {
  const { story, unnamed } = await startWithGroups();
  const { actions } = story.freshdesk;
  for (let n = 0; n < WAITING; n += 1) {
    actions.createTicket({ groupId: unnamed });
    await story.platform.advance(0.7 * SECOND);
  }
  await story.minutes(5);
  const { keyValues } = story.platform.stores();
  expect({ waits: waitsOf(story), outbox: outboxIds(story) }).toEqual({
    waits: { names: WAITING },
    outbox: [],
  });
  expect(Object.keys(keyValues).filter((key) => key.startsWith('waiting:'))).toHaveLength(4);
  expect(JSON.stringify(keyValues['state']).length).toBeLessThan(5_000);

  const request = { kind: 'group', id: unnamed, name: 'Weekend' };
  await story.platform.callFunction('nameGroup', { request });
  await story.minutes(30);

  expect(queueSums(story)).toMatchObject({ 'Weekend email Tickets': WAITING });
  expect(waitsOf(story)).toEqual({});
  expect(askedOfFreshdesk(story)).toEqual([]);
});
