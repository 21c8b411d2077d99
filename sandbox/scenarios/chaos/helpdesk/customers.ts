import { MINUTE } from '../time';
import type { ChaosWorld } from '../world';
import { freshdeskOf, isAny, isLive, isThere, later, someGroup, withTicket, type Action } from './choose';

const SOURCES = [1, 1, 1, 2, 3, 5, 6, 7, 9, 13, 15, 21, 14, 10, 1001] as const;
const CHANNELS = [
  'email',
  'email',
  'portal',
  'chat',
  'twitter',
  'facebook',
  'phone',
  'ecommerce',
  'mobihelp',
] as const;

/** A customer creates a ticket; one without a group may be routed later. */
export const createTicket: Action = (world) => {
  const ticket = freshdeskOf(world).actions.createTicket({
    groupId: someGroup(world),
    source: world.helpdesk.pick(SOURCES),
  });
  if (ticket.groupId !== null || world.helpdesk.chance(0.4)) return;
  const groupId = someGroup(world);
  later(world, world.helpdesk.between(1000, 12 * MINUTE), () => route(world, ticket.id, groupId));
};

function route(world: ChaosWorld, ticketId: number, groupId: number | null): void {
  if (isThere(world, ticketId)) freshdeskOf(world).actions.routeTicket(ticketId, groupId);
}

/** Never before the installation: only the event could show such a ticket. */
export const createBackdated: Action = (world) => {
  const createdAt = world.helpdesk.between(world.cutOver, world.now());
  freshdeskOf(world).actions.createTicket({ groupId: someGroup(world), createdAt });
};

/** A ticket that is not a contact. */
export const createLeftOut: Action = (world) => {
  const groupId = someGroup(world);
  const { actions } = freshdeskOf(world);
  if (world.helpdesk.chance(0.5)) actions.createTicket({ groupId, importId: '77' });
  else actions.createTicket({ groupId, source: 1, outboundEmail: true });
};

/** A customer writes on a ticket. */
export const reply = withTicket(isAny, (world, { id }) => {
  const { helpdesk } = world;
  freshdeskOf(world).actions.customerReply(id, {
    channel: helpdesk.pick(CHANNELS),
    by: helpdesk.chance(0.2) ? 'cc' : 'requester',
  });
});

/** Several replies in a short time: the later ones hide the earlier ones from the list. */
export const replyOften = withTicket(isLive, (world, { id }) => {
  const times = world.helpdesk.whole(2, 4);
  for (let nth = 0; nth < times; nth += 1) {
    later(world, nth * world.helpdesk.between(0, 9 * MINUTE), () => {
      if (isThere(world, id)) freshdeskOf(world).actions.customerReply(id, { channel: 'email' });
    });
  }
});

/** A burst within seconds. */
export const rush: Action = (world) => {
  const count = world.helpdesk.whole(3, 15);
  for (let nth = 0; nth < count; nth += 1)
    later(world, nth * world.helpdesk.between(0, 3000), () => createTicket(world));
};
