import { pressStart } from '../../sandbox/scenarios/history/press-start';
import { askPage } from './ask-page';
import { askHistory, INSTALLED_AT, startHistory, startText, untilDone, wrongIn } from './history-story';
import { DAY, HOUR, MINUTE, endStories, startStory, type Story } from './story';

afterEach(endStories);

function press(story: Story, command: string, span: object = {}): Promise<unknown> {
  return askPage(story, 'controlHistory', { command, ...span });
}

function received(story: Story): number {
  return story.injixo.receipts.length;
}

describe('a start that cannot be', () => {
  it.each([
    ['in the future', DAY, 'History begins in the future. Enter a past day.'],
    ['four years ago', -4 * 365 * DAY, 'History: at most 3 years. Enter a later day.'],
  ])('is refused on the install page: %s', async (_when, offset, sentence) => {
    const story = await startStory({ installs: false, startsAt: INSTALLED_AT });
    const settings = { ...story.settings(), history_from: startText(INSTALLED_AT + offset) };

    expect(await story.platform.install(settings)).toMatchObject({ ok: false, reason: sentence });
  });

  it('is told in words when it is saved later, and nothing is imported', async () => {
    const story = await startStory({ startsAt: INSTALLED_AT });
    story.change({ history_from: startText(INSTALLED_AT - 5 * 365 * DAY) });

    await story.minutes(40);

    expect(await askHistory(story)).toMatchObject({ problem: { code: 'start_too_early' }, contacts: 0 });
  });
});

it.each([
  ['taken out of the settings', '', 'start_missing'],
  ['moved too far back', startText(INSTALLED_AT - 5 * 365 * DAY), 'start_too_early'],
])(
  'an import whose start is %s stands still, says so, and goes on when it is back',
  async (_name, wrong, code) => {
    const history = await startHistory({ tickets: 900, days: 20 }, { plan: 'trial' });
    const { story, historyFrom } = history;
    await story.minutes(25);
    story.change({ history_from: wrong });
    await story.minutes(3);
    const before = received(story);
    await story.minutes(40);
    expect(received(story)).toBe(before);
    expect(await askHistory(story)).toMatchObject({ state: 'paused', problem: { code } });
    await press(story, 'resume');
    await story.minutes(12);
    expect(await askHistory(story)).toMatchObject({ state: 'paused', problem: { code } });

    story.change({ history_from: startText(historyFrom) });
    story.freshdesk.setPlan('pro');
    await untilDone(story);

    expect(wrongIn(history)).toEqual([]);
  },
);

it.each([
  ['planned', -5 * DAY],
  ['refused', -5 * 365 * DAY],
])(
  'a start that is taken out again while the import is only %s leaves nothing behind',
  async (_state, offset) => {
    const story = await startStory({ startsAt: INSTALLED_AT });
    story.change({ history_from: startText(INSTALLED_AT + offset) });
    await story.minutes(7);
    expect(await askHistory(story)).toMatchObject({ contacts: 0 });

    story.change({ history_from: '' });
    await story.minutes(30);

    expect(await askHistory(story)).toEqual({});
  },
);

it('says that an account has no tickets', async () => {
  const story = await startStory({
    startsAt: INSTALLED_AT,
    settings: { history_from: startText(INSTALLED_AT - DAY) },
  });
  await pressStart(story.platform);

  await story.minutes(45);

  expect(await askHistory(story)).toMatchObject({
    state: 'done',
    contacts: 0,
    problem: { code: 'no_tickets' },
  });
});

it('says that Freshdesk has been silent for an hour, and goes on when it answers', async () => {
  const history = await startHistory({ tickets: 40, days: 5 });
  const { story } = history;
  story.freshdesk.faults.add({ kind: 'status', status: 503 });
  await story.minutes(90);
  expect(await askHistory(story)).toMatchObject({ problem: { code: 'freshdesk_silent' } });

  story.freshdesk.faults.clear();
  await untilDone(story);

  expect(await askHistory(story)).toMatchObject({ state: 'done', problem: null });
  expect(wrongIn(history)).toEqual([]);
});

it('waits while the key does not see all tickets', async () => {
  const history = await startHistory({ tickets: 40, days: 5 });
  const { story } = history;
  const { admin, actions } = story.freshdesk;
  actions.changeAgent(admin.id, { ticketScope: 3 });
  await story.minutes(40);
  expect(await askHistory(story)).toMatchObject({ problem: { code: 'freshdesk_scope' } });

  actions.changeAgent(admin.id, { ticketScope: 1 });
  await untilDone(story);

  expect(wrongIn(history)).toEqual([]);
});

it('pauses, resumes and cancels, each also when it is pressed twice', async () => {
  const history = await startHistory({ tickets: 900, days: 20 }, { plan: 'trial' });
  const { story } = history;
  await story.minutes(25);
  for (const command of ['pause', 'pause'])
    expect(await press(story, command)).toEqual({ ok: true, command });
  await story.minutes(6);
  const atPause = received(story);
  expect(atPause).toBeGreaterThan(0);
  await story.minutes(20);
  expect(received(story)).toBe(atPause);
  expect(await askHistory(story)).toMatchObject({ state: 'paused' });

  await press(story, 'cancel');
  await story.minutes(10);
  expect(await askHistory(story)).toMatchObject({ state: 'cancelled' });
  for (const command of ['resume', 'resume']) await press(story, command);
  story.freshdesk.setPlan('pro');
  await untilDone(story);

  expect(wrongIn(history)).toEqual([]);
});

it('takes no command while there is no import, and no other word', async () => {
  const story = await startStory({ startsAt: INSTALLED_AT });
  await story.minutes(10);

  expect(await press(story, 'pause')).toMatchObject({ ok: false, code: 'no_history' });
  expect(await press(story, 'restart')).toMatchObject({ ok: false, code: 'bad_request' });
});

it.each([
  ['after the import', true],
  ['while it runs', false],
])(
  'an earlier start that is started %s adds the time before and repeats nothing; a later one changes nothing',
  async (_when, waits) => {
    const from = INSTALLED_AT - 10 * DAY;
    const history = await startHistory(
      { tickets: 300, days: 30, massUpdate: 60 },
      { historyFrom: from, plan: waits ? 'pro' : 'trial' },
    );
    const { story } = history;
    if (waits) await untilDone(story);
    else await story.minutes(25);

    const earlier = INSTALLED_AT - 25 * DAY;
    story.change({ history_from: startText(earlier) });
    await story.minutes(6);
    await press(story, 'start', { from: earlier, until: from });
    await story.minutes(5);
    story.freshdesk.setPlan('pro');
    await story.minutes(2);
    await untilDone(story);
    await story.minutes(10);
    await untilDone(story);
    expect(wrongIn({ ...history, historyFrom: earlier })).toEqual([]);
    const before = received(story);
    story.change({ history_from: startText(INSTALLED_AT - HOUR) });
    await story.minutes(30);

    expect(received(story)).toBe(before);
    expect(story.clock.now()).toBeGreaterThan(INSTALLED_AT + MINUTE);
  },
);
