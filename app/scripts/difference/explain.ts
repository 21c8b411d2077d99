import type { DifferenceAnswer } from '../functions/answers.ts';

/** One step of the way from injixo's number to Freshdesk's. */
export interface Step {
  readonly kind: 'injixo' | 'replies' | 'unknown' | 'left out' | 'thrown' | 'expected' | 'freshdesk' | 'rest';
  /** Why it was left out; empty for all other steps. */
  readonly reason: string;
  readonly count: number;
}

/** The sum that leads from the contacts in injixo to the tickets in Freshdesk. */
export interface Explanation {
  readonly contacts: number;
  readonly steps: readonly Step[];
  /** Tickets that the sum leaves over; null while Freshdesk's lists are not read. */
  readonly rest: number | null;
}

/** Reasons for which Freshdesk's tickets are left out; all others are about replies and changes, which Freshdesk does not count. */
const TICKET_REASONS: ReadonlySet<string> = new Set([
  'outbound',
  'internal task',
  'migrated',
  'before cut-over',
  'alert',
  'waiting',
  'held',
  'discarded',
]);

function step(kind: Step['kind'], count: number, reason = ''): Step {
  return { kind, reason, count };
}

/** Explains the numbers of a day. */
export function explain({ injixo, leftOut, freshdeskTickets, thrownAway }: DifferenceAnswer): Explanation {
  const { tickets, replies, unknownTickets, unknownReplies } = injixo;
  const contacts = tickets + replies + unknownTickets + unknownReplies;
  const plus = leftOut.filter(({ reason }) => TICKET_REASONS.has(reason));
  const before = [
    step('replies', -replies),
    step('unknown', -(unknownTickets + unknownReplies)),
    ...plus.map(({ reason, count }) => step('left out', count, reason)),
    ...(thrownAway === null ? [] : [step('thrown', -thrownAway)]),
  ].filter(({ count }) => count !== 0);
  const expected = before.reduce((sum, { count }) => sum + count, contacts);
  const end =
    freshdeskTickets === null
      ? []
      : [step('freshdesk', freshdeskTickets), step('rest', freshdeskTickets - expected)];
  return {
    contacts,
    steps: [step('injixo', contacts), ...before, step('expected', expected), ...end],
    rest: freshdeskTickets === null ? null : freshdeskTickets - expected,
  };
}
