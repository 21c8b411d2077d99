import type { NamesAnswer, Naming, Overview } from '../../server/page-contract';
import { askOverview, askPage } from './ask-page';
import { outboxIds, queueSums } from './explain';
import { askedOfFreshdesk, openTicketPage, startLiveStory } from './live-only';
import { endStories, startStory, type Story } from './story';

afterEach(endStories);

const EMAIL = 1;

/** A live story with groups that existed before the installation, so that no event told their names. */
async function startUnnamed(...names: readonly string[]) {
  const story = await startLiveStory({ installs: false });
  const groups = names.map((name) => story.freshdesk.actions.createGroup(name));
  await story.minutes(1);
  await story.platform.install(story.settings());
  await story.minutes(8);
  return { story, ids: groups.map(({ id }) => id) };
}

/** Says names on the page and begins the run that the page begins. */
async function say(story: Story, ...names: readonly Naming[]): Promise<unknown> {
  const answer = await askPage(story, 'nameGroup', { names });
  await story.minutes(1);
  await askPage(story, 'runNow');
  await story.minutes(3);
  return answer;
}

async function unnamedOf(story: Story) {
  const { unnamed = [] } = (await askOverview(story)) as unknown as Overview;
  return unnamed.map(({ kind, id, contacts }) => ({ kind, id, contacts }));
}

describe('live only, a group without a name', () => {
  it('is shown with what waits for it, and is sent once a person has named it; pressing twice is harmless', async () => {
    const { story, ids } = await startUnnamed('CustomerService');
    const [id = 0] = ids;
    story.freshdesk.actions.createTicket({ source: EMAIL, groupId: id });
    story.freshdesk.actions.createTicket({ source: EMAIL, groupId: id });
    await story.minutes(20);
    expect(queueSums(story)).toEqual({});
    expect(await unnamedOf(story)).toEqual([{ kind: 'group', id, contacts: 2 }]);
    const naming = { kind: 'group', id, name: 'Customer Service' } as const;

    expect(await askPage(story, 'nameGroup', naming)).toEqual({ ok: true, names: [naming] });
    expect(await say(story, naming)).toEqual({ ok: true, names: [naming] });
    await story.minutes(10);

    expect(queueSums(story)).toEqual({ 'Customer Service email Tickets': 2 });
    expect(await unnamedOf(story)).toEqual([]);
    expect(outboxIds(story)).toEqual([]);
    expect(askedOfFreshdesk(story)).toEqual([]);
  });

  it.each<[string, (story: Story, id: number) => Promise<unknown>]>([
    ['a person says that it is gone', (story, id) => say(story, { kind: 'group', id, gone: true })],
    [
      'Freshdesk says that it is gone',
      async (story, id) => {
        await story.platform.deliver({ name: 'onGroupDelete', data: { group: { id } } });
        await story.minutes(10);
      },
    ],
  ])('counts as Unknown when %s', async (_what, tell) => {
    const { story, ids } = await startUnnamed('CustomerService');
    story.freshdesk.actions.createTicket({ source: EMAIL, groupId: ids[0] ?? 0 });
    await story.minutes(12);

    await tell(story, ids[0] ?? 0);

    expect(queueSums(story)).toEqual({ 'Unknown group/source Tickets': 1 });
  });

  it('stops nobody: several are named in one go, with one operation', async () => {
    const { story, ids } = await startUnnamed('CustomerService', 'Sales', 'Billing');
    for (const groupId of ids) story.freshdesk.actions.createTicket({ source: EMAIL, groupId });
    const named = story.freshdesk.actions.createGroup('Told by its event');
    story.freshdesk.actions.createTicket({ source: EMAIL, groupId: named.id });
    await story.minutes(8);
    expect(queueSums(story)).toEqual({ 'Told by its event email Tickets': 1 });

    await say(story, ...ids.map((id, n) => ({ kind: 'group', id, name: `Group ${n}` }) as const));

    expect(queueSums(story)).toEqual({
      'Told by its event email Tickets': 1,
      'Group 0 email Tickets': 1,
      'Group 1 email Tickets': 1,
      'Group 2 email Tickets': 1,
    });
  });

  it('keeps the name of a queue that was sent, whatever is told later', async () => {
    const { story, ids } = await startUnnamed('CustomerService');
    const [id = 0] = ids;
    story.freshdesk.actions.createTicket({ source: EMAIL, groupId: id });
    await story.minutes(8);
    await say(story, { kind: 'group', id, name: 'Typed' });
    await say(story, { kind: 'group', id, name: 'Typed later' });

    story.freshdesk.actions.renameGroup(id, 'Renamed');
    story.freshdesk.actions.createTicket({ source: EMAIL, groupId: id });
    await story.minutes(8);

    expect(queueSums(story)).toEqual({ 'Typed email Tickets': 2 });
  });

  it.each<[object, string]>([
    [{ kind: 'group', id: 1, name: ' \u200b ' }, 'name_invalid'],
    [{ kind: 'group', id: 1, name: 'x'.repeat(101) }, 'name_invalid'],
    [{ kind: 'group', id: 1 }, 'bad_request'],
    [{ kind: 'source', id: EMAIL, name: 'Letters' }, 'bad_request'],
    [{ names: [{ kind: 'group', id: 1, name: 'Sales' }, {}] }, 'bad_request'],
  ])('refuses %j: %s', async (request, code) => {
    const story = await startLiveStory();
    await story.minutes(8);

    expect(await askPage(story, 'nameGroup', request)).toMatchObject({ ok: false, code });
  });
});

