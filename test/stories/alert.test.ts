import { pressStart } from '../../sandbox/scenarios/history/press-start';
import publisher from '../../publisher.json';
import { FRESHDESK_HOST } from '../../sandbox/create-sandbox';
import {
  ADDRESS,
  alertNotes,
  alertTickets,
  askAlert,
  noteTexts,
  refuseKey,
  startAlertStory,
} from './alert-story';
import { expectAllArrived, outboxIds } from './explain';
import { listHeld, press } from './held-commands';
import { HOUR, MINUTE, endStories, startStory, type Story } from './story';
import { addContacts } from './waiting-contacts';

afterEach(endStories);

function posts(story: Story): readonly string[] {
  const made = story.network
    .requests()
    .filter(({ method, host }) => method === 'POST' && host === FRESHDESK_HOST);
  return made.map(({ path }) => path);
}

/** Waits until the wrong key is detected: this takes a contact to send, or half an hour without one. */
async function noticeRefusal(story: Story): Promise<() => void> {
  await addContacts(story, 2);
  const repair = refuseKey(story);
  await story.minutes(11);
  return repair;
}

/** A story whose first run detects the wrong key; nothing waits, so that there are few runs. */
async function startRefusedStory(): Promise<Story> {
  const story = await startAlertStory();
  refuseKey(story);
  await story.minutes(7);
  return story;
}

it("is told in the account's language", async () => {
  const story = await startAlertStory();
  story.freshdesk.helpdesk.account.language = 'de';
  await story.minutes(24 * 60);
  const repair = await noticeRefusal(story);
  await story.minutes(20);

  expect(alertTickets(story)).toMatchObject([
    { subject: `${publisher.appName} benötigt Ihre Aufmerksamkeit` },
  ]);
  repair();
  await story.minutes(20);
  expect(noteTexts(story)).toEqual([expect.stringContaining('Das Problem ist behoben.')]);
});

describe('a key that injixo refuses', () => {
  it('opens one ticket after a quarter of an hour, and one note says when it is solved', async () => {
    const story = await startAlertStory();
    const repair = await noticeRefusal(story);
    expect(alertTickets(story)).toEqual([]);

    await story.minutes(20);
    const [ticket, ...others] = alertTickets(story);
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({ status: 2, source: 2, tags: ['injixo-connect-alert'] });
    expect(ticket?.subject).toBe(`${publisher.appName} needs your attention`);
    expect(ticket?.description).toContain('injixo rejected the API key saved in the app. Generate a new one');
    expect(await askAlert(story)).toEqual({ ticketId: ticket?.id, openedAt: expect.any(Number) });

    await story.minutes(4 * 60);
    expect(posts(story)).toEqual(['/api/v2/tickets']);

    repair();
    await story.minutes(30);
    expect(noteTexts(story)).toEqual([expect.stringContaining('The problem is solved.')]);
    expect(alertNotes(story, ticket?.id ?? 0)).toMatchObject([{ isPrivate: false, isIncoming: false }]);
    expect(await askAlert(story)).toBeNull();
    expect(posts(story)).toHaveLength(2);
    expectAllArrived(story, { namedWithinMs: 6 * HOUR });
  });

  it('tells nobody when it is put right within a quarter of an hour, or when nobody is named', async () => {
    const story = await startAlertStory();
    const repair = await noticeRefusal(story);
    repair();
    await story.minutes(60);
    expect(posts(story)).toEqual([]);

    const nobody = await startStory();
    await noticeRefusal(nobody);
    await nobody.minutes(120);
    expect(posts(nobody)).toEqual([]);
  });

  it('sends the address to Freshdesk alone', async () => {
    const story = await startAlertStory();
    await noticeRefusal(story);
    await story.minutes(30);

    expect(JSON.stringify([story.platform.stores(), story.platform.log()])).not.toContain(ADDRESS);
    expect(story.network.requests().filter(({ query }) => query.includes('anna'))).toEqual([]);
  });
});

