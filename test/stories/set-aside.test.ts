import type { FreshdeskFault } from '../../sandbox/freshdesk/api/freshdesk-fault';
import { askOverview, askPage } from './ask-page';
import { expectAllArrived, explain, outboxIds } from './explain';
import { isDone, startHistory, untilDone, wrongIn } from './history-story';
import { DAY, MINUTE, SECOND, endStories, startStory, type Story } from './story';

afterEach(endStories);

interface Shown {
  readonly setAside: readonly {
    readonly ticketId: number;
    readonly reason: string;
    readonly since: number;
  }[];
  readonly completeUntil: number;
  readonly deepEndedAt: number | null;
  readonly due: number;
}

async function show(story: Story): Promise<Shown> {
  return (await askOverview(story)) as unknown as Shown;
}

async function lightOf(story: Story): Promise<{ readonly kind: string; readonly code?: string }> {
  const { light } = await askPage<{ light: { kind: string; code?: string } }>(story, 'getOverview');
  return light;
}

function loseEvents(story: Story): void {
  story.platform.faults.events.dropRate = 1;
}

function receivedIds(story: Story): readonly string[] {
  const lost = new Set(explain(story).details.map(({ contactId }) => contactId));
  return [...lost].map(String);
}

/** A story in which the replies of a ticket cannot be read; ten other tickets have changed after it, and no event came. */
async function unreadableReplies(
  fault: FreshdeskFault,
): Promise<{ story: Story; ticketId: number; replyId: number }> {
  const story = await startStory();
  await story.minutes(10);
  loseEvents(story);
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Care').id;
  const { id: ticketId } = actions.createTicket({ groupId });
  story.skip(20 * SECOND);
  const replyId = actions.customerReply(ticketId, { channel: 'email' })?.id ?? 0;
  for (let count = 0; count < 5; count += 1) {
    story.skip(10 * SECOND);
    const { id } = actions.createTicket({ groupId });
    story.skip(10 * SECOND);
    actions.customerReply(id, { channel: 'email' });
  }
  story.freshdesk.faults.add({ ...fault, family: 'conversations', ticketId });
  return { story, ticketId, replyId };
}

it('a ticket that never answers holds up no other whose contact is named beside it', async () => {
  const story = await startStory();
  await story.minutes(10);
  const { actions, faults } = story.freshdesk;
  const groupId = actions.createGroup('Care').id;
  const tickets = [1, 2, 3].map(() => actions.createTicket({ groupId }).id);
  await story.minutes(10);
  faults.add({ kind: 'black-hole', family: 'view', ticketId: tickets[0] ?? 0 });
  faults.add({ kind: 'status', status: 504, family: 'list' });
  const [ailing] = tickets.map((ticketId) => actions.customerReply(ticketId, { channel: 'email' })?.id ?? 0);
  await story.minutes(5);

  expect(outboxIds(story)).toEqual([`reply:${ailing ?? 0}`]);
  expect((await show(story)).setAside).toEqual([expect.objectContaining({ ticketId: tickets[0] })]);
});

