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
    const group = actions.createGroup('CustomerService');
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
