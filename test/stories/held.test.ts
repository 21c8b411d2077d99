import { askPage } from './ask-page';
import { explain } from './explain';
import { listHeld, press, startHeldStory } from './held-commands';
import { killEverywhere, killsByTurns } from './kill-everywhere';
import { addContacts } from './waiting-contacts';
import { HOUR, MINUTE, endStories, type Story } from './story';

afterEach(endStories);

/** Expects that injixo has every contact once, and that nothing is held. */
async function expectAllSent(story: Story): Promise<void> {
  expect(explain(story)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0, details: [] });
  expect(await listHeld(story)).toEqual([]);
}

describe('send again', () => {
  it.each([1, 2, 5])('pressed %i times at once sends once', async (times) => {
    const { story, number } = await startHeldStory(false);

    const answers = await Promise.all(Array.from({ length: times }, () => press(story, 'sendHeld', number)));
    await story.minutes(6);
    await press(story, 'sendHeld', number);
    await story.minutes(6);

    expect(answers).toEqual(Array.from({ length: times }, () => ({ ok: true, number })));
    await expectAllSent(story);
    expect(story.injixo.receipts).toHaveLength(5);
  });

  it('pressed again after it was done finds nothing held', async () => {
    const { story, number } = await startHeldStory(false);
    await press(story, 'sendHeld', number);
    await story.minutes(6);

    expect(await press(story, 'sendHeld', number)).toEqual({ ok: false, code: 'not_held', params: {} });
  });

  it('holds a batch again that is unclear again', async () => {
    const { story, number } = await startHeldStory(false);
    story.injixo.faults.add({ kind: 'broken', isTaken: false, onlyWithContacts: true, times: 1 });
    await press(story, 'sendHeld', number);
    await story.minutes(6);

    const again = await listHeld(story);
    expect(again.map((batch) => batch.contacts).reduce((sum, each) => sum + each, 0)).toBe(
      5 - story.injixo.receipts.length,
    );
    for (const batch of again) await press(story, 'sendHeld', batch.number);
    await story.minutes(12);
    for (const batch of await listHeld(story)) await press(story, 'sendHeld', batch.number);
    await story.minutes(12);

    await expectAllSent(story);
    expect(story.injixo.receipts).toHaveLength(5);
  });

  it('tries the empty request before it risks any contact while injixo fails', async () => {
    const { story, number } = await startHeldStory(false);
    story.injixo.faults.add({ kind: 'status', status: 500 });
    await addContacts(story, 1);
    await story.minutes(12);
    const { emptyRequests, requests } = story.injixo.traffic;
    await press(story, 'sendHeld', number);
    await story.minutes(16);

    const { traffic } = story.injixo;
    expect(traffic.requests - requests).toBe(traffic.emptyRequests - emptyRequests);
    expect(traffic.emptyRequests).toBeGreaterThan(emptyRequests);

    story.injixo.faults.clear();
    await story.minutes(11);
    await expectAllSent(story);
  });
});

describe('discard', () => {
  it('pressed twice and by two at once settles once, and nothing brings the contacts back', async () => {
    const { story, number } = await startHeldStory(true);
    story.platform.faults.events.repeatRate = 1;

    await Promise.all([press(story, 'discardHeld', number), press(story, 'discardHeld', number)]);
    await story.minutes(6);
    await press(story, 'discardHeld', number);
    for (const { id } of [...story.freshdesk.helpdesk.tickets.values()]) story.freshdesk.actions.touch(id);
    await story.platform.advance(26 * HOUR);

    expect(await listHeld(story)).toEqual([]);
    expect(story.injixo.receipts).toHaveLength(5);
    expect(explain(story)).toMatchObject({ lost: 0, doubled: 0 });
  });

  it.each(['sendHeld', 'discardHeld'] as const)(
    'or send again: the last press counts, here %s',
    async (last) => {
      const { story, number } = await startHeldStory(true);
      const first = last === 'sendHeld' ? 'discardHeld' : 'sendHeld';

      await press(story, first, number);
      await press(story, last, number);
      await story.minutes(6);

      expect(story.injixo.receipts).toHaveLength(last === 'sendHeld' ? 10 : 5);
      expect(await listHeld(story, 'discarded')).toHaveLength(last === 'sendHeld' ? 0 : 1);
    },
  );

  it('is done while injixo does not answer, which it needs nobody for', async () => {
    const { story, number } = await startHeldStory(true);
    story.injixo.faults.add({ kind: 'status', status: 401 });
    await addContacts(story, 1);
    await story.minutes(12);

    await press(story, 'discardHeld', number);
    await story.minutes(6);

    expect(await listHeld(story)).toEqual([]);
    expect(await listHeld(story, 'discarded')).toHaveLength(1);
  });

  it('and restore, each pressed twice, hold the batch again; send then sends it once', async () => {
    const { story, number } = await startHeldStory(false);
    await press(story, 'discardHeld', number);
    await story.minutes(6);
    expect(await listHeld(story)).toEqual([]);

    await Promise.all([press(story, 'restoreHeld', number), press(story, 'restoreHeld', number)]);
    await story.minutes(6);
    expect(await press(story, 'restoreHeld', number)).toEqual({ ok: false, code: 'not_held', params: {} });
    expect((await listHeld(story)).map((batch) => batch.number)).toEqual([number]);
    await press(story, 'sendHeld', number);
    await story.minutes(6);

    await expectAllSent(story);
    expect(story.injixo.receipts).toHaveLength(5);
  });

  it('a contact that is refused when it is sent again alone is held once', async () => {
    const { story, number } = await startHeldStory(false, 1);
    story.injixo.faults.add({ kind: 'status', status: 413, onlyWithContacts: true, times: 1 });
    await press(story, 'sendHeld', number);
    await story.minutes(6);

    expect((await listHeld(story)).map((batch) => batch.contacts)).toEqual([1]);
    await press(story, 'sendHeld', number);
    await story.minutes(6);
    await expectAllSent(story);
  });
});

