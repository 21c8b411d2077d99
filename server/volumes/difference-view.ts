import { dayText } from '../values/calendar';
import { LEFT_OUT_REASONS } from '../contacts/contact';
import { UNKNOWN_QUEUES } from '../contacts/queue';
import type { DifferenceAnswer, FunctionAnswer } from '../page-contract';
import { KEY_OF } from '../platform/keys';
import type { DayRecord } from './day-record';
import { openTrend, type VolumeSource } from './read-volumes';

const UNKNOWN_KINDS: ReadonlyMap<string, keyof DifferenceAnswer['injixo']> = new Map([
  [UNKNOWN_QUEUES.tickets.identifier, 'unknownTickets'],
  [UNKNOWN_QUEUES.replies.identifier, 'unknownReplies'],
]);

function shown(record: DayRecord | undefined): Omit<DifferenceAnswer, 'day' | 'injixo'> {
  if (record?.v !== 1) {
    return { lookedAt: null, countedFrom: null, leftOut: [], freshdeskTickets: null, deletedOrSpam: null };
  }
  const { lookedAt, from, leftOut, tickets, deletedOrSpam } = record;
  const reasons = LEFT_OUT_REASONS.map((reason) => ({ reason, count: leftOut[reason] ?? 0 }));
  return {
    lookedAt,
    countedFrom: from,
    leftOut: reasons.filter(({ count }) => count > 0),
    freshdeskTickets: tickets,
    deletedOrSpam,
  };
}

/** What injixo has of a day, beside what Freshdesk's lists showed. @ops 1, and those of the trend */
export async function differenceView(
  source: VolumeSource,
  day: number,
): Promise<FunctionAnswer<DifferenceAnswer>> {
  const name = dayText(day);
  const [{ queues }, record] = await Promise.all([openTrend(source), source.store.get(KEY_OF.day(name))]);
  const injixo = { tickets: 0, replies: 0, unknownTickets: 0, unknownReplies: 0 };
  for (const { queue, trend } of queues) {
    const kind = queue.identifier.endsWith(':replies') ? 'replies' : 'tickets';
    injixo[UNKNOWN_KINDS.get(queue.identifier) ?? kind] += trend.days.get(day) ?? 0;
  }
  return { ok: true, day: name, injixo, ...shown(record as DayRecord | undefined) };
}
