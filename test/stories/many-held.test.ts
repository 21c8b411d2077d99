import { askPage } from './ask-page';
import { explain, heldOf } from './explain';
import { listHeld, press } from './held-commands';
import { addContacts } from './waiting-contacts';
import { MINUTE, SECOND, endStories, startStory, type Story } from './story';

afterEach(endStories);

const HELD = 300;
const DISCARDED = 50;
const QUEUE = 'freshdesk:unknown:tickets';

interface HeldRow {
  readonly number: number;
  readonly contacts: number;
}

/** A story with so many held and discarded batches of `contacts` contacts each, as an app of long ago left them. */
async function startMany(held: number, discarded: number, contacts: number): Promise<Story> {
  const story = await startStory();
  await addContacts(story, 1);
  await story.minutes(12);
  const rowOf = (index: number) => ({
    ...{ number: 1000 + index, reason: 'unclear', contacts },
    at: story.cutOver(),
  });
  const rows = [...Array(held + discarded).keys()].map(rowOf);
  for (const { number, at } of rows) {
    const ids = [...Array(contacts).keys()].map((each) => number * 100 + each);
    story.platform.putKeyValue(`held:${number}`, {
      ...{ v: 1, number, reason: 'unclear', code: 'unclear', at, queues: [QUEUE] },
      contacts: ids.map((id) => [`unknown:${id}`, story.cutOver() / SECOND, 0, id, 1]),
    });
  }
  const { state, in_flight: note } = story.platform.stores().keyValues as Record<string, object>;
  const lists = { batches: rows.slice(0, held), discarded: rows.slice(held) };
  story.platform.putKeyValue('state', { ...state, held: lists });
  story.platform.putKeyValue('in_flight', { ...note, number: 2000 });
  return story;
}

function stateBytes(story: Story): number {
  return Buffer.byteLength(JSON.stringify(story.platform.stores().keyValues['state']));
}

async function heldRows(story: Story): Promise<readonly HeldRow[]> {
  return (await askPage<{ held: readonly HeldRow[] }>(story, 'getHeld')).held;
}

describe('as many held batches as may be', () => {
  it('become no more, however often they are sent again and are unclear again', async () => {
    const story = await startMany(HELD, DISCARDED, 3);
    story.injixo.faults.add({ kind: 'status', status: 504, onlyWithContacts: true });

    for (let pressed = 0; pressed < 115; pressed += 1) {
      const rows = await heldRows(story);
      await press(story, 'sendHeld', rows[pressed % rows.length]?.number ?? 0);
      await story.minutes(1);
    }
    await story.minutes(12);

    expect((await heldRows(story)).length).toBeLessThanOrEqual(HELD);
    expect(stateBytes(story)).toBeLessThan(39_000);
    expect(story.platform.log({ level: 'error' })).toEqual([]);

    // A person can still send them, one after the other, and what came in meanwhile follows by itself.
    story.injixo.faults.clear();
    await addContacts(story, 2);
    const [first] = await heldRows(story);
    await press(story, 'sendHeld', first?.number ?? 0);
    await story.minutes(12);
    expect(explain(story)).toMatchObject({ lost: 0 });
    expect((await heldRows(story)).length).toBeLessThan(HELD);
  });

  it('are not joined by a discarded one, and the page is told', async () => {
    const story = await startMany(HELD, DISCARDED, 1);

    const [batch] = await listHeld(story, 'discarded');
    expect(await press(story, 'restoreHeld', batch?.number ?? 0)).toMatchObject({
      ok: false,
      code: 'too_many_held',
    });
  });
});

describe('a state that would be too large', () => {
  it('gives up what could be restored, keeps what is held, and goes on', async () => {
    const story = await startMany(510, DISCARDED, 1);
    const before = stateBytes(story);
    await addContacts(story, 1);

    await story.minutes(12);

    expect(before).toBeGreaterThan(38_000);
    expect(stateBytes(story)).toBeLessThanOrEqual(38_000);
    expect(await listHeld(story, 'discarded')).toEqual([]);
    expect(await heldRows(story)).toHaveLength(510);
    expect(heldOf(story).length).toBeGreaterThanOrEqual(510);
    const { answer } = await story.platform.callFunction('getOverview');
    expect(answer).toMatchObject({ response: { light: { code: 'too_many_held' } } });
    expect(story.platform.log({ level: 'error' })).toEqual([]);
    await story.platform.advance(MINUTE);
  });
});