it('a field that cannot be read is told as well, as long as Freshdesk’s own key can', async () => {
  const story = await startAlertStory();
  story.change({ injixo_api_key: 'two words' });
  await story.minutes(30);

  expect(alertTickets(story)).toMatchObject([
    { description: expect.stringContaining('One of the app’s settings is invalid.') },
  ]);
});

describe('a further issue', () => {
  it('becomes a note on the ticket that is open', async () => {
    const story = await startAlertStory();
    story.injixo.faults.add({ kind: 'broken', isTaken: false, onlyWithContacts: true, times: 1 });
    await addContacts(story, 2);
    await story.minutes(40);
    const [ticket] = alertTickets(story);
    expect(ticket?.description).toContain('Some contacts are held');

    const repair = refuseKey(story);
    await addContacts(story, 1);
    await story.minutes(40);
    expect(noteTexts(story)).toEqual([expect.stringMatching(/another problem\. injixo rejected/)]);

    repair();
    await story.minutes(15);
    for (const { number } of await listHeld(story)) await press(story, 'sendHeld', number);
    await story.minutes(20);
    expect(noteTexts(story)).toHaveLength(2);
    expect(noteTexts(story)[1]).toContain('The problem is solved.');
    expect(alertTickets(story)).toHaveLength(1);
  });

  it.each([
    ['open', 1, 2],
    ['resolved', 2, 1],
    ['closed', 2, 1],
    ['in the trash', 2, 1],
    ['purged', 2, 0],
  ] as const)('after all was solved, while the first ticket is %s', async (how, tickets, notes) => {
    const story = await startAlertStory();
    const repair = await noticeRefusal(story);
    await story.minutes(30);
    repair();
    await story.minutes(20);
    const id = alertTickets(story)[0]?.id ?? 0;
    const { actions } = story.freshdesk;
    const acts = {
      open: () => undefined,
      resolved: () => void actions.changeStatus(id, 4),
      closed: () => void actions.close(id),
      'in the trash': () => void actions.trash(id),
      purged: () => actions.purge(id),
    };
    acts[how]();

    await noticeRefusal(story);
    await story.minutes(30);

    expect(posts(story).filter((path) => path === '/api/v2/tickets')).toHaveLength(tickets);
    expect(alertNotes(story, id)).toHaveLength(notes === 0 ? 1 : notes);
  });

  it('finds the open ticket of an earlier installation, and writes on that', async () => {
    const story = await startAlertStory();
    await noticeRefusal(story);
    await story.minutes(30);
    await story.platform.uninstall();
    await story.platform.install(story.settings());

    await noticeRefusal(story);
    await story.minutes(40);

    expect(alertTickets(story)).toHaveLength(1);
    expect(noteTexts(story)).toEqual([expect.stringContaining('injixo rejected')]);
  });
});

describe('a Freshdesk key that sees only some tickets', () => {
  it('can still open the ticket, and says when it sees all again', async () => {
    const story = await startAlertStory();
    const { actions, admin } = story.freshdesk;
    await story.minutes(7);
    actions.changeAgent(admin.id, { ticketScope: 2 });
    await story.minutes(110);
    const [ticket] = alertTickets(story);
    expect(ticket?.description).toContain('cannot see all tickets');

    actions.changeAgent(admin.id, { ticketScope: 1 });
    await story.minutes(30);

    expect(noteTexts(story)).toEqual([expect.stringContaining('The problem is solved.')]);
    expect(posts(story)).toHaveLength(2);
    expect(story.injixo.receipts).toEqual([]);
  });
});

