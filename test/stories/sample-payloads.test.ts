import agentReply from '../payloads/conversation-agent-reply.json';
import privateNote from '../payloads/conversation-private-note.json';
import withoutDirection from '../payloads/conversation-without-direction.json';
import alert from '../payloads/ticket-alert.json';
import internalTask from '../payloads/ticket-internal-task.json';
import migrated from '../payloads/ticket-migrated.json';
import outbound from '../payloads/ticket-outbound.json';
import spamWithoutChanges from '../payloads/ticket-update-spam-without-changes.json';
import statusOnly from '../payloads/ticket-update-status.json';
import withoutTime from '../payloads/ticket-without-time.json';
import goneWithoutId from '../payloads/group-delete-without-id.json';
import nameInChanges from '../payloads/group-update-name-in-changes.json';
import withoutName from '../payloads/group-without-name.json';
import groupGone from '../../test_data/support_agent/onGroupDelete.json';
import groupMade from '../../test_data/support_agent/onGroupCreate.json';
import groupChanged from '../../test_data/support_agent/onGroupUpdate.json';
import customerReply from '../../test_data/support_ticket/onConversationCreate.json';
import created from '../../test_data/support_ticket/onTicketCreate.json';
import deleted from '../../test_data/support_ticket/onTicketUpdate.json';
import { officialSample } from '../official-sample';
import { outboxIds, queueSums } from './explain';
import { startLiveStory } from './live-only';
import { DAY, MINUTE, SECOND, endStories, startStory, type Story } from './story';

afterEach(endStories);

/** The parts of a sample payload that are used. */
interface Sample {
  readonly event: string;
  readonly data?: unknown;
}

interface Subject {
  readonly ticketId: number;
  readonly source: number;
  readonly createdAt: number;
  readonly firedAt: number;
}

function field(value: unknown, name: string): unknown {
  return Object(value) === value ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** The ticket of a sample, and a time just after it happened. */
function subjectOf({ data }: Sample): Subject {
  const ticket = field(data, 'ticket');
  const conversation = field(data, 'conversation');
  const about = ticket ?? conversation;
  const ticketId = Number(field(ticket, 'id') ?? field(conversation, 'ticket_id'));
  const createdAt = Date.parse(String(field(about, 'created_at') ?? '2026-11-05T12:45:13Z'));
  const firedAt = Date.parse(String(field(about, 'updated_at') ?? '2026-11-05T12:45:13Z')) + SECOND;
  return { ticketId, source: Number(field(ticket, 'source') ?? 1), createdAt, firedAt };
}

/** Installs the app in a helpdesk with the sample's ticket, and fires the sample at its time. */
async function fire(sample: Sample, { isTrashed = false } = {}): Promise<Story> {
  const { ticketId, source, createdAt, firedAt } = subjectOf(sample);
  const story = await startStory({ startsAt: firedAt - 400 * DAY, firstTicketId: ticketId, installs: false });
  const { actions } = story.freshdesk;
  const group = actions.createGroup('CustomerService');
  actions.createTicket({ source, groupId: group.id, createdAt });
  if (isTrashed) actions.trash(ticketId);
  await story.minutes(1);
  await story.platform.install(story.settings());

  story.clock.advanceTo(firedAt);
  await story.platform.deliver({ name: sample.event, data: sample.data });
  await story.platform.advance(30 * MINUTE);
  return story;
}

const UNKNOWN = { 'Unknown group/source Tickets': 1 };

describe("the project's own sample payloads", () => {
  it.each([
    ['a new ticket', created, { 'CustomerService email Tickets': 1 }],
    ['a ticket moved to the trash', deleted, UNKNOWN],
    ['a ticket marked as spam, without a list of changes', spamWithoutChanges, UNKNOWN],
    ["a customer's e-mail reply", customerReply, { 'CustomerService email Replies': 1 }],
    ['a ticket whose status changed', statusOnly, {}],
    ["an agent's reply", agentReply, {}],
    ['a private note', privateNote, {}],
    ['an outbound e-mail', outbound, {}],
    ['an internal task', internalTask, {}],
    ['a migrated ticket', migrated, {}],
    ["the app's own alert", alert, {}],
    ['a ticket without a time', withoutTime, {}],
    ['a conversation that does not say where it comes from', withoutDirection, {}],
  ])('count as the counting table says: %s', async (_what, sample, queues) => {
    const story = await fire(sample);

    expect(queueSums(story)).toEqual(queues);
    expect(outboxIds(story)).toEqual([]);
  });
});

/** The installation without a Freshdesk key, and a ticket of the samples' group. */
async function fireLive(sample: Sample): Promise<Story> {
  const story = await startLiveStory({ startsAt: Date.parse('2026-11-05T14:00:00Z') });
  await story.platform.deliver({ name: sample.event, data: sample.data });
  const ticket = { ...created.data, ticket: { ...created.data.ticket, created_at: '2026-11-05T14:00:00Z' } };
  await story.platform.deliver({ name: 'onTicketCreate', data: ticket });
  await story.platform.advance(30 * MINUTE);
  return story;
}

describe("the project's own samples of groups", () => {
  it.each<[string, Sample, object]>([
    ['a new group', groupMade, { 'CustomerService email Tickets': 1 }],
    ['a renamed group', groupChanged, { 'Customer Care email Tickets': 1 }],
    ['a new name only among what changed', nameInChanges, { 'Customer Care email Tickets': 1 }],
    ['a group that is gone', groupGone, UNKNOWN],
    ['a group without a name', withoutName, {}],
    ['a deletion that does not say of what', goneWithoutId, {}],
  ])('name the queues, and one that cannot be read names none: %s', async (_what, sample, queues) => {
    expect(queueSums(await fireLive(sample))).toEqual(queues);
  });
});

const SUBSCRIBED = [
  ['onTicketCreate', { 'CustomerService phone Tickets': 1 }],
  ['onTicketUpdate', UNKNOWN],
  ['onConversationCreate', {}],
  ['onScheduledEvent', {}],
] as const;

const NOT_SUBSCRIBED = [
  'afterAppUpdate',
  'onConversationDelete',
  'onConversationUpdate',
  'onExternalEvent',
  'onTicketDelete',
];

const publishedSamples = (): void => {
  it.each(SUBSCRIBED)('count as the counting table says: %s', async (event, queues) => {
    const story = await fire(officialSample(`${event}.json`) as Sample);

    expect(queueSums(story)).toEqual(queues);
    expect(outboxIds(story)).toEqual([]);
  });

  it('count a deleted ticket in the Unknown queue also when Freshdesk shows it in the trash', async () => {
    const story = await fire(officialSample('onTicketUpdate.json') as Sample, { isTrashed: true });

    expect(queueSums(story)).toEqual(UNKNOWN);
  });

  it.each(NOT_SUBSCRIBED)('do not reach the app where it does not ask for them: %s', async (event) => {
    const story = await startStory();
    const { data } = officialSample(`${event}.json`) as Sample;

    story.platform.emit({ name: event, data: data ?? {} });
    await story.minutes(10);

    expect(story.platform.invocations().filter((invocation) => invocation.event === event)).toEqual([]);
    expect(story.injixo.receipts).toEqual([]);
  });
};

// They are present beside the repository on some machines only; the project's own samples cover the same forms.
if (officialSample('onTicketUpdate.json') !== null) {
  describe('the sample payloads that Freshworks publishes', publishedSamples);
}