describe('the replies of one ticket that cannot be read', () => {
  it.each<[string, FreshdeskFault, string]>([
    ['500', { kind: 'status', status: 500 }, 'unreachable'],
    ['400', { kind: 'status', status: 400 }, 'refused'],
    ['403', { kind: 'status', status: 403 }, 'forbidden'],
    ['404', { kind: 'status', status: 404 }, 'not found'],
    ['an object instead of a list', { kind: 'status', status: 200, body: { id: 1 } }, 'unreachable'],
    ['no answer in time', { kind: 'black-hole' }, 'unreachable'],
    ['more than 20 MB', { kind: 'huge' }, 'unreachable'],
  ])(
    'hold up nothing behind them, are named, and arrive once they can be read: %s',
    async (_what, fault, reason) => {
      const { story, ticketId, replyId } = await unreadableReplies(fault);
      await story.minutes(60);

      expect(receivedIds(story)).toEqual([`reply:${replyId}`]);
      const shown = await show(story);
      expect(shown.setAside).toEqual([expect.objectContaining({ ticketId, reason })]);
      expect(story.clock.now() - shown.completeUntil).toBeLessThan(40 * MINUTE);
      expect((await lightOf(story)).kind).toBe('operational');

      // A reply that comes while the ticket is set aside.
      story.freshdesk.actions.customerReply(ticketId, { channel: 'email' });
      await story.minutes(45);
      story.freshdesk.faults.clear();
      await story.minutes(100);
      expectAllArrived(story);
      expect((await show(story)).setAside).toEqual([]);
    },
  );

  it('are asked for three times, then once an hour', async () => {
    const { story, ticketId } = await unreadableReplies({ kind: 'status', status: 500 });
    await story.minutes(40);
    const path = `/api/v2/tickets/${ticketId}/conversations`;
    const asked = (): number => story.network.requests().filter((each) => each.path === path).length;
    expect(asked()).toBe(3);
    story.network.clearRequests();
    await story.minutes(4 * 60);
    expect(asked()).toBeGreaterThanOrEqual(3);
    expect(asked()).toBeLessThanOrEqual(4);
  });

  it('do not keep the daily recheck from its end', async () => {
    const story = await startStory({ startsAt: Date.parse('2026-11-02T15:00:00Z') });
    await story.minutes(10);
    const { actions } = story.freshdesk;
    const groupId = actions.createGroup('Care').id;
    const bad = actions.createTicket({ groupId });
    const good = actions.createTicket({ groupId });
    await story.minutes(5);
    actions.customerReply(bad.id, { channel: 'email' });
    await story.minutes(5);
    loseEvents(story);
    actions.customerReply(good.id, { channel: 'email' });
    story.skip(MINUTE);
    story.platform.faults.events.dropRate = 0;
    // The list shows only this later reply, whose event comes.
    actions.customerReply(good.id, { channel: 'email' });
    await story.minutes(60);
    expect(explain(story).lost).toBe(1);
    story.freshdesk.faults.add({ kind: 'status', status: 500, family: 'conversations', ticketId: bad.id });
    await story.minutes(16 * 60);

    expect((await show(story)).deepEndedAt).not.toBeNull();
    expectAllArrived(story);
  });

  it('do not keep the list of deleted tickets from its end', async () => {
    const story = await startStory();
    await story.minutes(10);
    const { actions } = story.freshdesk;
    const groupId = actions.createGroup('Care').id;
    const bad = actions.createTicket({ groupId });
    const good = actions.createTicket({ groupId });
    actions.customerReply(bad.id, { channel: 'email' });
    await story.minutes(10);
    loseEvents(story);
    story.freshdesk.faults.add({ kind: 'status', status: 500, family: 'conversations', ticketId: bad.id });
    actions.trash(bad.id);
    story.skip(MINUTE);
    actions.trash(good.id);
    await story.minutes(3 * 60);

    expectAllArrived(story);
  });
});

describe('a ticket in the trash whose conversations alone are refused', () => {
  it.each([403, 404])(
    'is set aside where others were shown, and its reply comes later: %s',
    async (status) => {
      const story = await startStory();
      await story.minutes(10);
      const { actions } = story.freshdesk;
      const groupId = actions.createGroup('Care').id;
      const shown = actions.createTicket({ groupId });
      const refused = actions.createTicket({ groupId });
      await story.minutes(10);
      loseEvents(story);
      actions.customerReply(shown.id, { channel: 'email' });
      actions.trash(shown.id);
      await story.minutes(2 * 60);
      const end = story.freshdesk.faults.add({
        ...{ kind: 'status', status, family: 'conversations', ticketId: refused.id },
      });
      const replyId = actions.customerReply(refused.id, { channel: 'email' })?.id ?? 0;
      actions.trash(refused.id);
      await story.minutes(2 * 60);

      expect(receivedIds(story)).toEqual([`reply:${replyId}`]);
      expect((await show(story)).setAside).toMatchObject([{ ticketId: refused.id }]);
      end();
      await story.minutes(2 * 60);
      expectAllArrived(story);
      expect((await show(story)).setAside).toEqual([]);
    },
  );
});

describe('a ticket that cannot be read, of which a contact waits', () => {
  it('is set aside: neither the light nor complete until hang on it, and it is sent once it can be read', async () => {
    const story = await startStory();
    await story.minutes(10);
    const { actions } = story.freshdesk;
    const groupId = actions.createGroup('Care').id;
    const { id: ticketId } = actions.createTicket({ groupId });
    story.skip(SECOND);
    // No live list shows it.
    actions.trash(ticketId);
    const end = story.freshdesk.faults.add({ kind: 'status', status: 500, family: 'view', ticketId });
    await story.minutes(60);

    expect(outboxIds(story)).toContain(`ticket:${ticketId}`);
    const shown = await show(story);
    expect(shown.setAside).toEqual([expect.objectContaining({ ticketId, reason: 'unreachable' })]);
    expect(shown.due).toBe(0);
    expect(story.clock.now() - shown.completeUntil).toBeLessThan(40 * MINUTE);
    expect((await lightOf(story)).kind).not.toBe('delayed');
    end();
    await story.minutes(75);
    expectAllArrived(story);
    expect((await show(story)).setAside).toEqual([]);
  });

  it('holds up no other: a chat whose first messages cannot be read', async () => {
    const story = await startStory();
    await story.minutes(10);
    const { actions } = story.freshdesk;
    const groupId = actions.createGroup('Care').id;
    const { id: ticketId } = actions.createTicket({ groupId, source: 7 });
    const end = story.freshdesk.faults.add({ kind: 'broken', family: 'conversations', ticketId });
    actions.createTicket({ groupId });
    await story.minutes(60);

    const shown = await show(story);
    expect(shown.setAside).toEqual([expect.objectContaining({ ticketId })]);
    expect(shown.due).toBe(0);
    expect((await lightOf(story)).kind).toBe('operational');
    end();
    await story.minutes(75);
    expectAllArrived(story);
  });
});

