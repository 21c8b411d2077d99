import { askPage } from './ask-page';
import { heldOf, outboxIds, queueSums } from './explain';
import { bothKills, killEverywhere } from './kill-everywhere';
import { openTicketPage, startLiveStory } from './live-only';
import { endStories, MINUTE, SECOND, TICK, type Story } from './story';

afterEach(endStories);

const EXPECTED: Readonly<Record<string, number>> = {
  'Made later email Tickets': 1,
  'Seen email Tickets': 1,
  'Typed email Tickets': 1,
  'Unknown group/source Tickets': 1,
  'No group source 101 Tickets': 1,
};

/** Contacts that wait for their names, and names that came in every way before the next run. */
async function startNamed(): Promise<{ readonly story: Story }> {
  const story = await startLiveStory({ installs: false });
  const { actions } = story.freshdesk;
  const [seen = 0, typed = 0, gone = 0] = ['Seen', 'Called', 'Gone'].map(
    (name) => actions.createGroup(name).id,
  );
  await story.minutes(1);
  await story.platform.install(story.settings());
  await story.minutes(8);
  const [ticket] = [seen, typed, gone].map((groupId) => actions.createTicket({ groupId }));
  actions.createTicket({ source: 101 });
  await story.minutes(20);
  expect({ sums: queueSums(story), outbox: outboxIds(story) }).toEqual({ sums: {}, outbox: [] });

  const later = actions.createGroup('Made later');
  actions.createTicket({ groupId: later.id });
  await story.platform.advance(2 * SECOND);
  await openTicketPage(story, ticket?.id ?? 0);
  const names = [
    { kind: 'group', id: typed, name: 'Typed' },
    { kind: 'group', id: gone, gone: true },
    { kind: 'source', id: 101, noLabel: true },
  ];
  await askPage(story, 'nameGroup', { names });
  story.skip(2 * MINUTE);
  return { story };
}

it('a run that takes names, killed at each of its calls, loses no name and counts each contact once', async () => {
  const { steps, wrong } = await killEverywhere({
    start: startNamed,
    killsAt: bothKills,
    judge: async ({ story }) => {
      for (let run = 0; run < 4; run += 1) {
        story.skip(MINUTE);
        await story.platform.fireSchedule(TICK);
      }
      const held = heldOf(story).flatMap(({ contactIds }) => contactIds);
      const queues = [...Object.keys(queueSums(story)), ...Object.keys(EXPECTED)];
      const wrongly = queues.filter((name) => queueSums(story)[name] !== EXPECTED[name]);
      const orders = Object.keys(story.platform.stores().keyValues['orders'] ?? {});
      // A POST without an outcome is held, never guessed.
      return [
        ...(held.length === 0 ? wrongly : wrongly.filter((name) => queueSums(story)[name] !== undefined)),
        ...outboxIds(story),
        ...orders.filter((field) => field !== 'v'),
      ];
    },
  });

  expect(wrong).toEqual([]);
  expect(steps).toBeGreaterThan(20);
});
