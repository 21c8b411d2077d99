import type { FreshdeskFault } from '../../../../freshdesk/api/freshdesk-fault';
import { freshdeskOf, isAny, isThere, later, recentTickets } from '../../helpdesk/choose';
import { HOUR, MINUTE } from '../../time';
import type { ChaosWorld, UnreadableTicket } from '../../world';
import type { Fault } from '../fault';

/** Three that fail alike, with none that works in between, are the endpoint's failure: that is another fault. */
const MOST_AT_ONCE = 2;
/** The newest tickets: most likely some of their contacts are not sent yet. */
const NEWEST = 5;
const FOR_EVER_SHARE = 0.25;
const AFTER_THE_STORM_SHARE = 0.3;

const CONVERSATIONS = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 400 },
  { kind: 'status', status: 403 },
  { kind: 'status', status: 404 },
  { kind: 'status', status: 200, body: { id: 1 } },
  { kind: 'black-hole' },
  { kind: 'huge' },
] as const satisfies readonly FreshdeskFault[];
/** Without 403 and 404: Freshdesk would say that the ticket is gone, and nothing says otherwise. */
const TICKET = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 400 },
  { kind: 'status', status: 200, body: [] },
  { kind: 'black-hole' },
  { kind: 'huge' },
] as const satisfies readonly FreshdeskFault[];

function endOf({ extras, plan, cutOver, now }: ChaosWorld): number {
  if (extras.chance(FOR_EVER_SHARE)) return Infinity;
  const stormEndsAt = cutOver + plan.stormMs;
  if (extras.chance(AFTER_THE_STORM_SHARE)) return stormEndsAt + extras.between(0, 15 * HOUR);
  return Math.min(stormEndsAt, now() + extras.between(HOUR, 8 * HOUR));
}

function begin(world: ChaosWorld, ticketId: number, { fault, until }: UnreadableTicket): void {
  const { faults } = world.sandbox.freshdesk;
  const stop = faults.add(fault);
  world.unreadable.set(ticketId, { fault, until });
  if (until === Infinity) return;
  const end = (): void => {
    stop();
    world.unreadable.set(ticketId, { fault, until: world.now() });
  };
  world.appointments.push({ at: until, keep: end });
}

/** The customer writes on the ticket while it cannot be read. */
function replyMeanwhile(world: ChaosWorld, ticketId: number): void {
  later(world, world.extras.between(MINUTE, 3 * HOUR), () => {
    if (isThere(world, ticketId)) freshdeskOf(world).actions.customerReply(ticketId, { channel: 'email' });
  });
}

function tell(world: ChaosWorld, { kind, family, ticketId }: FreshdeskFault, until: number): void {
  const isForEver = until === Infinity;
  world.count(`a ticket unreadable for ${isForEver ? 'ever' : 'hours'}`);
  const end = isForEver ? 'for ever' : `until ${new Date(until).toISOString()}`;
  world.trace(`fault: ${family ?? 'all'} of ticket ${ticketId ?? 0}: ${kind}, ${end}`);
}

/** The replies of one ticket, or the ticket itself, cannot be read for hours or for ever. */
export const unreadableTicket: Fault = (world) => {
  const { extras } = world;
  const current = [...world.unreadable.values()].filter(({ until }) => until > world.now());
  const tickets = recentTickets(world, isAny).filter(({ id }) => !world.unreadable.has(id));
  if (tickets.length === 0 || current.length >= MOST_AT_ONCE) return;
  const { id: ticketId } = extras.pick(extras.chance(0.5) ? tickets.slice(-NEWEST) : tickets);
  const family = extras.pick(['conversations', 'conversations', 'view'] as const);
  const answer = extras.pick<FreshdeskFault>(family === 'view' ? TICKET : CONVERSATIONS);
  const until = endOf(world);
  begin(world, ticketId, { fault: { ...answer, family, ticketId }, until });
  if (extras.chance(0.7)) replyMeanwhile(world, ticketId);
  tell(world, { ...answer, family, ticketId }, until);
};

/** The end of the storm, which ends all faults, does not make a ticket readable before its time. */
export function keepUnreadable(world: ChaosWorld): void {
  for (const [ticketId, each] of world.unreadable) if (each.until > world.now()) begin(world, ticketId, each);
}
