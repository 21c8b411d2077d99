import type { Helpdesk } from '../../freshdesk/model/helpdesk';
import type { Ticket, TicketRecord } from '../../freshdesk/model/ticket';
import { expectedQueue, isUnknownQueue, namedQueue, unknownQueue, type Series } from '../queue-of';
import { mayRepeatDescription, replySource, replyTruth } from '../reply-truth';
import { isGone } from '../right-queues';
import { deletedOrSpamTruth, ticketTruth } from '../ticket-truth';
import type { RightQueue, TrueContact } from '../true-contact';
import { knownStates, type KnownState } from './known-states';
import type { Told, ToldRecord } from './told';

const SETTLE_MS = 60_000;
const SETTLE_WITHOUT_GROUP_MS = 600_000;
const FACTS_WITHIN_MS = 24 * 3_600_000;
/** A run reads the outbox up to this time before it decides what is due. */
const RUN_MS = 20_000;

/** What the truth of the live way depends on besides what was told. Milliseconds. */
export interface LiveOptions {
  readonly cutOver: number;
  /** How wrong the app's clock may have been. */
  readonly skewMs?: number;
}

/** One contact and what was told of it and of its ticket. */
interface Subject {
  readonly mine: readonly ToldRecord[];
  readonly occurredAt: number;
  readonly states: readonly KnownState[];
  readonly series: Series;
  readonly sourceOf: (ticketSource: number) => number;
  readonly earlyMs: number;
}

const isDeletedGroup = (helpdesk: Helpdesk, groupId: number | null, by: number): boolean =>
  groupId !== null && (helpdesk.groups.get(groupId)?.deletedAt ?? Infinity) <= by;

/** The states that may give the group and source: those up to when the contact's record was removed, or else all. */
const namingStates = ({ mine, occurredAt, earlyMs }: Subject, states: readonly KnownState[]) => {
  const removedAt = Math.min(...mine.map((record) => record.removedAt ?? Infinity));
  const early = states.filter(({ at }) => at <= removedAt);
  const fallsDue = ({ groupId }: Ticket): number =>
    occurredAt + (groupId === null ? SETTLE_WITHOUT_GROUP_MS : SETTLE_MS) - earlyMs;
  return (early.length === 0 ? states : early).filter(({ at, ticket }) => at >= fallsDue(ticket));
};

/** One state of each group and source. */
const differentBy = (tickets: readonly Ticket[]): readonly Ticket[] => [
  ...new Map(tickets.map((ticket) => [`${ticket.groupId} ${ticket.source}`, ticket])).values(),
];

/** From when on a contact may be given up whose ticket nobody told. */
const giveUpAt = (mine: readonly ToldRecord[], earlyMs: number): number =>
  Math.min(...mine.map(({ writtenAt }) => writtenAt)) + FACTS_WITHIN_MS - earlyMs;

const isUnknown = ({ identifier }: RightQueue): boolean => isUnknownQueue(identifier);

/** The queues that a contact may be in when injixo accepted it at this time. */
const queuesBy =
  (helpdesk: Helpdesk, subject: Subject) =>
  (acceptedAt: number): readonly RightQueue[] => {
    const { mine, occurredAt, series, sourceOf, earlyMs } = subject;
    const unknown = unknownQueue(series);
    const states = subject.states.filter(
      ({ at }) => at >= occurredAt + SETTLE_MS - earlyMs && at <= acceptedAt,
    );
    const givenUpAt = giveUpAt(mine, earlyMs);
    const isGivenUp = acceptedAt >= givenUpAt && !states.some(({ at }) => at < givenUpAt);
    const naming = namingStates(subject, states).map(({ ticket }) => ticket);
    const named = differentBy(naming).map(({ groupId, source }) =>
      namedQueue(helpdesk, { groupId, source: sourceOf(source), series }),
    );
    const mayBeUnknown =
      isGivenUp ||
      states.some(({ ticket }) => isGone(ticket)) ||
      naming.some(({ groupId }) => isDeletedGroup(helpdesk, groupId, acceptedAt));
    const isNamed = states.some(({ ticket }) => !isGone(ticket));
    return [...(isNamed ? named : []), ...(mayBeUnknown ? [unknown] : [])];
  };

/** A contact that is dated ahead falls due by when it was told. */
const happenedAt = ({ mine, occurredAt }: Subject): number =>
  Math.min(occurredAt, ...mine.map(({ writtenAt }) => writtenAt));

const placed = (helpdesk: Helpdesk, contact: TrueContact, subject: Subject): TrueContact => {
  const by = queuesBy(helpdesk, { ...subject, occurredAt: happenedAt(subject) });
  const cache = new Map<number, readonly RightQueue[]>();
  const cached = (acceptedAt: number): readonly RightQueue[] => {
    const queues = cache.get(acceptedAt) ?? by(acceptedAt);
    cache.set(acceptedAt, queues);
    return queues;
  };
  return { ...contact, ...expectedQueue(cached(Infinity)), queuesBy: cached };
};

/** Whether the ticket was restored, and its deletion told while its own contact was still in the outbox: one contact then. */
const wasMerged = (
  { versions }: TicketRecord,
  unknown: readonly ToldRecord[],
  [own]: readonly ToldRecord[],
): boolean => {
  const goneAt = versions.findIndex(({ ticket }) => isGone(ticket));
  const isRestored = versions.slice(goneAt + 1).some(({ ticket }) => !isGone(ticket));
  const removedAt = own?.removedAt ?? Infinity;
  return own !== undefined && isRestored && unknown.some(({ writtenAt }) => writtenAt <= removedAt);
};