describe('where Freshdesk does not take the ticket', () => {
  it('only the page tells when its key is the cause, and nothing is tried', async () => {
    const story = await startAlertStory();
    story.freshdesk.actions.changeAgent(story.freshdesk.admin.id, { apiKey: 'another-key' });
    await story.minutes(180);

    expect(posts(story)).toEqual([]);
  });

  it.each([400, 403, 429] as const)('tries once an hour while it answers %i', async (status) => {
    const story = await startRefusedStory();
    story.freshdesk.faults.add({ kind: 'status', status, family: 'create' });
    await story.minutes(190);
    expect(posts(story).length).toBeGreaterThanOrEqual(3);
    expect(posts(story).length).toBeLessThanOrEqual(4);

    story.freshdesk.faults.clear();
    await story.minutes(70);
    expect(alertTickets(story)).toHaveLength(1);
  });

  it('opens one, however unclear Freshdesk’s answers are', async () => {
    const story = await startRefusedStory();
    story.freshdesk.faults.add({ kind: 'slow', latencyMs: 30_000, family: 'create', times: 1 });
    await story.minutes(180);

    expect(alertTickets(story)).toHaveLength(1);
    expect(posts(story)).toHaveLength(1);
    expect(await askAlert(story)).toEqual({
      ticketId: alertTickets(story)[0]?.id,
      openedAt: expect.any(Number),
    });
  });

  it('opens one in the end when an answer was unclear and nothing had been made', async () => {
    const story = await startRefusedStory();
    story.freshdesk.faults.add({ kind: 'status', status: 500, family: 'create', times: 1 });
    await story.minutes(20);
    expect(await askAlert(story)).toEqual({ ticketId: null, openedAt: expect.any(Number) });
    await story.minutes(140);

    expect(alertTickets(story)).toHaveLength(1);
    expect(posts(story)).toHaveLength(2);
  });
});

describe('the alert ticket', () => {
  it.each([
    ['its event', false],
    ['the scan', true],
  ])(
    'is not counted by %s, nor is what is written on it, whatever becomes of it',
    async (_path, losesEvents) => {
      const story = await startAlertStory();
      const { actions } = story.freshdesk;
      if (losesEvents) story.platform.faults.events.plan = () => [];
      const repair = refuseKey(story);
      await story.minutes(80);
      const id = alertTickets(story)[0]?.id ?? 0;
      actions.customerReply(id, { channel: 'email' });
      actions.agentReply(id);
      actions.incomingNote(id);
      repair();
      await story.minutes(60);
      actions.customerReply(id, { channel: 'email' });
      await story.minutes(60);
      actions.trash(id);
      // The daily recheck of the day of the alert has ended by then.
      await story.minutes(22 * 60);

      expect(story.injixo.receipts).toEqual([]);
      expect(outboxIds(story)).toEqual([]);
      expectAllArrived(story, { namedWithinMs: 40 * HOUR });
    },
  );

  it('is not counted when its tag is taken off', async () => {
    const story = await startAlertStory();
    const repair = refuseKey(story);
    await story.minutes(80);
    const id = alertTickets(story)[0]?.id ?? 0;
    repair();
    story.freshdesk.actions.massUpdate([id], { tags: [] });
    await story.minutes(90);

    expect(story.injixo.receipts).toEqual([]);
  });

  it('is not counted by the history of a later installation', async () => {
    const story = await startAlertStory();
    const repair = refuseKey(story);
    await story.minutes(80);
    story.freshdesk.actions.customerReply(alertTickets(story)[0]?.id ?? 0, { channel: 'email' });
    repair();
    await story.minutes(10);
    await story.platform.uninstall();
    const from = new Date(story.clock.now() - 6 * HOUR).toISOString().slice(0, 16).replace('T', ' ');
    await story.platform.install({ ...story.settings(), history_from: from });
    await pressStart(story.platform);
    await story.minutes(60);

    expect(story.injixo.receipts).toEqual([]);
  });
});

it("costs a run without anything to tell no operation, and no call but the day's for the account's language", async () => {
  const story = await startAlertStory();
  const quiet = await startStory();
  for (const each of [story, quiet]) await each.platform.advance(60 * MINUTE);

  expect(story.network.requests().length).toBe(quiet.network.requests().length + 1);
});