it("live only, a source of the account's own waits for its label, or for that it has none", async () => {
  const story = await startLiveStory();
  await story.minutes(8);
  for (const source of [101, 102]) story.freshdesk.actions.createTicket({ source });
  await story.minutes(25);
  expect((await unnamedOf(story)).sort((a, b) => a.id - b.id)).toEqual([
    { kind: 'source', id: 101, contacts: 1 },
    { kind: 'source', id: 102, contacts: 1 },
  ]);

  await say(story, { kind: 'source', id: 101, name: 'Fax' }, { kind: 'source', id: 102, noLabel: true });

  expect(queueSums(story)).toEqual({ 'No group Fax Tickets': 1, 'No group source 102 Tickets': 1 });
});

it("live only, a contact that lacks both names asks for the source's once its group has one", async () => {
  const { story, ids } = await startUnnamed('Sales');
  const [id = 0] = ids;
  story.freshdesk.actions.createTicket({ source: 101, groupId: id });
  await story.minutes(25);
  expect(await unnamedOf(story)).toEqual([{ kind: 'group', id, contacts: 1 }]);

  await say(story, { kind: 'group', id, name: 'Sales' });
  expect(await unnamedOf(story)).toEqual([{ kind: 'source', id: 101, contacts: 1 }]);
  await say(story, { kind: 'source', id: 101, name: 'Fax' });

  expect(queueSums(story)).toEqual({ 'Sales Fax Tickets': 1 });
});

describe('live only, the first hour of 200 agents', () => {
  const TEAMS = 20;

  /** Ten tickets a minute for an hour, while so many agents open tickets of all groups, each told once for each browser. */
  async function playHour(agents: number): Promise<Story> {
    const { story, ids } = await startUnnamed(...[...Array(TEAMS).keys()].map((n) => `Team ${n}`));
    const told = new Set<string>();
    const tell = async (agent: number, n: number): Promise<void> => {
      const browser = `${agent} ${n}`;
      if (told.has(browser)) return;
      const request = { id: ids[n], name: `Team ${n}` };
      const { answer } = await story.platform.callFunction('learnGroup', { request });
      // What the platform refuses is told with a later ticket.
      if (answer.ok) told.add(browser);
    };
    for (let n = 0; n < TEAMS; n += 1) await tell(0, n);
    await story.minutes(3);
    for (let minute = 0; minute < 60; minute += 1) {
      for (let n = 0; n < 10; n += 1)
        story.freshdesk.actions.createTicket({ source: EMAIL, groupId: ids[(minute + n) % TEAMS] ?? 0 });
      for (let agent = minute % 3; agent < agents; agent += 3)
        await tell(agent, (agent * 7 + minute) % TEAMS);
      await story.minutes(1);
    }
    await story.minutes(10);
    return story;
  }

  it('takes no key-value operation from the runs and delays no contact', async () => {
    const quiet = await playHour(0);
    const busy = await playHour(200);

    const calls = busy.platform.invocations().filter(({ event }) => event === 'learnGroup');
    expect(calls.length).toBeGreaterThan(2000);
    expect(calls.filter((each) => each.calls.kv > 0)).toEqual([]);
    expect(queueSums(busy)).toEqual(queueSums(quiet));
    expect(outboxIds(busy)).toEqual([]);
    const [today, alone] = await Promise.all(
      [busy, quiet].map(async (story) => ((await askOverview(story)) as unknown as Overview).today),
    );
    expect(today).toMatchObject({ accepted: 600 });
    expect(today?.medianSeconds).toBeLessThanOrEqual(alone?.medianSeconds ?? 0);
    expect(today?.worstSeconds).toBeLessThanOrEqual(alone?.worstSeconds ?? 0);
  });
});

describe('with a Freshdesk key', () => {
  it('the ticket page is told that no name is needed, and costs no operation of any store', async () => {
    const story = await startStory();
    const group = story.freshdesk.actions.createGroup('CustomerService');
    const ticket = story.freshdesk.actions.createTicket({ groupId: group.id });
    await story.minutes(8);

    const answer = await openTicketPage(story, ticket.id);

    expect(answer).toMatchObject({ ok: true, response: { ok: true, needed: false, cost: 0 } });
    const calls = story.platform.invocations().filter(({ event }) => event === 'learnGroup');
    expect(calls.map((each) => [each.calls.kv, each.calls.entity])).toEqual([[0, 0]]);
  });

  it('names that were read stay known when the key is removed', async () => {
    const story = await startStory();
    const { actions } = story.freshdesk;
    const group = actions.createGroup('CustomerService');
    actions.createTicket({ source: EMAIL, groupId: group.id });
    await story.minutes(8);
    story.change({ freshdesk_api_key: '' });
    await story.minutes(10);

    actions.createTicket({ source: 3, groupId: group.id });
    await story.minutes(8);

    expect(queueSums(story)).toMatchObject({ 'CustomerService phone Tickets': 1 });
    const { named } = await askPage<NamesAnswer>(story, 'getVolumes', { view: 'names' });
    expect(named).toMatchObject([{ kind: 'group', id: group.id, name: 'CustomerService', isSent: true }]);
  });
});
