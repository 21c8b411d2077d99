import { expectAllArrived } from './explain';
import { startHistory, untilDone, wrongIn } from './history-story';
import { DAY, SECOND, endStories, startStory } from './story';

afterEach(endStories);

describe('pages that are shorter than asked for, although others follow', () => {
  it('end no list of tickets: 250 lost tickets arrive from pages of 99 rows', async () => {
    const story = await startStory();
    await story.minutes(10);
    story.freshdesk.settings.rowsShort = 1;
    story.platform.faults.events.dropRate = 1;
    const { actions } = story.freshdesk;
    const groupId = actions.createGroup('Care').id;
    for (let count = 0; count < 250; count += 1) {
      actions.createTicket({ groupId });
      story.skip(SECOND);
    }
    await story.minutes(90);

    expectAllArrived(story);
  });

  it('end no list of tickets of one second', async () => {
    const story = await startStory();
    await story.minutes(10);
    story.freshdesk.settings.rowsShort = 60;
    story.platform.faults.events.dropRate = 1;
    const { actions } = story.freshdesk;
    const groupId = actions.createGroup('Care').id;
    for (let count = 0; count < 130; count += 1) actions.createTicket({ groupId });
    await story.minutes(90);

    expectAllArrived(story);
  });

  it('end no conversations of a ticket, and no spam or deleted list', async () => {
    const story = await startStory();
    await story.minutes(10);
    story.freshdesk.settings.rowsShort = 95;
    story.platform.faults.events.dropRate = 1;
    const { actions } = story.freshdesk;
    const groupId = actions.createGroup('Care').id;
    const { id } = actions.createTicket({ groupId });
    for (let count = 0; count < 23; count += 1) {
      story.skip(SECOND);
      actions.customerReply(id, { channel: 'email' });
    }
    for (let count = 0; count < 12; count += 1) {
      story.skip(SECOND);
      actions.trash(actions.createTicket({ groupId }).id);
      actions.markSpam(actions.createTicket({ groupId }).id);
    }
    await story.minutes(4 * 60);

    expectAllArrived(story, { namedWithinMs: DAY });
  });

  it('end no list of the import of the history', async () => {
    const history = await startHistory({ days: 2, tickets: 40, seed: 5 });
    history.story.freshdesk.settings.rowsShort = 88;
    await untilDone(history.story);

    expect(wrongIn(history)).toEqual([]);
  });
});
