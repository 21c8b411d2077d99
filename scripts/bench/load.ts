import type { Freshdesk } from '../../sandbox/freshdesk/create-freshdesk';
import { createRandom, pick, type Random } from '../../sandbox/support/random';

/** A number of contacts per minute for some minutes. */
export interface Load {
  readonly perMinute: number;
  readonly minutes: number;
  /** How often each ticket is changed within five minutes, so that an event tells of it; never if omitted. */
  readonly updates?: number;
}

/** An action in the helpdesk with its time in milliseconds after the load's start. */
export interface TimedAct {
  readonly afterMs: number;
  readonly act: () => void;
}

export const LOAD_MIX =
  '60 % tickets and 40 % replies over 5 groups by e-mail, portal and phone; 15 % of the tickets get their group\n' +
  '30 seconds late; an agent answers every third contact';

const GROUPS = ['CustomerService', 'Sales', 'Technical Support', 'Billing', 'Returns'];
const SOURCES = [1, 1, 2, 3];
const CHANNELS = ['email', 'portal'] as const;
const TICKET_SHARE = 0.6;
const UNROUTED_SHARE = 0.15;
const ROUTED_AFTER_MS = 30_000;
const ANSWERED_SHARE = 1 / 3;
const ANSWERED_AFTER_MS = 120_000;
const UPDATED_WITHIN_MS = 300_000;
/** Customers write on one of this many newest tickets. */
const OPEN_TICKETS = 200;

/** Creates a load's contacts one after the other. */
interface Draw {
  readonly freshdesk: Freshdesk;
  readonly random: Random;
  readonly groupIds: readonly number[];
  readonly updates: number;
  /** The newest tickets. */
  readonly open: number[];
}

function openTicket({ freshdesk, random, open }: Draw, groupId: number | null): number {
  const source = pick(random, SOURCES);
  const { id } = freshdesk.actions.createTicket({ groupId, source });
  open.push(id);
  if (open.length > OPEN_TICKETS) open.shift();
  return id;
}

/** Changes of a ticket's priority, each to another one. */
function drawUpdates(
  { freshdesk, random, updates }: Draw,
  afterMs: number,
  ticketId: () => number,
): readonly TimedAct[] {
  return Array.from({ length: updates }, (_, turn) => ({
    afterMs: afterMs + Math.round(((turn + random()) * UPDATED_WITHIN_MS) / updates),
    act: () => freshdesk.actions.massUpdate([ticketId()], { priority: 2 + (turn % 3) }),
  }));
}

function drawTicket(draw: Draw, afterMs: number): readonly TimedAct[] {
  const { freshdesk, random, groupIds } = draw;
  const groupId = pick(random, groupIds);
  const isRouted = random() < UNROUTED_SHARE;
  let ticketId = 0;
  const open = (): void => {
    ticketId = openTicket(draw, isRouted ? null : groupId);
  };
  const route = (): void => void freshdesk.actions.routeTicket(ticketId, groupId);
  return [
    { afterMs, act: open },
    ...(isRouted ? [{ afterMs: afterMs + ROUTED_AFTER_MS, act: route }] : []),
    ...drawUpdates(draw, afterMs, () => ticketId),
  ];
}

function drawContact(draw: Draw, afterMs: number, isFirst: boolean): readonly TimedAct[] {
  const { freshdesk, random, open } = draw;
  const answer = (): void => void freshdesk.actions.agentReply(pick(random, open));
  const answered = random() < ANSWERED_SHARE ? [{ afterMs: afterMs + ANSWERED_AFTER_MS, act: answer }] : [];
  if (isFirst || random() < TICKET_SHARE) return [...drawTicket(draw, afterMs), ...answered];
  const reply = (): void =>
    void freshdesk.actions.customerReply(pick(random, open), { channel: pick(random, CHANNELS) });
  return [{ afterMs, act: reply }, ...answered];
}

/** All actions of a load in chronological order; determined by the seed. */
export function drawLoad(
  freshdesk: Freshdesk,
  { perMinute, minutes, updates = 0 }: Load,
  seed: number,
): readonly TimedAct[] {
  const known = [...freshdesk.helpdesk.groups.values()];
  const groupIds = GROUPS.map(
    (name) => (known.find((group) => group.name === name) ?? freshdesk.actions.createGroup(name)).id,
  );
  const draw = { freshdesk, random: createRandom(seed), groupIds, updates, open: [] };
  const gapMs = 60_000 / perMinute;
  return Array.from({ length: perMinute * minutes }, (_, turn) =>
    drawContact(draw, Math.round((turn + draw.random()) * gapMs), turn === 0),
  )
    .flat()
    .sort((left, right) => left.afterMs - right.afterMs);
}
