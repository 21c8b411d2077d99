import type { RefusalAnswer } from '../../sandbox/platform/refusal';
import type { Step } from '../../sandbox/support/step';
import { expectAllArrived, heldOf } from './explain';
import { addContacts } from './waiting-contacts';
import { HOUR, MINUTE, TICK, endStories, startStory, type Story } from './story';

afterEach(endStories);

const OUTCOME = 'injixo-connect-outcome';
const THROTTLED: RefusalAnswer = {
  status: 429,
  message: 'You have exceeded the limit of 50 requests per minute',
};

/** Refuses the next `times` key-value calls of the run that has sent a batch. */
function refuseAfterPost(story: Story, times: number, answer = THROTTLED): void {
  let isSent = false;
  let left = times;
  story.platform.onStep = ({ kind, label }) => {
    isSent ||= kind === 'http' && label.startsWith('POST api.injixo');
    return 'go';
  };
  story.platform.faults.refuse = ({ kind }) => {
    if (kind !== 'kv' || !isSent || left === 0) return null;
    left -= 1;
    return answer;
  };
}

function outcomeKept(story: Story): Readonly<Record<string, unknown>> | undefined {
  return story.platform.stores().schedules.find(({ name }) => name === OUTCOME)?.data;
}

/** Five waiting contacts, and a run whose store refuses `times` calls after it sent them. */
async function startRefused(times: number, answer = THROTTLED): Promise<Story> {
  const story = await startStory();
  story.expectError(/run stopped/);
  await addContacts(story, 5);
  story.skip(2 * MINUTE);
  refuseAfterPost(story, times, answer);
  await story.platform.fireSchedule(TICK);
  return story;
}

function keyValueSteps(story: Story): readonly Step[] {
  return (
    story.platform
      .invocations()
      .slice(-1)[0]
      ?.steps.filter(({ kind }) => kind === 'kv') ?? []
  );
}

describe('the outcome of a batch that the key-value store refuses', () => {
  it('is written once more, and that is the last call of this run to the store', async () => {
    const story = await startRefused(1);

    const calls = keyValueSteps(story).map(({ label }) => label);
    expect(calls.slice(-2)).toEqual(['set in_flight', 'set in_flight']);
    expect(outcomeKept(story)).toBeUndefined();
    await story.minutes(6);
    expectAllArrived(story);
  });

  it('finds another place when it is refused twice, and the next run takes it from there', async () => {
    const story = await startRefused(2);
    const kept = outcomeKept(story);

    expect(kept).toMatchObject({ cutOver: story.cutOver(), batch: 1, outcome: 'accepted' });
    await story.minutes(6);
    expectAllArrived(story);
    expect(outcomeKept(story)).toBeUndefined();
  });

  it.each([
    ['a refusal of injixo', 401],
    ['a request to wait', 429],
  ])('is kept as well when it is %s: the contacts are not unclear', async (_what, status) => {
    const story = await startStory();
    story.expectError(/run stopped/);
    await addContacts(story, 5);
    story.skip(2 * MINUTE);
    story.injixo.faults.add({ kind: 'status', status, times: 1 });
    refuseAfterPost(story, 2);
    await story.platform.fireSchedule(TICK);

    expect(outcomeKept(story)).toMatchObject({ batch: 1, outcome: 'not taken' });
    await story.minutes(12);
    expectAllArrived(story);
  });

  it('stops the next run while the platform does not say whether there is one', async () => {
    const story = await startRefused(2);
    story.platform.faults.refuse = ({ label }) =>
      label.includes(OUTCOME) ? { status: 500, message: 'Internal error' } : null;
    await story.minutes(12);
    expect([heldOf(story), story.injixo.receipts.length]).toEqual([[], 5]);

    story.platform.faults.refuse = null;
    await story.minutes(6);
    expectAllArrived(story);
  });

  it('of another batch is ignored: what is not known is unclear', async () => {
    const story = await startRefused(2);
    story.platform.onStep = ({ label }) => (label.startsWith('POST api.injixo') ? 'kill after' : 'go');
    await addContacts(story, 1);
    // This run settles the first batch and dies with the next; its schedule cannot be deleted.
    story.platform.faults.refuse = ({ kind, label }) =>
      kind === 'schedule' && label.startsWith('delete') ? { status: 500, message: 'Internal error' } : null;
    await story.minutes(6);
    story.platform.onStep = () => 'go';
    expect(outcomeKept(story)).toMatchObject({ batch: 1 });
    await story.minutes(6);

    expect(heldOf(story).flatMap(({ contactIds }) => contactIds)).toHaveLength(1);
  });

  it('that nobody fetched is an ordinary run when its time comes', async () => {
    const story = await startRefused(2);
    story.platform.faults.refuse = ({ kind, label }) =>
      kind === 'schedule' && label.startsWith('delete') ? { status: 500, message: 'Internal error' } : null;
    await story.minutes(6);
    story.platform.faults.refuse = null;
    await story.platform.advance(25 * HOUR);

    expect(outcomeKept(story)).toBeUndefined();
    expectAllArrived(story);
  });

  it('is removed by the uninstallation', async () => {
    const story = await startRefused(2);

    // The platform counts every remaining schedule as a violation, and none is allowed here.
    expect(await story.platform.uninstall()).toMatchObject({ ok: true });
  });
});

