import { startHistory, untilDone, wrongIn } from './history-story';
import { endStories } from './story';

afterEach(endStories);

const LONG_MS = 120_000;

it(
  'imports every contact of the past once, in its queue',
  async () => {
    const history = await startHistory({ tickets: 600, days: 30, massUpdate: 150, longTicket: 250 });

    const minutes = await untilDone(history.story);
    await history.story.minutes(10);

    console.log(
      minutes,
      explain(history.story, { historyFrom: history.historyFrom }).contacts,
      history.story.platform.usage().kv,
      (history.story.platform.stores().keyValues['state'] as any).history,
    );
    expect(wrongIn(history)).toEqual([]);
  },
  LONG_MS,
);
