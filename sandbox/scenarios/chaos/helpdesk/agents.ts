import { STATUS } from '../../../freshdesk/model/ticket';
import { CHAT_SOURCES, TICKET_SOURCE } from '../../../freshdesk/model/ticket-source';
import { HOUR, MINUTE } from '../time';
import { readAppRecords } from '../checker/app-records';
import type { ChaosWorld } from '../world';
import {
  freshdeskOf,
  isAny,
  isLive,
  isThere,
  later,
  recentTickets,
  someGroup,
  withTicket,
  type Action,
} from './choose';

/** The initial groups of an account. */
export const GROUPS = ['CustomerService', 'Sales', 'Technical Support', 'Returns & "Claims"'] as const;
/** Changing these sources (chat, outbound, internal) loses information about the ticket. */
const INFORMATIVE_SOURCES = new Set<number>([
  ...CHAT_SOURCES,
  TICKET_SOURCE.outboundEmail,
  TICKET_SOURCE.internalTask,
]);
const SOON_BACK_MS = 40 * MINUTE;
/** Long enough for every list of deleted or spam tickets to show it, unless outages follow each other for that long. */
const LATE_BACK_MS = 8 * HOUR;

/** An agent, or a person other than the customer, writes on a ticket. */
export const agentWrites = withTicket(isAny, (world, { id }) => {
  const { actions } = freshdeskOf(world);
  const writes = [
    actions.agentReply,
    actions.publicNote,
    actions.privateNote,
    actions.forward,
    actions.thirdPartyAnswer,
    actions.survey,
    actions.incomingNote,
  ];
  world.helpdesk.pick(writes)(id);
});

/** A ticket is changed. */
export const changeSomething = withTicket(isLive, (world, { id, source }) => {
  const { actions } = freshdeskOf(world);
  const changes = [
    () => actions.changeGroup(id, someGroup(world)),
    () => actions.close(id),
    () => actions.changeStatus(id, STATUS.pending),
    () => actions.touch(id),
    () =>
      INFORMATIVE_SOURCES.has(source)
        ? actions.touch(id)
        : actions.changeSource(id, world.helpdesk.pick([1, 2, 3])),
  ];
  world.helpdesk.pick(changes)();
});

/** A ticket is deleted or marked as spam, sometimes only temporarily. */
export const deleteOrMarkSpam = withTicket(isLive, (world, { id }) => {
  const { actions } = freshdeskOf(world);
  const isSpam = world.helpdesk.chance(0.5);
  if (isSpam) actions.markSpam(id);
  else actions.trash(id);
  if (world.helpdesk.chance(0.6)) return;
  const backAfterMs = world.helpdesk.chance(0.3) ? world.helpdesk.between(1000, SOON_BACK_MS) : LATE_BACK_MS;
  later(world, backAfterMs, () => {
    if (!isThere(world, id)) return;
    if (isSpam) actions.unspam(id);
    else actions.restore(id);
  });
});

/** A ticket deleted long ago is purged. */
export const purge = withTicket(
  ({ isSpam, isDeleted }) => isSpam || isDeleted,
  (world, { id, updatedAt }) => {
    if (world.now() - updatedAt <= LATE_BACK_MS) return;
    world.completeAtPurge.set(id, readAppRecords(world).completeUntil ?? world.cutOver);
    freshdeskOf(world).actions.purge(id);
  },
);

/** A ticket closed long ago is archived. */
export const archive = withTicket(isLive, (world, { id, status, updatedAt }) => {
  if (status === STATUS.closed && world.now() - updatedAt > LATE_BACK_MS)
    freshdeskOf(world).actions.archive(id);
});

/** A reply that moved twice would be right under three tickets; the checks allow one move. */
function hasMovedReplies(world: ChaosWorld, ticketId: number): boolean {
  const { conversations, threads } = freshdeskOf(world).helpdesk;
  return (threads.get(ticketId) ?? []).some((id) => conversations.get(id)?.receivedOnTicketId !== ticketId);
}

/** A ticket is merged into another. */
export const merge: Action = (world) => {
  const tickets = recentTickets(world, isLive);
  if (tickets.length < 2) return;
  const [primary, secondary] = [world.helpdesk.pick(tickets), world.helpdesk.pick(tickets)];
  if (primary.id === secondary.id || hasMovedReplies(world, secondary.id)) return;
  freshdeskOf(world).actions.merge(primary.id, [secondary.id]);
};

/** The last message of a customer becomes a separate ticket. */
export const split = withTicket(isLive, (world, { id }) => {
  const { actions, helpdesk } = freshdeskOf(world);
  const thread = (helpdesk.threads.get(id) ?? []).filter(
    (each) => helpdesk.conversations.get(each)?.isIncoming === true,
  );
  const last = thread.at(-1);
  if (last !== undefined) actions.split(last);
});

/** Many tickets get the same `updated_at`. */
export const massUpdate: Action = (world) => {
  const ids = recentTickets(world, isLive).map(({ id }) => id);
  freshdeskOf(world).actions.massUpdate(ids.slice(0, world.helpdesk.whole(1, 40)), {
    priority: world.helpdesk.whole(1, 4),
  });
};

/** A group is renamed, or deleted. */
export const renameGroup: Action = (world) => {
  const { actions, helpdesk } = freshdeskOf(world);
  const living = [...helpdesk.groups.values()].filter(({ deletedAt }) => deletedAt === null);
  if (living.length === 0) return;
  const { id, name } = world.helpdesk.pick(living);
  if (world.helpdesk.chance(0.15) && living.length > 2) actions.deleteGroup(id);
  else actions.renameGroup(id, `${name.split(' v')[0] ?? ''} v${world.helpdesk.whole(2, 99)}`);
};

/** A group is added. */
export const addGroup: Action = (world) =>
  void freshdeskOf(world).actions.createGroup(
    `${world.helpdesk.pick(GROUPS)} ${world.helpdesk.whole(1, 999)}`,
  );
