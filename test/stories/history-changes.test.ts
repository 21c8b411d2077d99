import { INJIXO_HOST } from '../../sandbox/create-sandbox';
import { pressStart } from '../../sandbox/scenarios/history/press-start';
import { fillHelpdesk } from '../../sandbox/scenarios/history/fill-helpdesk';
import { createRandom } from '../../sandbox/support/random';
import { heldOf, outboxIds } from './explain';
import {
  askHistory,
  INSTALLED_AT,
  startHistory,
  startText,
  unclearIn,
  untilDone,
  wrongIn,
} from './history-story';
import { DAY, MINUTE, SECOND, endStories, startStory, type Story } from './story';

afterEach(endStories);

/** Changes old tickets and adds new ones while the import runs. */
async function workMeanwhile(story: Story, minutes: number, seed: number): Promise<void> {
  const { actions, helpdesk } = story.freshdesk;
  const random = createRandom(seed);
  const groups = [...helpdesk.groups.keys()];
  const anyTicket = (): number => {
    const ids = [...helpdesk.tickets.keys()];
    return ids[Math.floor(random() * ids.length)] ?? 1;
  };
  const deeds: readonly (() => unknown)[] = [
    () => actions.createTicket({ groupId: groups[0] ?? null }),
    () => actions.customerReply(anyTicket(), { channel: 'email' }),
    () => actions.customerReply(anyTicket(), { channel: 'portal' }),
    () => actions.agentReply(anyTicket()),
    () => actions.close(anyTicket()),
    () => actions.trash(anyTicket()),
    () => actions.markSpam(anyTicket()),
    () => actions.restore(anyTicket()),
    () => actions.unspam(anyTicket()),
    () => actions.touch(anyTicket()),
  ];
  for (let step = 0; step < minutes * 3; step += 1) {
    deeds[Math.floor(random() * deeds.length)]?.();
    await story.platform.advance(20 * SECOND);
  }
}

it.each([1, 2])('loses and doubles nothing of what changes while it runs (%d)', async (seed) => {
  const history = await startHistory({ tickets: 500, days: 20, massUpdate: 110 }, { plan: 'trial' });

  await workMeanwhile(history.story, 60, seed);
  history.story.freshdesk.setPlan('pro');
  await untilDone(history.story);
  await history.story.minutes(150);

  expect(wrongIn(history)).toEqual([]);
  expect({ outbox: outboxIds(history.story), held: heldOf(history.story) }).toEqual({
    outbox: [],
    held: [],
  });
});

it('gives every contact around the moment of installation to one side only', async () => {
  const story = await startStory({ installs: false, startsAt: INSTALLED_AT - 2 * DAY });
  const { actions } = story.freshdesk;
  story.platform.faults.events.dropRate = 1;
  const historyFrom = fillHelpdesk(story.freshdesk, story.clock, {
    tickets: 30,
    days: 2,
    until: INSTALLED_AT - MINUTE,
  });
  story.platform.faults.events.dropRate = 0;
  story.platform.faults.events.delayMs = 5 * SECOND;
  const around = async (): Promise<void> => {
    for (let second = 0; second < 8; second += 1) {
      actions.customerReply(1 + second, { channel: 'email' });
      actions.createTicket();
      await story.platform.advance(SECOND);
    }
  };
  await around();
  await story.platform.install({ ...story.settings(), history_from: startText(historyFrom) });
  await pressStart(story.platform);
  await around();
  await untilDone(story);
  await story.minutes(60);

  expect(
    wrongIn({ story, historyFrom: Date.parse(`${startText(historyFrom).replace(' ', 'T')}:00Z`) }),
  ).toEqual([]);
});

it('finds replies under the ticket they were merged into, before and after either was imported', async () => {
  const history = await startHistory({ tickets: 200, days: 20, repliedShare: 1 }, { plan: 'trial' });
  const { story } = history;
  const { actions, helpdesk } = story.freshdesk;
  const living = [...helpdesk.tickets.values()]
    .filter(({ versions }) => {
      const ticket = versions.at(-1)?.ticket;
      // Under another ticket, the API no longer shows that a chat's first message only repeats its ticket.
      const isChat = [7, 13, 15].includes(ticket?.source ?? 0);
      return ticket !== undefined && !isChat && !ticket.isSpam && !ticket.isDeleted;
    })
    .filter(({ versions }) => (versions.at(-1)?.ticket.stats.requesterRespondedAt ?? null) !== null)
    .map(({ id }) => id);
  await story.minutes(21);
  const early = living.slice(0, 8);
  const late = living.slice(-8);
  early.forEach((id, index) => actions.merge(late[index] ?? 0, [id]));
  await story.platform.advance(10 * SECOND);
  living.slice(8, 12).forEach((id, index) => actions.merge(id, [living.at(-9 - index) ?? 0]));
  story.freshdesk.setPlan('pro');
  await untilDone(story);
  await story.minutes(30);

  expect(wrongIn(history)).toEqual([]);
});

it('comes through a second with more tickets than pages, and says so', async () => {
  const history = await startHistory({ tickets: 700, days: 20, massUpdate: 550 });
  history.story.freshdesk.limits.maxListPages = 3;

  await untilDone(history.story);
  await history.story.minutes(10);

  const { outOfReach } = await askHistory(history.story);
  expect(outOfReach).toContain('crowded_second');
  expect(wrongIn(history).every((line) => line.includes('lost'))).toBe(true);
});

it('reads far more tickets than the pages of one list show', async () => {
  const history = await startHistory({ tickets: 900, days: 20, massUpdate: 250 });
  history.story.freshdesk.limits.maxListPages = 3;

  await untilDone(history.story);
  await history.story.minutes(10);

  expect(wrongIn(history)).toEqual([]);
  expect((await askHistory(history.story))['outOfReach']).not.toContain('crowded_second');
});

it('holds a batch without an answer as unclear, and sends it again when told', async () => {
  const history = await startHistory({ tickets: 300, days: 20 });
  const { story } = history;
  story.injixo.faults.add({ kind: 'broken', times: 1, onlyWithContacts: true, isTaken: false });
  await untilDone(story);
  expect(unclearIn(history).length).toBeGreaterThan(50);
  expect(wrongIn(history)).toEqual([]);

  const [held] = Object.keys(story.platform.stores().keyValues).filter((key) => key.startsWith('held:'));
  await story.platform.callFunction('sendHeld', {
    request: { number: Number(held?.slice('held:'.length)) },
  });
  await story.minutes(20);

  expect(wrongIn(history)).toEqual([]);
  expect(
    (story.platform.stores().keyValues['state'] as { held: { batches: unknown[] } }).held.batches,
  ).toEqual([]);
});

it('sets aside single contacts that injixo refuses, and imports all others', async () => {
  const history = await startHistory({ tickets: 300, days: 20 });
  const { story } = history;
  let refusedAt: string | null = null;
  story.injixo.faults.add({
    kind: 'refuse',
    contact: ({ timestamp }) => {
      refusedAt ??= timestamp;
      return timestamp === refusedAt;
    },
  });

  await untilDone(story);

  expect(heldOf(story).map(({ reason }) => reason)).toEqual(['parked']);
  expect(wrongIn(history)).toEqual([]);
  expect(story.network.requests().some(({ host }) => host === INJIXO_HOST)).toBe(true);
});