it('stands before the third ticket when three fail alike and none works in between, says so, and goes on', async () => {
  const story = await startStory();
  await story.minutes(10);
  loseEvents(story);
  const { actions } = story.freshdesk;
  const groupId = actions.createGroup('Care').id;
  const end = story.freshdesk.faults.add({ kind: 'status', status: 500, family: 'conversations' });
  for (let count = 0; count < 6; count += 1) {
    const { id } = actions.createTicket({ groupId });
    story.skip(10 * SECOND);
    actions.customerReply(id, { channel: 'email' });
    story.skip(10 * SECOND);
  }
  await story.minutes(60);

  const shown = await show(story);
  expect(shown.setAside.length).toBeLessThanOrEqual(2);
  expect(await lightOf(story)).toMatchObject({ kind: 'delayed', code: 'freshdesk_tickets' });
  expect(shown.completeUntil).toBeLessThan(story.clock.now() - 55 * MINUTE);
  end();
  await story.minutes(90);
  expectAllArrived(story);
  expect((await show(story)).setAside).toEqual([]);
  expect((await lightOf(story)).kind).toBe('operational');
});

describe('the import of the history', () => {
  it.each([500, 400])(
    'ends although one ticket answers %i, names it, and imports it later',
    async (status) => {
      const history = await startHistory({ days: 3, tickets: 80, seed: 3, repliedShare: 0.6 });
      const { story } = history;
      const replied = [...story.freshdesk.helpdesk.tickets.values()].find(({ versions }) => {
        const ticket = versions.at(-1)?.ticket;
        const isLive = ticket?.isSpam === false && !ticket.isDeleted;
        return isLive && ticket.source < 3 && ticket.counts.customerReplies > 0;
      });
      const ticketId = replied?.id ?? 0;
      story.freshdesk.faults.add({ kind: 'status', status, family: 'conversations', ticketId });
      await untilDone(story, 120);

      expect((await show(story)).setAside).toEqual([expect.objectContaining({ ticketId })]);
      expect(wrongIn(history).length).toBeGreaterThan(0);
      story.freshdesk.faults.clear();
      await story.minutes(75);
      expect(wrongIn(history)).toEqual([]);
      expect((await show(story)).setAside).toEqual([]);
      expect(isDone(story)).toBe(true);
    },
  );
});

it('forgets no ticket that it set aside when the run dies then', async () => {
  const { story } = await unreadableReplies({ kind: 'status', status: 500 });
  let deaths = 0;
  story.platform.onStep = ({ label }) => {
    if (label !== 'set state' || deaths >= 6) return 'go';
    deaths += 1;
    return deaths % 2 === 0 ? 'kill before' : 'kill after';
  };
  await story.minutes(90);
  story.freshdesk.faults.clear();
  await story.minutes(2 * 60);

  expect(deaths).toBe(6);
  expectAllArrived(story, { namedWithinMs: DAY });
  expect((await show(story)).setAside).toEqual([]);
});

it('imports a long ticket once that failed on its third page, although runs die meanwhile', async () => {
  const history = await startHistory({ days: 3, tickets: 60, seed: 4, longTicket: 350 });
  const { story } = history;
  const counts = [...story.freshdesk.helpdesk.threads].map(([id, thread]) => ({ id, length: thread.length }));
  const longest = counts.reduce((a, b) => (b.length > a.length ? b : a));
  let asked = 0;
  let deaths = 0;
  let endFault: (() => void) | null = null;
  story.platform.onStep = ({ label }) => {
    if (label.endsWith(`/tickets/${longest.id}/conversations`)) {
      asked += 1;
      const isBeyond = asked >= 3 && endFault === null;
      const fault = { kind: 'status', status: 500, family: 'conversations', ticketId: longest.id } as const;
      if (isBeyond) endFault = story.freshdesk.faults.add(fault);
    }
    if (label !== 'set history' || deaths >= 4) return 'go';
    deaths += 1;
    return deaths % 2 === 0 ? 'kill before' : 'kill after';
  };
  await untilDone(story, 240);

  expect(deaths).toBe(4);
  expect((await show(story)).setAside).toEqual([expect.objectContaining({ ticketId: longest.id })]);
  story.freshdesk.faults.clear();
  await story.minutes(90);
  expect(wrongIn(history)).toEqual([]);
  expect((await show(story)).setAside).toEqual([]);
});
