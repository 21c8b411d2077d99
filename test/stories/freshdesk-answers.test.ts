import { FRESHDESK_HOST } from '../../sandbox/create-sandbox';
import type { FreshdeskFault } from '../../sandbox/freshdesk/api/freshdesk-fault';
import { askOverview } from './ask-page';
import { expectAllArrived, explain, outboxIds, queueSums } from './explain';
import { MINUTE, endStories, startStory, type Story } from './story';

afterEach(endStories);

describe('Freshdesk does not tell the truth', () => {
  const NAMED = { 'CustomerService email Tickets': 1, 'CustomerService email Replies': 1 };

  /** A ticket and a reply wait during a Freshdesk fault; then the fault ends. */
  async function outage(
    arrange: (story: Story) => void,
    repair: (story: Story) => void,
    minutes = 16,
  ): Promise<Story> {
    const story = await startStory();
    const { actions } = story.freshdesk;
    story.platform.faults.events.dropRate = 1;
    // No event tells its name.
    const group = actions.createGroup('CustomerService');
    story.platform.faults.events.dropRate = 0;
    await story.minutes(7);
    arrange(story);
    const ticket = actions.createTicket({ groupId: group.id });
    await story.platform.advance(10_000);
    actions.customerReply(ticket.id, { channel: 'portal' });
    await story.minutes(minutes);
    expect(queueSums(story)).toEqual({});
    expect(outboxIds(story)).toHaveLength(2);
    repair(story);
    await story.minutes(25);
    return story;
  }

  it('and is down for an hour: contacts wait and arrive with their names', async () => {
    const story = await outage(
      ({ network }) => network.down(FRESHDESK_HOST, 'refused'),
      ({ network }) => network.down(FRESHDESK_HOST, null),
      60,
    );

    expect(queueSums(story)).toEqual(NAMED);
    expectAllArrived(story, { namedWithinMs: 90 * MINUTE });
  });

  it.each<[string, FreshdeskFault]>([
    ['500 to everything', { kind: 'status', status: 500 }],
    ['503 to everything', { kind: 'status', status: 503 }],
    ['no answer', { kind: 'black-hole' }],
    ['a broken connection', { kind: 'broken' }],
    ['a page for people', { kind: 'html' }],
    ['half an answer', { kind: 'malformed' }],
    ['429 to everything', { kind: 'throttle', retryAfterSeconds: 120 }],
    ['401 to everything', { kind: 'status', status: 401 }],
    ['403 to everything', { kind: 'status', status: 403 }],
    ['404 to everything', { kind: 'status', status: 404 }],
  ])('contacts wait and arrive with their names: %s', async (_what, fault) => {
    const story = await outage(
      ({ freshdesk }) => void freshdesk.faults.add(fault),
      ({ freshdesk }) => freshdesk.faults.clear(),
    );

    expect(queueSums(story)).toEqual(NAMED);
    expectAllArrived(story);
  });

  it.each([
    ['require_feature', 'freshdesk_plan'],
    ['account_suspended', 'freshdesk_suspended'],
  ])('contacts wait, and the cause is the one that the answer gives: %s', async (code, failure) => {
    const fault = { kind: 'status', status: 403, body: { code } } as const;
    const story = await outage(
      ({ freshdesk }) => void freshdesk.faults.add(fault),
      ({ freshdesk }) => freshdesk.faults.clear(),
    );
    story.freshdesk.faults.add(fault);
    story.freshdesk.actions.createTicket({ groupId: [...story.freshdesk.helpdesk.groups.keys()][0] ?? null });
    await story.minutes(16);
    const told = await askOverview(story);
    story.freshdesk.faults.clear();
    await story.minutes(25);

    expect(told).toMatchObject({ freshdeskFailure: { code: failure } });
    expectAllArrived(story);
  });

  it.each([2, 3] as const)(
    'nothing becomes unknown while the key sees only some tickets (scope %i)',
    async (ticketScope) => {
      const story = await outage(
        ({ freshdesk }) => void freshdesk.actions.changeAgent(freshdesk.admin.id, { ticketScope }),
        ({ freshdesk }) => void freshdesk.actions.changeAgent(freshdesk.admin.id, { ticketScope: 1 }),
      );

      expect(queueSums(story)).toEqual(NAMED);
      expect(explain(story)).toMatchObject({ lost: 0, doubled: 0, wrongQueue: 0 });
    },
  );

  it.each([403, 404])(
    'nothing becomes unknown while tickets answer %i and the key sees only some of them',
    async (status) => {
      const story = await outage(
        ({ freshdesk }) => {
          freshdesk.actions.changeAgent(freshdesk.admin.id, { ticketScope: 2 });
          freshdesk.faults.add({ kind: 'status', status, family: 'view' });
          freshdesk.faults.add({ kind: 'status', status, family: 'archived' });
        },
        ({ freshdesk }) => {
          freshdesk.actions.changeAgent(freshdesk.admin.id, { ticketScope: 1 });
          freshdesk.faults.clear();
        },
      );

      expect(queueSums(story)).toEqual(NAMED);
      expectAllArrived(story);
    },
  );

  it('a group whose name cannot be asked for keeps its contacts waiting, not unknown', async () => {
    const story = await outage(
      ({ freshdesk }) => {
        freshdesk.faults.add({ kind: 'status', status: 500, family: 'fields' });
        freshdesk.faults.add({ kind: 'status', status: 500, family: 'groups' });
      },
      ({ freshdesk }) => freshdesk.faults.clear(),
    );

    expect(queueSums(story)).toEqual(NAMED);
    expectAllArrived(story);
  });
});

