import type { Clock } from '../../support/clock';
import type { Freshdesk } from '../../freshdesk/create-freshdesk';
import { createRandom, pick, type Random } from '../../support/random';

/** The past of a helpdesk; shares are of its tickets. */
export interface PastOptions {
  readonly tickets: number;
  /** How long ago the first ticket was created. */
  readonly days: number;
  readonly seed?: number;
  readonly repliedShare?: number;
  readonly spamShare?: number;
  readonly deletedShare?: number;
  /** Closed tickets that Freshdesk archived. */
  readonly archivedShare?: number;
  /** Number of tickets with the same timestamp, as after an agent's bulk change. */
  readonly massUpdate?: number;
  /** Number of customer replies on one of the tickets. */
  readonly longTicket?: number;
  /** The groups of its tickets, with the account's own source 1001 there already; by default it makes both. */
  readonly groupIds?: readonly number[];
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const DEFAULTS = {
  seed: 1,
  repliedShare: 0.4,
  spamShare: 0.03,
  deletedShare: 0.02,
  archivedShare: 0,
  massUpdate: 0,
  longTicket: 0,
} as const;

/** Mostly e-mail, then portal, phone, chats, the widget, and sometimes a source that is not a customer's. */
const SOURCES = [1, 1, 1, 1, 1, 2, 2, 3, 7, 9, 13, 15, 1, 1, 2, 3, 7, 10, 14, 1001] as const;
const GROUPS = ['CustomerService', 'Sales', 'Billing', 'Returns', 'Technical Support'] as const;
const CHANNELS = ['email', 'email', 'portal', 'chat', 'phone'] as const;
/** Sometimes no group, or a deleted one. */
const GROUPLESS = 1;
const FORMER = 1;

interface Deed {
  readonly at: number;
  readonly act: () => void;
}

interface Past {
  readonly freshdesk: Freshdesk;
  readonly random: Random;
  readonly options: Required<Omit<PastOptions, 'groupIds'>>;
  readonly until: number;
  readonly groups: readonly (number | null)[];
  readonly deeds: Deed[];
}

/** A whole second between two moments. */
const between = (random: Random, from: number, to: number): number =>
  Math.floor((from + random() * Math.max(0, to - from)) / 1000) * 1000;

function later(past: Past, at: number, act: () => void): void {
  if (at < past.until) past.deeds.push({ at, act });
}

/** The ticket's id after its creation. */
type IdOf = () => number;

function planReplies(past: Past, idOf: IdOf, createdAt: number): void {
  const { random, freshdesk, options } = past;
  if (random() >= options.repliedShare) return;
  const replies = 1 + Math.floor(random() * random() * 5);
  let at = createdAt;
  for (let reply = 0; reply < replies; reply += 1) {
    at = between(random, at + HOUR_MS / 10, at + 3 * DAY_MS);
    const channel = pick(random, CHANNELS);
    later(past, at, () => void freshdesk.actions.customerReply(idOf(), { channel }));
  }
}

function planEnd(past: Past, idOf: IdOf, createdAt: number): void {
  const { random, freshdesk, options } = past;
  const { actions } = freshdesk;
  const fate = random();
  // Soon after its creation: no one replies to spam.
  if (fate < options.spamShare) return later(past, createdAt + 60_000, () => void actions.markSpam(idOf()));
  if (fate < options.spamShare + options.deletedShare)
    return later(past, createdAt + HOUR_MS, () => void actions.trash(idOf()));
  planReplies(past, idOf, createdAt);
  later(past, createdAt + 10 * 60_000, () => void actions.agentReply(idOf()));
  later(past, createdAt + 20 * DAY_MS, () => void actions.close(idOf()));
  if (random() < options.archivedShare)
    later(past, createdAt + 21 * DAY_MS, () => void actions.archive(idOf()));
}

function planTicket(past: Past, createdAt: number): void {
  const { random, freshdesk, groups } = past;
  const groupId = pick(random, groups);
  const source = pick(random, SOURCES);
  let id = 0;
  later(past, createdAt, () => {
    id = freshdesk.actions.createTicket({ groupId, source }).id;
  });
  planEnd(past, () => id, createdAt);
}

function play(past: Past, clock: Clock): void {
  for (const { at, act } of [...past.deeds].sort((a, b) => a.at - b.at)) {
    clock.advanceTo(at);
    act();
  }
}

function updateMany({ freshdesk, options }: Past): void {
  if (options.massUpdate === 0) return;
  const open = [...freshdesk.helpdesk.tickets.values()].filter(({ versions }) => {
    const ticket = versions.at(-1)?.ticket;
    return ticket !== undefined && !ticket.isArchived && !ticket.isSpam && !ticket.isDeleted;
  });
  const every = Math.max(1, Math.floor(open.length / options.massUpdate));
  const ids = open.filter((_, index) => index % every === 0).slice(0, options.massUpdate);
  freshdesk.actions.massUpdate(
    ids.map(({ id }) => id),
    { priority: 2 },
  );
}

function writeLongTicket(past: Past, clock: Clock): void {
  const { freshdesk, options, groups } = past;
  if (options.longTicket === 0) return;
  const ticket = freshdesk.actions.createTicket({ groupId: groups[0] ?? null });
  for (let reply = 0; reply < options.longTicket; reply += 1) {
    clock.advanceTo(clock.now() + 1000);
    freshdesk.actions.customerReply(ticket.id, { channel: 'email' });
  }
}

/** The groups of a past, one of which is deleted at its end, and the account's own source. */
function makeGroups({ actions }: Freshdesk): { readonly groups: Past['groups']; readonly former: number } {
  const named = GROUPS.map((name) => actions.createGroup(name).id);
  const former = actions.createGroup('Former team').id;
  actions.addSource('Kiosk', 1001);
  const none = Array.from({ length: GROUPLESS }, () => null);
  const formers = Array.from({ length: FORMER }, () => former);
  return { groups: [...named, ...named, ...named, ...none, ...formers], former };
}

/**
 * Creates a past that ends at `until`: tickets in groups, customer replies, spam, deleted tickets, outbound mail and
 * internal tasks. The clock must be before it; the app must not be installed yet.
 */
export function fillHelpdesk(
  freshdesk: Freshdesk,
  clock: Clock,
  options: PastOptions & { until: number },
): number {
  const { until, groupIds, ...rest } = options;
  const from = until - options.days * DAY_MS;
  clock.set(from);
  const { groups, former } =
    groupIds === undefined ? makeGroups(freshdesk) : { groups: groupIds, former: null };
  const past: Past = {
    freshdesk,
    random: createRandom(options.seed ?? DEFAULTS.seed),
    options: { ...DEFAULTS, ...rest },
    until: until - HOUR_MS,
    groups,
    deeds: [],
  };
  const gap = (past.until - from) / options.tickets;
  for (let index = 0; index < options.tickets; index += 1) {
    planTicket(past, Math.floor((from + index * gap) / 1000) * 1000);
  }
  play(past, clock);
  if (former !== null) freshdesk.actions.deleteGroup(former);
  updateMany(past);
  writeLongTicket(past, clock);
  clock.set(until);
  return from;
}
