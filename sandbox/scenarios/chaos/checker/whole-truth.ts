import type { Conversation } from '../../../freshdesk/model/conversation';
import { CHAT_SOURCES, TICKET_SOURCE } from '../../../freshdesk/model/ticket-source';
import type { TicketRecord } from '../../../freshdesk/model/ticket';
import { liveWindow } from '../../../oracle/contact-path';
import { expectedQueue, unknownQueue } from '../../../oracle/queue-of';
import { replySource } from '../../../oracle/reply-truth';
import { rightQueues } from '../../../oracle/right-queues';
import { isLeftOut } from '../../../oracle/ticket-truth';
import { truth } from '../../../oracle/truth';
import type { TrueContact, TruthOptions } from '../../../oracle/true-contact';
import { STALE_LISTS } from '../nemesis/freshdesk-faults';
import { BOUNDS } from '../plan';
import type { ChaosWorld } from '../world';

/** During a storm a contact may be named as late as the storm's end. */
const NAMED_WITHIN_MS = 30 * 86_400_000;
const FIRST_MESSAGE_MS = 10_999;
const API_SHOWS: readonly number[] = [TICKET_SOURCE.outboundEmail, TICKET_SOURCE.internalTask];

/**
 * A ticket that only its event shows to be outbound or migrated: the API shows an ordinary ticket, which is counted if
 * its event is lost, late, or in an unreadable outbox. docs/reliability.md lists this case.
 */
function mayBeTakenForOrdinary(world: ChaosWorld, record: TicketRecord): boolean {
  const [first] = record.versions;
  if (first === undefined || first.at < world.cutOver) return false;
  return isLeftOut(first.ticket) && !API_SHOWS.includes(first.ticket.source);
}

function ordinaryOnes(
  world: ChaosWorld,
  record: TicketRecord,
  options: TruthOptions,
): readonly TrueContact[] {
  const { helpdesk } = world.sandbox.freshdesk;
  const first = record.versions[0];
  if (first === undefined || !mayBeTakenForOrdinary(world, record)) return [];
  const window = liveWindow(first.at, options);
  const queues = rightQueues(helpdesk, record, { window, series: 'tickets', sourceOf: (source) => source });
  const shared = { kind: 'tickets', orElse: undefined, isOptional: true } as const;
  const note = 'left out, but only its event could have told';
  const changedAt = record.versions.slice(1).map(({ ticket }) => Math.floor(ticket.updatedAt / 1000));
  return [
    {
      ...shared,
      note,
      contactId: `ticket:${record.id}`,
      timestamp: Math.floor(first.ticket.createdAt / 1000),
      otherTimestamps: [],
      ...expectedQueue(queues),
    },
    {
      ...shared,
      note,
      contactId: `unknown:${record.id}`,
      timestamp: changedAt[0] ?? 0,
      otherTimestamps: changedAt.slice(1),
      ...expectedQueue([unknownQueue('tickets')]),
    },
  ];
}

/**
 * The first message of a chat only repeats its ticket. After a merge or a split, or if its ticket cannot be read any
 * more, the API does not show this: it is counted as a reply. docs/reliability.md lists this case.
 */
function mayBeTakenForReply(world: ChaosWorld, conversation: Conversation): boolean {
  const record = world.sandbox.freshdesk.helpdesk.tickets.get(conversation.receivedOnTicketId);
  if (record === undefined || !isFirstOfChat(record, conversation)) return false;
  const isMoved = conversation.isRemoved || conversation.ticketId !== conversation.receivedOnTicketId;
  return isMoved || (world.plan.trashView !== '200' && wasInTrash(record));
}

function isFirstOfChat({ versions }: TicketRecord, { createdAt }: Conversation): boolean {
  const first = versions[0]?.ticket;
  if (first === undefined || !CHAT_SOURCES.has(first.source)) return false;
  return Math.abs(createdAt - first.createdAt) <= FIRST_MESSAGE_MS;
}

function wasInTrash({ purgedAt, versions }: TicketRecord): boolean {
  return purgedAt !== null || versions.some(({ ticket }) => ticket.isDeleted);
}

function firstMessages(world: ChaosWorld, options: TruthOptions): readonly TrueContact[] {
  const { helpdesk } = world.sandbox.freshdesk;
  const unreadable = [...helpdesk.conversations.values()].filter((each) => mayBeTakenForReply(world, each));
  return unreadable.flatMap((conversation) => {
    const records = [conversation.receivedOnTicketId, conversation.ticketId].flatMap(
      (id) => helpdesk.tickets.get(id) ?? [],
    );
    const window = liveWindow(conversation.recordedAt, options);
    const queues = records.flatMap((record) =>
      rightQueues(helpdesk, record, { window, series: 'replies', sourceOf: replySource(conversation) }),
    );
    return {
      contactId: `reply:${conversation.id}`,
      kind: 'replies',
      timestamp: Math.floor(conversation.createdAt / 1000),
      otherTimestamps: [],
      ...expectedQueue([...queues, unknownQueue('replies')]),
      orElse: undefined,
      isOptional: true,
      note: 'first message of a chat that nothing shows to be one',
    } as const;
  });
}

/** The contacts expected in injixo now, and optional ones that the app could not decide about. */
export function wholeTruth(world: ChaosWorld): readonly TrueContact[] {
  const { helpdesk } = world.sandbox.freshdesk;
  const staleMs = world.faults.has(STALE_LISTS) ? BOUNDS.staleListMs : 0;
  const options = { cutOver: world.cutOver, namedWithinMs: NAMED_WITHIN_MS, staleMs };
  const ordinary = [...helpdesk.tickets.values()].flatMap((record) => ordinaryOnes(world, record, options));
  const certain = truth(helpdesk, options);
  const known = new Set(certain.map(({ contactId }) => contactId));
  return [
    ...certain,
    ...[...ordinary, ...firstMessages(world, options)].filter(({ contactId }) => !known.has(contactId)),
  ];
}