describe('one negative answer against positive evidence', () => {
  it.each([
    ['403 once', 403],
    ['404 once', 404],
  ])("a ticket's own addresses refuse while the list of the run shows it: %s", async (_what, status) => {
    const story = await startStory();
    const { actions, faults } = story.freshdesk;
    const group = actions.createGroup('CustomerService');
    await story.minutes(7);
    const { id } = actions.createTicket({ groupId: group.id });
    faults.add({ kind: 'status', status, ticketId: id, times: 2 });

    await story.minutes(20);

    expect(queueSums(story)).toEqual({ 'CustomerService email Tickets': 1 });
    expectAllArrived(story);
  });

  it.each([403, 404])(
    'an answer of %i about one ticket does not keep others of the same run from being named',
    async (status) => {
      const story = await startStory();
      const { actions, faults } = story.freshdesk;
      const group = actions.createGroup('CustomerService');
      await story.minutes(7);
      const { id } = actions.createTicket({ groupId: group.id });
      faults.add({ kind: 'status', status, ticketId: id });
      actions.createTicket({ groupId: group.id });

      await story.minutes(20);

      expect(queueSums(story)).toEqual({ 'CustomerService email Tickets': 2 });
      expectAllArrived(story);
    },
  );

  it("a customer's reply on an old ticket, whose addresses refuse at once, is named by the list", async () => {
    const story = await startStory();
    const { actions, faults } = story.freshdesk;
    const group = actions.createGroup('CustomerService');
    const { id } = actions.createTicket({ groupId: group.id });
    await story.minutes(120);
    faults.add({ kind: 'status', status: 404, ticketId: id, times: 4 });
    actions.customerReply(id, { channel: 'email' });

    await story.minutes(20);

    expect(queueSums(story)).toMatchObject({ 'CustomerService email Replies': 1 });
    expectAllArrived(story);
  });
});

describe('one endpoint taken for all', () => {
  /** For three hours the ticket list fails, and tickets come twice an hour; each time they are there ten minutes later. */
  async function whileListFails(fault: FreshdeskFault, together = 1): Promise<Story> {
    const story = await startStory();
    const { actions, faults } = story.freshdesk;
    const group = actions.createGroup('CustomerService');
    await story.minutes(7);
    faults.add({ ...fault, family: 'list' });
    const sums: number[] = [];
    for (let half = 0; half < 6; half += 1) {
      await story.minutes(20);
      for (let nth = 0; nth < together; nth += 1) actions.createTicket({ groupId: group.id });
      await story.minutes(10);
      sums.push(queueSums(story)['CustomerService email Tickets'] ?? 0);
    }
    expect(sums).toEqual(sums.map((_, half) => together * (half + 1)));
    return story;
  }

  const OWN_LIMIT = { total: 100, remaining: 0 };

  it.each<[string, FreshdeskFault]>([
    ['429 with Retry-After', { kind: 'throttle', retryAfterSeconds: 30 }],
    ['429 and its own limit used up', { kind: 'throttle', retryAfterSeconds: 30, limit: OWN_LIMIT }],
    ['504', { kind: 'status', status: 504 }],
  ])(
    'the list answers %s for three hours: tickets arrive within minutes, asked one by one',
    async (_w, fault) => {
      const story = await whileListFails(fault);

      story.freshdesk.faults.clear();
      await story.minutes(60);
      expectAllArrived(story);
    },
  );

  it.each<[string, FreshdeskFault]>([
    ['429', { kind: 'throttle', retryAfterSeconds: 30 }],
    ['504', { kind: 'status', status: 504 }],
    ['nothing at all', { kind: 'black-hole' }],
  ])('a dozen tickets at once arrive within minutes as well while the list answers %s', async (_w, fault) => {
    await whileListFails(fault, 12);
  });

  it('a 429 with nothing remaining of the account pauses all calls until the moment it names', async () => {
    const story = await startStory();
    const { actions, faults } = story.freshdesk;
    const group = actions.createGroup('CustomerService');
    await story.minutes(7);
    const limit = { total: 400, remaining: 0 };
    faults.add({ kind: 'throttle', retryAfterSeconds: 300, limit, family: 'list', times: 1 });
    actions.createTicket({ groupId: group.id });
    const refused = (): number => story.network.requests().filter(({ status }) => status === 429).length;
    while (refused() === 0) await story.platform.advance(1000);
    story.network.clearRequests();

    await story.minutes(4);
    expect(story.network.requests().filter(({ host }) => host === FRESHDESK_HOST)).toEqual([]);
    await story.minutes(20);
    expectAllArrived(story);
  });
});
