import type { Freshdesk } from '../../freshdesk/create-freshdesk';
import { CHAT_SOURCES } from '../../freshdesk/model/ticket-source';
import type { Ticket } from '../../freshdesk/model/ticket';
import { latestVersion } from '../../freshdesk/model/ticket-versions';
import { HOUR, MINUTE } from '../time';
import type { ChaosWorld } from '../world';

/** Tickets that people still work on, and what they may do. */
const LOOK_AT = 60;
const GROUPS = ['CustomerService', 'Sales', 'Technical Support', 'Returns & "Claims"'] as const;
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
/** What these sources say of a ticket (a chat, outbound, internal) is gone when somebody changes them. */
const SOURCE_TELLS = new Set<number>([...CHAT_SOURCES, 10, 14]);
const SOON_BACK_MS = 40 * MINUTE;
/** So long that every list of thrown-away tickets saw it, whatever was down meanwhile. */
const LATE_BACK_MS = 8 * HOUR;

type Act = (world: ChaosWorld) => void;

const freshdeskOf = ({ sandbox }: ChaosWorld): Freshdesk => sandbox.freshdesk;

function recentTickets(world: ChaosWorld, fits: (ticket: Ticket) => boolean): readonly Ticket[] {
  const records = [...freshdeskOf(world).helpdesk.tickets.values()].slice(-LOOK_AT);
  return records
    .filter(({ purgedAt }) => purgedAt === null)
    .map(latestVersion)
    .filter((ticket) => !ticket.isArchived && fits(ticket));
}

function withTicket(
  fits: (ticket: Ticket) => boolean,
  act: (world: ChaosWorld, ticket: Ticket) => void,
): Act {
  return (world) => {
    const tickets = recentTickets(world, fits);
    if (tickets.length > 0) act(world, world.helpdesk.pick(tickets));
  };
}

const isLive = ({ isSpam, isDeleted }: Ticket): boolean => !isSpam && !isDeleted;
const isAny = (): boolean => true;

function someGroup({ helpdesk, sandbox }: ChaosWorld): number | null {
  const living = [...sandbox.freshdesk.helpdesk.groups.values()].filter(
    ({ deletedAt }) => deletedAt === null,
  );
  return living.length === 0 || helpdesk.chance(0.15) ? null : helpdesk.pick(living).id;
}

