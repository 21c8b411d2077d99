import type { ProductEvent } from '../../sandbox/platform/faults';
import { pressStart } from '../../sandbox/scenarios/history/press-start';
import type { Step, StepVerdict } from '../../sandbox/support/step';
import { askOverview, askPage } from './ask-page';
import {
  askHistory,
  INSTALLED_AT,
  startHistory,
  startText,
  untilDone,
  wrongIn,
  type HistoryStory,
} from './history-story';
import { openTicketPage } from './live-only';
import { explain, queueSums } from './explain';
import { DAY, MINUTE, SECOND, endStories, startStory, TICK, type Story } from './story';

afterEach(endStories);

const FROM = INSTALLED_AT - DAY;

function press(story: Story, from: number, until = INSTALLED_AT): Promise<unknown> {
  return askPage(story, 'controlHistory', { command: 'start', from, until });
}

function scheduledRuns(story: Story): number {
  return story.platform.invocations().filter(({ event }) => event === 'onScheduledEvent').length;
}

/** A ticket and a reply from before the installation, whose events come after it. */
interface LateStory {
  readonly history: HistoryStory;
  readonly story: Story;
  readonly ticketId: number;
  /** Delivers the reply, and the ticket, as new events. */
  deliver(): Promise<void>;
}

async function startLate(settings: Readonly<Record<string, string>> = {}): Promise<LateStory> {
  const story = await startStory({ installs: false, startsAt: INSTALLED_AT - 2 * DAY });
  const { actions } = story.freshdesk;
  const late: ProductEvent[] = [];
  story.platform.faults.events.plan = () => [];
  const ticket = actions.createTicket({ groupId: actions.createGroup('Care').id });
  await story.platform.advanceTo(INSTALLED_AT - 20 * MINUTE);
  story.freshdesk.onEvent((event) => void late.push(event));
  actions.customerReply(ticket.id, { channel: 'email' });
  await story.platform.advance(5 * SECOND);
  actions.createTicket({ groupId: ticket.groupId });
  await story.platform.advanceTo(INSTALLED_AT);
  story.platform.faults.events.plan = null;
  const installed = await story.platform.install({
    ...story.settings(),
    history_from: startText(FROM),
    ...settings,
  });
  if (!installed.ok) throw new Error(installed.reason);
  const deliver = async (): Promise<void> => {
    for (const event of late) await story.platform.deliver(event);
  };
  return { history: { story, historyFrom: FROM }, story, ticketId: ticket.id, deliver };
}

const LATE = { 'Care email Replies': 1, 'Care email Tickets': 1 };

describe('a plan that nobody starts', () => {
  it('sends nothing, asks for no runs, stores no record and shows no other light', async () => {
    const { story } = await startHistory({ tickets: 60, days: 10 }, { isStarted: false });

    await story.minutes(60);

    expect(await askHistory(story)).toMatchObject({ state: 'planned', startedFrom: null, contacts: 0 });
    expect((await askHistory(story))['plan']).toMatchObject({ contacts: expect.any(Number) as number });
    expect(story.injixo.receipts).toEqual([]);
    expect(story.platform.stores().keyValues).not.toHaveProperty('history');
    expect(scheduledRuns(story)).toBeLessThanOrEqual(12);
    const { light } = await askPage<{ light: unknown }>(story, 'getOverview');
    expect(light).toEqual({ kind: 'waiting for the first contact' });
  });

  it('follows the setting, earlier and later, until it is started', async () => {
    const { story } = await startHistory({ tickets: 60, days: 10 }, { isStarted: false });
    for (const days of [9, 3, 6]) {
      story.change({ history_from: startText(INSTALLED_AT - days * DAY) });
      await story.minutes(6);
      expect(await askHistory(story)).toMatchObject({ state: 'planned', from: INSTALLED_AT - days * DAY });
    }
  });

  it('asks Freshdesk for its figures once', async () => {
    const { story } = await startHistory({ tickets: 60, days: 10 }, { isStarted: false });
    await story.minutes(6);
    const before = story.freshdesk.calls.search;

    await story.minutes(60);

    expect(before).toBeGreaterThan(0);
    expect(story.freshdesk.calls.search).toBe(before);
  });
});

