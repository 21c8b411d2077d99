import { freshdeskOf, isLive, recentTickets } from '../../helpdesk/choose';
import type { Fault } from '../fault';

/** Up to 15 pages of conversations: more than the share of one ticket in a minute. */
const MOST_NOTES = 1_500;

/** One ticket gets many pages of notes, of which no event tells, and its customer writes last. */
export const longTicket: Fault = (world) => {
  const { extras, sandbox } = world;
  const tickets = recentTickets(world, isLive);
  if (tickets.length === 0) return;
  const { id } = extras.pick(tickets);
  const { actions } = freshdeskOf(world);
  const notes = extras.whole(150, MOST_NOTES);
  const { events } = sandbox.platform.faults;
  const { plan } = events;
  events.plan = () => [];
  for (let nth = 0; nth < notes; nth += 1) actions.privateNote(id);
  events.plan = plan;
  actions.customerReply(id, { channel: 'email' });
  world.count('a ticket grows long');
  world.trace(`fault: ${notes} notes on ticket ${id}`);
};