/** The world of the live way: what was told, by contact. */
const createLiveWorld = (helpdesk: Helpdesk, told: Told, options: LiveOptions) => {
  const byContact = new Map<string, ToldRecord[]>();
  for (const record of told.records)
    byContact.set(record.contactId, [...(byContact.get(record.contactId) ?? []), record]);
  const of = (contactId: string): readonly ToldRecord[] => byContact.get(contactId) ?? [];
  return {
    of,
    isTold: ({ contactId }: TrueContact): boolean => of(contactId).length > 0,
    statesOf: knownStates(helpdesk, told),
    earlyMs: (options.skewMs ?? 0) + RUN_MS,
  };
};

type LiveWorld = ReturnType<typeof createLiveWorld>;

const liveTicket = (helpdesk: Helpdesk, world: LiveWorld, record: TicketRecord, contact: TrueContact) => {
  const { of, statesOf, earlyMs } = world;
  const mine = of(contact.contactId);
  // A ticket counts under the source that it was created with, wherever it is moved.
  const created = record.versions[0]?.ticket.source;
  const sourceOf = (source: number): number => created ?? source;
  const occurredAt = contact.timestamp * 1000;
  const subject = {
    mine,
    occurredAt,
    states: statesOf(record.id),
    series: 'tickets',
    sourceOf,
    earlyMs,
  } as const;
  const live = placed(helpdesk, contact, subject);
  const mayBeUnknown = live.queues.some(
    ({ identifier }) => identifier === unknownQueue('tickets').identifier,
  );
  return { ...live, orElse: mayBeUnknown ? `unknown:${record.id}` : undefined };
};

const liveUnknown = (world: LiveWorld, record: TicketRecord, contact: TrueContact): TrueContact => {
  const mine = world.of(contact.contactId);
  const own = world.of(`ticket:${record.id}`);
  const seconds = [contact.timestamp, ...contact.otherTimestamps].filter((second) =>
    mine.some(({ changedAt }) => changedAt === second),
  );
  const [timestamp = contact.timestamp, ...otherTimestamps] = seconds;
  const isOptional = contact.isOptional || wasMerged(record, mine, own);
  return { ...contact, timestamp, otherTimestamps, isOptional };
};

/** A message that repeats its ticket's description counts only where a day passed in which nobody told the ticket. */
const givenUpAlone = (contact: TrueContact): TrueContact => {
  const { queuesBy } = contact;
  if (queuesBy === undefined) return contact;
  return { ...contact, queuesBy: (acceptedAt) => queuesBy(acceptedAt).filter(isUnknown) };
};

/** The told replies, without the message of a chat that repeats its description, where the app could know it. */
const liveReplies = (helpdesk: Helpdesk, world: LiveWorld, options: LiveOptions): readonly TrueContact[] => {
  const told = [...helpdesk.conversations.values()].flatMap((conversation) => {
    const truth = replyTruth({ helpdesk, firsts: new Map() }, conversation, options);
    const record = helpdesk.tickets.get(conversation.receivedOnTicketId);
    if (truth === undefined || record === undefined || !world.isTold(truth)) return [];
    return [{ conversation, truth, record, repeats: mayRepeatDescription(record, conversation) }];
  });
  const repeating = new Map<number, number>();
  for (const { record, repeats } of told)
    if (repeats) repeating.set(record.id, (repeating.get(record.id) ?? 0) + 1);
  return told.flatMap(({ conversation, truth, record, repeats }) => {
    const states = world.statesOf(record.id);
    const { of, earlyMs } = world;
    const isOnlyOne = repeats && repeating.get(record.id) === 1 && states.length > 0;
    const givenUpAt = giveUpAt(of(truth.contactId), earlyMs);
    if (isOnlyOne && states.some(({ at }) => at < givenUpAt)) return [];
    const sourceOf = replySource(conversation);
    const occurredAt = conversation.createdAt;
    const subject = {
      mine: of(truth.contactId),
      occurredAt,
      states,
      series: 'replies',
      sourceOf,
      earlyMs,
    } as const;
    const contact = { ...placed(helpdesk, truth, subject), isOptional: repeats };
    return [isOnlyOne ? givenUpAlone(contact) : contact];
  });
};

/**
 * The contacts that an app without a Freshdesk key has to bring: those that an event told, in the queues of what the events had
 * told of their tickets when they fell due. It uses the helpdesk's past, the counting table, and which records there were.
 */
export const liveTruth = (helpdesk: Helpdesk, told: Told, options: LiveOptions): readonly TrueContact[] => {
  const world = createLiveWorld(helpdesk, told, options);
  const records = [...helpdesk.tickets.values()];
  return [
    ...records.flatMap((record) => {
      const contact = ticketTruth(helpdesk, record, options);
      return contact !== undefined && world.isTold(contact)
        ? [liveTicket(helpdesk, world, record, contact)]
        : [];
    }),
    ...records.flatMap((record) => {
      const contact = deletedOrSpamTruth(record, { ...options, namedWithinMs: 0 });
      return contact !== undefined && world.isTold(contact) ? [liveUnknown(world, record, contact)] : [];
    }),
    ...liveReplies(helpdesk, world, options),
  ];
};