describe('a store that refuses', () => {
  it('is not called again by the same run, wherever it refused', async () => {
    const story = await startStory();
    story.expectError(/run stopped/);
    const more: string[] = [];
    for (let nth = 1; nth <= 14; nth += 1) {
      await addContacts(story, 2);
      story.skip(2 * MINUTE);
      let count = 0;
      let refusedAt: string | null = null;
      story.platform.faults.refuse = ({ kind, label }) => {
        if (kind !== 'kv') return null;
        count += 1;
        if (refusedAt !== null && !(refusedAt === 'set in_flight' && label === refusedAt)) {
          more.push(`${refusedAt}: ${label}`);
        }
        if (count !== nth) return null;
        refusedAt = label;
        return THROTTLED;
      };
      await story.platform.fireSchedule(TICK);
      story.platform.faults.refuse = null;
    }

    expect(more).toEqual([]);
    await story.minutes(30);
    expectAllArrived(story, { namedWithinMs: HOUR });
  });

  it('leaves no call of a page’s function running', async () => {
    const story = await startStory();
    await story.minutes(12);
    story.platform.faults.refuse = ({ kind }) => (kind === 'kv' ? THROTTLED : null);
    const requests: readonly (readonly [string, object])[] = [
      ['getVolumes', { view: 'queues' }],
      ['getVolumes', { view: 'day', day: new Date(story.clock.now()).toISOString().slice(0, 10) }],
      ['getVolumes', { view: 'difference', day: new Date(story.clock.now()).toISOString().slice(0, 10) }],
      ['getSupportFile', {}],
      ['checkSettings', {}],
    ];
    for (const [name, request] of requests) {
      await story.platform.callFunction(name, { request });
      expect([name, keyValueSteps(story).length]).toEqual([name, 1]);
    }
  });

  it('is told as such when it refuses the lease, not as another run', async () => {
    const story = await startStory();
    story.expectError(/run stopped/);
    story.platform.faults.refuse = ({ kind }) => (kind === 'kv' ? THROTTLED : null);
    const { answer } = await story.platform.callFunction('runNow', {});
    await story.platform.fireSchedule(TICK);
    story.platform.faults.refuse = null;

    const log = story.platform.log().map(({ text }) => text);
    expect(log.filter((text) => text.includes('another run'))).toEqual([]);
    expect(log.filter((text) => text.includes('store_limit')).length).toBeGreaterThanOrEqual(2);
    expect(answer).toMatchObject({ response: { ok: false, code: 'store_limit' } });
  });

  it('costs a tick no more than its own minute: the runs of the next minutes are planned all the same', async () => {
    const story = await startStory();
    story.expectError(/run stopped/);
    story.platform.faults.refuse = ({ kind }) => (kind === 'kv' ? THROTTLED : null);
    await story.platform.fireSchedule(TICK);
    story.platform.faults.refuse = null;

    const planned = story.platform
      .stores()
      .schedules.filter(({ name }) => name.startsWith('injixo-connect-run'));
    expect(planned).toHaveLength(4);
  });
});