const createTicket: Act = (world) => {
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

function isThere(world: ChaosWorld, ticketId: number): boolean {
  const record = freshdeskOf(world).helpdesk.tickets.get(ticketId);
  return record?.purgedAt === null && !latestVersion(record).isArchived;
}

function later(world: ChaosWorld, delayMs: number, act: () => void): void {
  world.appointments.push({ at: world.now() + delayMs, keep: act });
}

/** Never before the installation: nobody but its event could tell of such a ticket. */
const createBackdated: Act = (world) => {
  const createdAt = world.helpdesk.between(world.cutOver, world.now());
  freshdeskOf(world).actions.createTicket({ groupId: someGroup(world), createdAt });
};

const createLeftOut: Act = (world) => {
  const groupId = someGroup(world);
  const { actions } = freshdeskOf(world);
  if (world.helpdesk.chance(0.5)) actions.createTicket({ groupId, importId: '77' });
  else actions.createTicket({ groupId, source: 1, outboundEmail: true });
};

const reply = withTicket(isAny, (world, { id }) => {
  const { helpdesk } = world;
  freshdeskOf(world).actions.customerReply(id, {
    channel: helpdesk.pick(CHANNELS),
    by: helpdesk.chance(0.2) ? 'cc' : 'requester',
  });
});

/** Several replies close together: the later ones hide the earlier ones from the list. */
const replyOften = withTicket(isLive, (world, { id }) => {
  const times = world.helpdesk.whole(2, 4);
  for (let nth = 0; nth < times; nth += 1) {
    later(world, nth * world.helpdesk.between(0, 9 * MINUTE), () => {
      if (isThere(world, id)) freshdeskOf(world).actions.customerReply(id, { channel: 'email' });
    });
  }
});

const agentWrites = withTicket(isAny, (world, { id }) => {
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

const changeSomething = withTicket(isLive, (world, { id, source }) => {
  const { actions } = freshdeskOf(world);
  const changes = [
    () => actions.changeGroup(id, someGroup(world)),
    () => actions.close(id),
    () => actions.changeStatus(id, 3),
    () => actions.touch(id),
    () =>
      SOURCE_TELLS.has(source) ? actions.touch(id) : actions.changeSource(id, world.helpdesk.pick([1, 2, 3])),
  ];
  world.helpdesk.pick(changes)();
});

const throwAway = withTicket(isLive, (world, { id }) => {
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

const purge = withTicket(
  ({ isSpam, isDeleted }) => isSpam || isDeleted,
  (world, { id, updatedAt }) => {
    if (world.now() - updatedAt > LATE_BACK_MS) freshdeskOf(world).actions.purge(id);
  },
);

const archive = withTicket(isLive, (world, { id, status, updatedAt }) => {
  if (status === 5 && world.now() - updatedAt > LATE_BACK_MS) freshdeskOf(world).actions.archive(id);
});

/** A reply that moved twice would be right under three tickets; once is enough to ask for. */
function hasMovedReplies(world: ChaosWorld, ticketId: number): boolean {
  const { conversations, threads } = freshdeskOf(world).helpdesk;
  return (threads.get(ticketId) ?? []).some((id) => conversations.get(id)?.receivedOnTicketId !== ticketId);
}

const merge: Act = (world) => {
  const tickets = recentTickets(world, isLive);
  if (tickets.length < 2) return;
  const [primary, secondary] = [world.helpdesk.pick(tickets), world.helpdesk.pick(tickets)];
  if (primary.id === secondary.id || hasMovedReplies(world, secondary.id)) return;
  freshdeskOf(world).actions.merge(primary.id, [secondary.id]);
};

const split = withTicket(isLive, (world, { id }) => {
  const { actions, helpdesk } = freshdeskOf(world);
  const thread = (helpdesk.threads.get(id) ?? []).filter(
    (each) => helpdesk.conversations.get(each)?.isIncoming === true,
  );
  const last = thread.at(-1);
  if (last !== undefined) actions.split(last);
});

/** Many tickets get one `updated_at`. */
const massUpdate: Act = (world) => {
  const ids = recentTickets(world, isLive).map(({ id }) => id);
  freshdeskOf(world).actions.massUpdate(ids.slice(0, world.helpdesk.whole(1, 40)), {
    priority: world.helpdesk.whole(1, 4),
  });
};

const renameGroup: Act = (world) => {
  const { actions, helpdesk } = freshdeskOf(world);
  const living = [...helpdesk.groups.values()].filter(({ deletedAt }) => deletedAt === null);
  if (living.length === 0) return;
  const { id, name } = world.helpdesk.pick(living);
  if (world.helpdesk.chance(0.15) && living.length > 2) actions.deleteGroup(id);
  else actions.renameGroup(id, `${name.split(' v')[0] ?? ''} v${world.helpdesk.whole(2, 99)}`);
};

const addGroup: Act = (world) =>
  void freshdeskOf(world).actions.createGroup(
    `${world.helpdesk.pick(GROUPS)} ${world.helpdesk.whole(1, 999)}`,
  );

/** A burst within seconds. */
const rush: Act = (world) => {
  const count = world.helpdesk.whole(3, 15);
  for (let nth = 0; nth < count; nth += 1)
    later(world, nth * world.helpdesk.between(0, 3000), () => createTicket(world));
};

const ACTS: readonly (readonly [weight: number, act: Act])[] = [
  [30, createTicket],
  [30, reply],
  [4, replyOften],
  [10, agentWrites],
  [12, changeSomething],
  [6, throwAway],
  [2, purge],
  [1, archive],
  [2, createBackdated],
  [2, createLeftOut],
  [2, merge],
  [1, split],
  [2, massUpdate],
  [1, renameGroup],
  [1, addGroup],
  [2, rush],
];
const TOTAL = ACTS.reduce((sum, [weight]) => sum + weight, 0);

/** The groups and the source of its own that an account begins with. */
export function openHelpdesk(world: ChaosWorld): void {
  const { actions } = freshdeskOf(world);
  GROUPS.forEach((name) => actions.createGroup(name));
  actions.addSource('Kiosk');
}

/** Lets one thing happen in the helpdesk. */
export function actInHelpdesk(world: ChaosWorld): void {
  let left = world.helpdesk.between(0, TOTAL);
  const chosen = ACTS.find(([weight]) => (left -= weight) < 0);
  chosen?.[1](world);
}

/** Nights are quiet: almost nobody writes. */
export function isNight(ms: number): boolean {
  const hour = new Date(ms).getUTCHours();
  return hour >= 22 || hour < 5;
}
