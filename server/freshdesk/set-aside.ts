import type { SetAsideTicket } from '../page-contract';
import { LIMITS } from '../values/limits';
import type { FreshdeskProblem } from './client';
import type { ConversationPlace } from './conversations';

/**
 * Tickets that cannot be read while everything else can. What fails alone stays alone: a ticket that fails in three runs that
 * follow each other is set aside, named on the page and tried again once an hour, and the rest goes on. When three different
 * tickets fail alike and none works in between, it is not the tickets: nothing more is set aside.
 */

/** The calls about one ticket. `first messages`: those that a chat begins with; `replies`: all its conversations. */
export type TicketCall = 'view' | 'first messages' | 'replies';

/** Why a ticket cannot be read. */
export const ASIDE_REASONS = [
  'unreachable',
  'refused',
  'forbidden',
  'not found',
  'key refused',
  'plan',
  'suspended',
] as const satisfies readonly FreshdeskProblem['kind'][];
export type AsideReason = (typeof ASIDE_REASONS)[number];

interface Ailing {
  readonly ticketId: number;
  readonly call: TicketCall;
  readonly reason: AsideReason;
  /** When it failed first. Times are in milliseconds. */
  readonly since: number;
}

/** A ticket that is set aside for one kind of call. */
export interface AsideTicket extends Ailing, Partial<ConversationPlace> {
  /** When it was tried last. */
  readonly triedAt: number;
  /** Its replies from this moment on are still to be looked for; null: none are, contacts of the outbox wait for it. */
  readonly from: number | null;
  /** The end of the span in which replies are looked for; left out: now. */
  readonly until?: number;
}

/** A ticket that has failed and is not set aside yet. */
export interface FailingTicket extends Ailing {
  /** In how many runs it has failed, and when the last of these began. */
  readonly runs: number;
  readonly runAt: number;
}

/** Tickets for which the same call failed for the same reason, with none that worked in between. */
export interface AlikeFailures {
  readonly reason: AsideReason;
  readonly tickets: readonly number[];
  readonly since: number;
  readonly lastAt: number;
}

/** What is remembered of tickets that cannot be read. */
export interface SetAside {
  readonly tickets: readonly AsideTicket[];
  readonly failing: readonly FailingTicket[];
  readonly alike: Readonly<Partial<Record<TicketCall, AlikeFailures>>>;
}

/** Before anything has failed. */
export const NOTHING_ASIDE: SetAside = { tickets: [], failing: [], alike: {} };

/** A call about a ticket. */
export type CallAbout = Pick<Ailing, 'ticketId' | 'call'>;

function isOf({ ticketId, call }: CallAbout): (each: CallAbout) => boolean {
  return (each) => each.ticketId === ticketId && each.call === call;
}

/** The entry of a ticket that is set aside for this call; undefined when it is not. */
export function findAside({ tickets }: SetAside, about: CallAbout): AsideTicket | undefined {
  return tickets.find(isOf(about));
}

/** True an hour after a ticket was tried last. A time in the future means that the clock was wrong. */
export function isDueAgain({ triedAt }: AsideTicket, now: number): boolean {
  return Math.abs(now - triedAt) >= LIMITS.setAsideAgainMs;
}

/** True when no ticket is at fault: so many different ones failed alike that the call fails for all. */
export function failsForAll({ alike }: SetAside, call: TicketCall): boolean {
  return (alike[call]?.tickets.length ?? 0) >= LIMITS.alikeTickets;
}

/** After a call that worked: neither its ticket nor the call itself counts as failing any more. */
export function afterSuccess(before: SetAside, about: CallAbout): SetAside {
  const isWell = isOf(about);
  const isFirst = before.alike[about.call] === undefined;
  if (isFirst && ![...before.tickets, ...before.failing].some(isWell)) return before;
  return {
    tickets: before.tickets.filter((each) => !isWell(each)),
    failing: before.failing.filter((each) => !isWell(each)),
    alike: Object.fromEntries(Object.entries(before.alike).filter(([call]) => call !== about.call)),
  };
}

/** Takes a ticket out whose replies are not to be looked for any more: it is gone. */
export function release(before: SetAside, about: CallAbout): SetAside {
  return { ...before, tickets: before.tickets.filter((each) => !isOf(about)(each)) };
}

