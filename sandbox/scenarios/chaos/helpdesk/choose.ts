import type { Freshdesk } from '../../../freshdesk/create-freshdesk';
import type { Ticket } from '../../../freshdesk/model/ticket';
import { latestVersion } from '../../../freshdesk/model/ticket-versions';
import type { RandomChoices } from '../random-choices';
import type { ChaosWorld } from '../world';

/** Agents and customers act on this many of the newest tickets. */
const LOOK_AT = 60;

/** One action in the helpdesk. */
export type Action = (world: ChaosWorld) => void;

/** The helpdesk of a world. */
export const freshdeskOf = ({ sandbox }: ChaosWorld): Freshdesk => sandbox.freshdesk;

/** The newest suitable tickets; archived ones never are. */
export function recentTickets(world: ChaosWorld, fits: (ticket: Ticket) => boolean): readonly Ticket[] {
  const records = [...freshdeskOf(world).helpdesk.tickets.values()].slice(-LOOK_AT);
  return records
    .filter(({ purgedAt }) => purgedAt === null)
    .map(latestVersion)
    .filter((ticket) => !ticket.isArchived && fits(ticket));
}

/** An action on one of the newest tickets; does nothing if none is suitable. */
export function withTicket(
  fits: (ticket: Ticket) => boolean,
  act: (world: ChaosWorld, ticket: Ticket) => void,
): Action {
  return (world) => {
    const tickets = recentTickets(world, fits);
    if (tickets.length > 0) act(world, world.helpdesk.pick(tickets));
  };
}

/** Neither spam nor deleted. */
export const isLive = ({ isSpam, isDeleted }: Ticket): boolean => !isSpam && !isDeleted;
/** Accepts every ticket. */
export const isAny = (): boolean => true;

/** An existing group, or none. */
export function someGroup(world: ChaosWorld, choices: RandomChoices = world.helpdesk): number | null {
  const living = [...freshdeskOf(world).helpdesk.groups.values()].filter(
    ({ deletedAt }) => deletedAt === null,
  );
  return living.length === 0 || choices.chance(0.15) ? null : choices.pick(living).id;
}

/** Whether a ticket can still be changed. */
export function isThere(world: ChaosWorld, ticketId: number): boolean {
  const record = freshdeskOf(world).helpdesk.tickets.get(ticketId);
  return record?.purgedAt === null && !latestVersion(record).isArchived;
}

/** Schedules an action after a delay. */
export function later(world: ChaosWorld, delayMs: number, act: () => void): void {
  world.appointments.push({ at: world.now() + delayMs, keep: act });
}