describe('contacts from before the installation whose events come after it', () => {
  it('count live while only a plan stands', async () => {
    const { story, deliver } = await startLate();

    await deliver();
    await story.minutes(20);

    expect(queueSums(story)).toEqual(LATE);
  });

  it.each([
    ['in the checked way', {}],
    ['live only, with the key added later', { freshdesk_api_key: '', history_from: '' }],
  ])('count once, also when the import is started later: %s', async (_way, settings) => {
    const { history, story, ticketId, deliver } = await startLate(settings);
    await deliver();
    await openTicketPage(story, ticketId);
    await story.minutes(20);
    story.change({ ...story.settings(), history_from: startText(FROM) });
    await story.minutes(6);
    expect(queueSums(story)).toEqual(LATE);

    await pressStart(story.platform);
    await untilDone(story);
    await story.minutes(10);

    expect(queueSums(story)).toEqual(LATE);
    expect(wrongIn(history)).toEqual([]);
  });

  it('count before the key comes, once an event tells the ticket, and not again with the import', async () => {
    const { history, story, ticketId, deliver } = await startLate({
      freshdesk_api_key: '',
      history_from: '',
    });
    await deliver();
    await openTicketPage(story, ticketId);
    story.freshdesk.actions.touch(ticketId);
    await story.minutes(20);
    expect(queueSums(story)).toEqual({ 'Care email Tickets': 1 });
    story.freshdesk.actions.close(ticketId);
    await story.minutes(20);
    expect(queueSums(story)).toEqual(LATE);
    story.change({ ...story.settings(), history_from: startText(FROM) });
    await story.minutes(6);

    await pressStart(story.platform);
    await untilDone(story);
    await story.minutes(10);

    expect(queueSums(story)).toEqual(LATE);
    expect(wrongIn(history)).toEqual([]);
  });

  it('count with the import once it is started', async () => {
    const { history, story, deliver } = await startLate();
    await pressStart(story.platform);
    await story.minutes(6);

    await deliver();
    await story.minutes(4);
    expect(story.injixo.receipts).toEqual([]);
    await untilDone(story);

    expect(queueSums(story)).toEqual(LATE);
    expect(wrongIn(history)).toEqual([]);
  });
});

describe('the start', () => {
  it('is refused when the plan has changed since, and does no harm when the setting changes after it', async () => {
    const { story } = await startHistory({ tickets: 60, days: 10 }, { isStarted: false });
    await story.minutes(6);
    const { from } = await askHistory(story);
    story.change({ history_from: startText(INSTALLED_AT - 5 * DAY) });
    expect(await press(story, from as number)).toMatchObject({ ok: true });
    await story.minutes(6);
    expect(await askHistory(story)).toMatchObject({ state: 'planned', from: INSTALLED_AT - 5 * DAY });

    expect(await press(story, from as number)).toMatchObject({ ok: false, code: 'plan_changed' });
    expect(await press(story, INSTALLED_AT - 5 * DAY, INSTALLED_AT - DAY)).toMatchObject({
      code: 'plan_changed',
    });
    for (const command of ['pause', 'resume', 'cancel'])
      expect(await askPage(story, 'controlHistory', { command })).toMatchObject({ code: 'no_history' });
    await story.minutes(60);

    expect(story.injixo.receipts).toEqual([]);
  });

  it('may be pressed twice, and by two people, before and after it is carried out', async () => {
    const history = await startHistory({ tickets: 60, days: 10 }, { isStarted: false });
    const { story, historyFrom } = history;
    await story.minutes(6);
    const { from } = await askHistory(story);
    const presses = [press(story, from as number), press(story, from as number)];
    for (const each of await Promise.all(presses)) expect(each).toEqual({ ok: true, command: 'start' });
    await story.minutes(6);
    expect(await press(story, from as number)).toEqual({ ok: true, command: 'start' });

    await untilDone(story);
    expect(await press(story, from as number)).toEqual({ ok: true, command: 'start' });
    await story.minutes(30);

    expect(wrongIn({ story, historyFrom })).toEqual([]);
  });

  it('survives a kill at every step of the run that carries it out', async () => {
    const { story, historyFrom } = await startHistory({ tickets: 30, days: 4 }, { isStarted: false });
    story.expectViolation(/left running|killed/);
    await story.minutes(6);
    const { from } = await askHistory(story);
    const restore = story.takeSnapshot();
    for (let step = 1; step < 16; step += 1) {
      for (const verdict of ['kill before', 'kill after'] as const) {
        restore();
        await press(story, from as number);
        story.platform.onStep = ({ n }: Step): StepVerdict => (n === step ? verdict : 'go');
        await story.platform.fireSchedule(TICK);
        story.platform.onStep = () => 'go';
        await untilDone(story);
        expect([step, verdict, ...wrongIn({ story, historyFrom })]).toEqual([step, verdict]);
      }
    }
  });
});

it('an earlier start later on is a plan of its own, which sends nothing until it is started', async () => {
  const history = await startHistory({ tickets: 120, days: 20 }, { historyFrom: INSTALLED_AT - 6 * DAY });
  const { story } = history;
  await untilDone(story);
  const before = story.injixo.receipts.length;
  const earlier = INSTALLED_AT - 15 * DAY;
  story.change({ history_from: startText(earlier) });
  await story.minutes(40);
  expect(await askHistory(story)).toMatchObject({
    state: 'done',
    startedFrom: INSTALLED_AT - 6 * DAY,
    next: { from: earlier, until: INSTALLED_AT - 6 * DAY },
  });
  expect(story.injixo.receipts).toHaveLength(before);
  expect((await askOverview(story))['due']).toBe(0);

  story.change({ history_from: startText(INSTALLED_AT - DAY) });
  await story.minutes(6);
  expect(await askHistory(story)).toMatchObject({ state: 'done', next: null });
  story.change({ history_from: startText(earlier) });
  await story.minutes(6);
  await press(story, earlier, INSTALLED_AT - 6 * DAY);
  await story.minutes(6);
  await untilDone(story);

  expect(wrongIn({ ...history, historyFrom: earlier })).toEqual([]);
  expect(explain(story, { historyFrom: earlier }).doubled).toBe(0);
});