/** Changes the entry of a ticket, where it has one. */
export function changeAside(before: SetAside, about: CallAbout, change: Partial<AsideTicket>): SetAside {
  const tickets = before.tickets.map((each) => (isOf(about)(each) ? { ...each, ...change } : each));
  return { ...before, tickets };
}

/** A failed call: why, and from when on the ticket's replies would have to be looked for. */
export interface FailedCall extends CallAbout, Pick<AsideTicket, 'from' | 'until' | keyof ConversationPlace> {
  readonly reason: AsideReason;
}

/** The run in which a call failed, and how many tickets may be set aside. */
export interface FailedRun {
  readonly runAt: number;
  readonly now: number;
  readonly most: number;
}

function alikeAfter(
  before: AlikeFailures | undefined,
  { ticketId, reason }: FailedCall,
  now: number,
): AlikeFailures {
  if (before?.reason !== reason) return { reason, tickets: [ticketId], since: now, lastAt: now };
  const tickets = [...new Set([...before.tickets, ticketId])].slice(0, LIMITS.alikeTickets);
  return { ...before, tickets, lastAt: now };
}

/** Counts a failure of a ticket that is not set aside, and sets it aside when it fails in its third run. */
function countFailure(before: SetAside, failed: FailedCall, { runAt, now, most }: FailedRun): SetAside {
  const { ticketId, call, reason } = failed;
  const known = before.failing.find(isOf(failed)) ?? { since: now, runs: 0, runAt: null };
  const others = before.failing.filter((each) => each !== known);
  const { since } = known;
  // Several failures of one run count once.
  const runs = known.runs + (known.runAt === runAt ? 0 : 1);
  if (runs < LIMITS.setAsideRuns || before.tickets.length >= most) {
    const failing = [...others, { ticketId, call, reason, since, runs, runAt }];
    return { ...before, failing: failing.slice(-LIMITS.setAside) };
  }
  return { ...before, failing: others, tickets: [...before.tickets, { ...failed, since, triedAt: now }] };
}

/** After a call that failed although Freshdesk answers otherwise. */
export function afterFailure(before: SetAside, failed: FailedCall, run: FailedRun): SetAside {
  const { call, reason, page, last, again } = failed;
  const noted = {
    ...before,
    alike: { ...before.alike, [call]: alikeAfter(before.alike[call], failed, run.now) },
  };
  if (findAside(before, failed) !== undefined) {
    const place = page === undefined ? {} : { page, last, again };
    return changeAside(noted, failed, { reason, triedAt: run.now, ...place });
  }
  // The failures of a call that fails for all say nothing about their tickets.
  if (failsForAll(noted, call))
    return { ...noted, failing: noted.failing.filter((each) => each.call !== call) };
  return countFailure(noted, failed, run);
}

/** Why the scan or the import does not get past a ticket, and since when: the call fails for all, or too many are set aside. Null: it does. */
export function standstillOf(
  { alike, failing }: SetAside,
  now: number,
): { readonly code: 'freshdesk_tickets' | 'too_many_set_aside'; readonly since: number } | null {
  const isRecent = (at: number): boolean => Math.abs(now - at) <= LIMITS.standstillMs;
  const forAll = Object.values(alike).find(
    (each) => each.tickets.length >= LIMITS.alikeTickets && isRecent(each.lastAt),
  );
  if (forAll !== undefined) return { code: 'freshdesk_tickets', since: forAll.since };
  const stuck = failing.find(({ runs, runAt }) => runs >= LIMITS.setAsideRuns && isRecent(runAt));
  return stuck === undefined ? null : { code: 'too_many_set_aside', since: stuck.since };
}

/** What the page names: each ticket once, those that cannot be read for the longest time first. */
export function namedTickets(tickets: readonly SetAsideTicket[]): readonly SetAsideTicket[] {
  const oldestFirst = [...tickets].sort((a, b) => a.since - b.since);
  return oldestFirst
    .filter(({ ticketId }, place) => oldestFirst.findIndex((each) => each.ticketId === ticketId) === place)
    .map(({ ticketId, reason, since }) => ({ ticketId, reason, since }));
}
