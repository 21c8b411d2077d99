import { STATUS } from '../../../freshdesk/model/ticket';
import { CHAT_SOURCES, TICKET_SOURCE } from '../../../freshdesk/model/ticket-source';
import { HOUR, MINUTE } from '../time';
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

/** The groups that an account begins with. */
export const GROUPS = ['CustomerService', 'Sales', 'Technical Support', 'Returns & "Claims"'] as const;
/** What these sources say of a ticket (a chat, outbound, internal) is gone when somebody changes them. */
const SOURCE_TELLS = new Set<number>([
  ...CHAT_SOURCES,
  TICKET_SOURCE.outboundEmail,
  TICKET_SOURCE.internalTask,
]);
const SOON_BACK_MS = 40 * MINUTE;
/** So long that every list of thrown-away tickets saw it, whatever was down meanwhile. */
const LATE_BACK_MS = 8 * HOUR;

/** An agent, or somebody beside the customer, writes on a ticket. */
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

/** Somebody changes a ticket. */
export const changeSomething = withTicket(isLive, (world, { id, source }) => {
  const { actions } = freshdeskOf(world);
  const changes = [
    () => actions.changeGroup(id, someGroup(world)),
    () => actions.close(id),
    () => actions.changeStatus(id, STATUS.pending),
    () => actions.touch(id),
    () =>
      SOURCE_TELLS.has(source) ? actions.touch(id) : actions.changeSource(id, world.helpdesk.pick([1, 2, 3])),
  ];
  world.helpdesk.pick(changes)();
});

/** A ticket becomes spam or trash, now and then for a while only. */
export const throwAway = withTicket(isLive, (world, { id }) => {
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

/** A ticket thrown away long ago is gone for ever. */
export const purge = withTicket(
  ({ isSpam, isDeleted }) => isSpam || isDeleted,
  (world, { id, updatedAt }) => {
    if (world.now() - updatedAt > LATE_BACK_MS) freshdeskOf(world).actions.purge(id);
  },
);

/** A ticket closed long ago is archived. */
export const archive = withTicket(isLive, (world, { id, status, updatedAt }) => {
  if (status === STATUS.closed && world.now() - updatedAt > LATE_BACK_MS)
    freshdeskOf(world).actions.archive(id);
});

/** A reply that moved twice would be right under three tickets; once is enough to ask for. */
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

/** The last message of a customer becomes a ticket of its own. */
export const split = withTicket(isLive, (world, { id }) => {
  const { actions, helpdesk } = freshdeskOf(world);
  const thread = (helpdesk.threads.get(id) ?? []).filter(
    (each) => helpdesk.conversations.get(each)?.isIncoming === true,
  );
  const last = thread.at(-1);
  if (last !== undefined) actions.split(last);
});

/** Many tickets get one `updated_at`. */
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