/** Lets the lease of the previous run expire, without the run of the next minute. */
function afterLease<Held extends { readonly story: Story }>(held: Held): Held {
  held.story.skip(MINUTE);
  return held;
}

describe('a run killed while it obeys', () => {
  it.each(['sendHeld', 'discardHeld'] as const)(
    '%s leaves the batch held, sent or discarded, never two of these, at each of its calls',
    async (order) => {
      const { steps, wrong } = await killEverywhere({
        start: async () => {
          const held = await startHeldStory(false, 3);
          await press(held.story, order, held.number);
          return afterLease(held);
        },
        killsAt: killsByTurns,
        judge: async ({ story }) => {
          await story.minutes(12);
          const { lost, doubled } = explain(story);
          const isWrong = lost + doubled > 0 || story.injixo.receipts.length > 3;
          return isWrong ? [`lost ${lost}, doubled ${doubled}`] : [];
        },
      });

      expect(steps).toBeGreaterThan(10);
      expect(wrong).toEqual([]);
    },
  );

  it('restoreHeld leaves the batch held or discarded at each of its calls', async () => {
    const { steps, wrong } = await killEverywhere({
      start: async () => {
        const held = await startHeldStory(false, 3);
        await press(held.story, 'discardHeld', held.number);
        await held.story.minutes(6);
        await press(held.story, 'restoreHeld', held.number);
        return afterLease(held);
      },
      killsAt: killsByTurns,
      judge: async ({ story }) => {
        await story.minutes(12);
        const held = await listHeld(story);
        const discarded = await listHeld(story, 'discarded');
        const isWrong = held.length + discarded.length !== 1 || story.injixo.receipts.length > 0;
        return isWrong ? [`held ${held.length}, discarded ${discarded.length}`] : [];
      },
    });

    expect(steps).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });
});

describe('the numbers by which a person decides about a batch', () => {
  interface Batch {
    readonly slots: readonly {
      readonly queue: string;
      readonly contacts: number;
      readonly counted: number;
    }[];
  }

  it('are those of its queues and intervals: its own contacts, and what is counted beside them', async () => {
    const { story, number } = await startHeldStory(false);
    const before = await askPage<Batch>(story, 'getHeld', { number });
    const own = before.slots.reduce((sum, { contacts }) => sum + contacts, 0);

    expect(own).toBe(5);
    expect(before.slots.every(({ counted }) => counted === 0)).toBe(true);
  });
});

it('a discarded batch tells when a person decided', async () => {
  const { story, number } = await startHeldStory(true);
  await press(story, 'discardHeld', number);
  await story.minutes(6);

  const [batch] = (await listHeld(story, 'discarded')) as readonly { readonly decidedAt?: number }[];
  expect(story.clock.now() - (batch?.decidedAt ?? 0)).toBeLessThanOrEqual(6 * MINUTE);

  await press(story, 'restoreHeld', number);
  await story.minutes(6);
  expect(Object.keys((await listHeld(story))[0] ?? {}).sort()).toEqual([
    'at',
    'contacts',
    'number',
    'reason',
  ]);
});
