import { pressStart } from '../../sandbox/scenarios/history/press-start';
import type { Settings } from '../../sandbox/create-sandbox';
import { askPage } from './ask-page';
import { MINUTE, endStories, startStory, type Story } from './story';
import { startText } from './history-story';

afterEach(endStories);

const GROUP = 'Team Ypsilon of Anna';
const FIRST_TICKET_ID = 918_273;
const ADDRESS = 'anna.ypsilon@example.com';

async function askFile(story: Story): Promise<Record<string, never>> {
  const { ok, file } = await askPage<{ ok: boolean; file: Record<string, never> }>(story, 'getSupportFile');
  expect(ok).toBe(true);
  return file;
}

/** A story with everything that could leave a trace: held, refused and waiting contacts, a history, a new key. */
async function eventfulStory(): Promise<{ story: Story; hidden: readonly string[] }> {
  const story = await startStory({ installs: false, firstTicketId: FIRST_TICKET_ID });
  const { actions, admin } = story.freshdesk;
  const group = actions.createGroup(GROUP);
  const writeTicket = (): number =>
    actions.createTicket({ groupId: group.id, subject: 'Where is my parcel?' }).id;
  const past = writeTicket();
  actions.customerReply(past, { channel: 'email' });
  await story.minutes(120);
  const historyFrom = startText(story.clock.now() - 240 * MINUTE);
  const settings: Settings = { ...story.settings(), history_from: historyFrom, alert_email: ADDRESS };
  expect((await story.platform.install(settings)).ok).toBe(true);
  await pressStart(story.platform);
  await story.minutes(30);
  story.injixo.faults.add({ kind: 'broken', isTaken: false, onlyWithContacts: true, times: 1 });
  for (let count = 0; count < 4; count += 1) actions.customerReply(writeTicket(), { channel: 'email' });
  await story.minutes(20);
  story.injixo.account.generateKey(1234);
  actions.customerReply(writeTicket(), { channel: 'email' });
  await story.minutes(10);
  const hidden = [
    settings['injixo_api_key'] ?? '',
    settings['freshdesk_api_key'] ?? '',
    admin.apiKey,
    historyFrom,
    ADDRESS,
    GROUP,
    'Ypsilon',
    'parcel',
    String(group.id),
    ...[...story.freshdesk.helpdesk.tickets.keys()].map(String),
    ...story.injixo.queues().flatMap(({ queueName, queueIdentifier }) => [queueName, queueIdentifier]),
  ];
  return { story, hidden };
}

it('tells support what is going on, and nothing of what is counted, of whom, and with which key', async () => {
  const { story, hidden } = await eventfulStory();

  const file = await askFile(story);

  expect(file).toMatchObject({
    versions: { app: expect.stringMatching(/^\d+\.\d+\.\d+$/), state: 1 },
    settings: { injixo_api_key: { isSet: true }, alert_email: { isSet: true }, problems: 0 },
    schedule: { found: true, everyMinutes: 5, cutOver: story.cutOver() },
    state: {
      sending: { mode: 'paused', failure: { code: 'injixo_key', since: expect.any(Number) } },
      held: { batches: [{ reason: 'unclear', contacts: expect.any(Number) }] },
      history: { state: expect.any(String) },
    },
  });
  const text = JSON.stringify(file);
  expect(hidden.length).toBeGreaterThan(12);
  expect(hidden.filter((each) => text.includes(each))).toEqual([]);
  expect(text).not.toMatch(/\S@\S|ticket:\d|reply:\d|unknown:\d|freshdesk:\d|Bearer|Basic /);
});

it('is there before the first run', async () => {
  const story = await startStory();

  expect(await askFile(story)).toMatchObject({ state: null, inFlight: null, schedule: { found: true } });
});

it('is there when the store does not give all of it, and says what is missing', async () => {
  const story = await startStory();
  await story.minutes(10);
  story.platform.faults.refuse = ({ kind, label }) =>
    kind === 'kv' && label === 'get state' ? { status: 429, message: 'Too many requests' } : null;

  expect(await askFile(story)).toMatchObject({
    state: null,
    overview: expect.any(Object),
    unread: [{ state: 'store_limit' }],
  });
});

it('takes no argument', async () => {
  const story = await startStory();

  const { answer } = await story.platform.callFunction('getSupportFile', { request: { keys: true } });

  expect(answer).toMatchObject({ ok: true, response: { ok: false, code: 'bad_request', params: {} } });
});
