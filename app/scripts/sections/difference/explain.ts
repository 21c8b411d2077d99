import type { DifferenceAnswer } from '../../../../server/page-contract';

/** One step of the sum from injixo's number to Freshdesk's. */
export interface Step {
  readonly kind:
    | 'injixo'
    | 'replies'
    | 'unknown replies'
    | 'unknown'
    | 'left out'
    | 'thrown'
    | 'expected'
    | 'freshdesk'
    | 'rest';
  /** Why tickets were left out; empty for all other steps. */
  readonly reason: string;
  readonly count: number;
}

/** The sum from the contacts in injixo to the tickets in Freshdesk. */
interface Explanation {
  readonly contacts: number;
  /** Empty until Freshdesk's lists have been read. */
  readonly steps: readonly Step[];
  /** Tickets that the sum does not explain; null until Freshdesk's lists have been read. */
  readonly rest: number | null;
}

/** Reasons for leaving out tickets. All other reasons concern replies and changes, which Freshdesk does not count. */
const TICKET_REASONS: ReadonlySet<string> = new Set([
  'outbound',
  'internal task',
  'migrated',
  'before cut-over',
  'alert',
]);

function step(kind: Step['kind'], count: number, reason = ''): Step {
  return { kind, reason, count };
}

function clamp(value: number, highest: number): number {
  return Math.min(Math.max(0, value), highest);
}

interface Read {
  readonly tickets: number;
  readonly deletedOrSpam: number;
}

/**
 * The steps. A ticket deleted or marked as spam before it has a name counts once, as Unknown. One deleted later counts
 * in its queue and again as Unknown. The number of the first kind is the remainder of the sum, limited by the number of
 * Unknown tickets and of deleted ones. Anything beyond that stays unexplained.
 */
function stepsOf({ injixo, leftOut }: DifferenceAnswer, contacts: number, read: Read): readonly Step[] {
  const plus = leftOut.filter(({ reason }) => TICKET_REASONS.has(reason));
  const leftOutTickets = plus.reduce((sum, { count }) => sum + count, 0);
  const missing = read.tickets + read.deletedOrSpam - injixo.tickets - leftOutTickets;
  const onlyUnknown = clamp(missing, Math.min(injixo.unknownTickets, read.deletedOrSpam));
  const between = [
    step('replies', -injixo.replies),
    step('unknown replies', -injixo.unknownReplies),
    step('unknown', -(injixo.unknownTickets - onlyUnknown)),
    ...plus.map(({ reason, count }) => step('left out', count, reason)),
    step('thrown', -read.deletedOrSpam),
  ].filter(({ count }) => count !== 0);
  const expected = between.reduce((sum, { count }) => sum + count, contacts);
  return [
    step('injixo', contacts),
    ...between,
    step('expected', expected),
    step('freshdesk', read.tickets),
    step('rest', read.tickets - expected),
  ];
}

/** Explains the numbers of a day. */
export function explain(answer: DifferenceAnswer): Explanation {
  const { injixo, freshdeskTickets, deletedOrSpam } = answer;
  const contacts = injixo.tickets + injixo.replies + injixo.unknownTickets + injixo.unknownReplies;
  if (freshdeskTickets === null) return { contacts, steps: [], rest: null };
  const read = { tickets: freshdeskTickets, deletedOrSpam: deletedOrSpam ?? 0 };
  const steps = stepsOf(answer, contacts, read);
  return { contacts, steps, rest: steps[steps.length - 1]?.count ?? 0 };
}
