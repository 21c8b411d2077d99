import { dayText } from '../values/calendar';
import { LEFT_OUT_REASONS } from '../contacts/contact';
import { UNKNOWN_QUEUES } from '../contacts/queue';
import type { DifferenceAnswer, FunctionAnswer } from '../page-contract';
import { dayKey } from '../platform/keys';
import type { DayRecord } from './day-record';
import { openTrend, type VolumeSource, type QueueDays } from './read-volumes';

type Kind = keyof DifferenceAnswer['injixo'];

function kindOf(identifier: string): Kind {
  if (identifier === UNKNOWN_QUEUES.tickets.identifier) return 'unknownTickets';
  if (identifier === UNKNOWN_QUEUES.replies.identifier) return 'unknownReplies';
  return identifier.endsWith(':replies') ? 'replies' : 'tickets';
}

function countKind(queues: readonly QueueDays[], day: number, kind: Kind): number {
  const ofKind = queues.filter(({ queue }) => kindOf(queue.identifier) === kind);
  return ofKind.reduce((sum, { trend }) => sum + (trend.days.get(day) ?? 0), 0);
}

function shown(record: DayRecord | undefined): Omit<DifferenceAnswer, 'day' | 'injixo'> {
  if (record?.v !== 1) {
    return { lookedAt: null, countedFrom: null, leftOut: [], freshdeskTickets: null, thrownAway: null };
  }
  const { lookedAt, from, leftOut, tickets, thrownAway } = record;
  const reasons = LEFT_OUT_REASONS.map((reason) => ({ reason, count: leftOut[reason] ?? 0 }));
  return {
    lookedAt,
    countedFrom: from,
    leftOut: reasons.filter(({ count }) => count > 0),
    freshdeskTickets: tickets,
    thrownAway,
  };
}

/** What injixo has of a day beside what Freshdesk showed of it. One operation and those of the trend. */
export async function differenceView(
  books: VolumeSource,
  day: number,
): Promise<FunctionAnswer<DifferenceAnswer>> {
  const [{ queues }, record] = await Promise.all([openTrend(books), books.store.get(dayKey(dayText(day)))]);
  const injixo = {
    tickets: countKind(queues, day, 'tickets'),
    replies: countKind(queues, day, 'replies'),
    unknownTickets: countKind(queues, day, 'unknownTickets'),
    unknownReplies: countKind(queues, day, 'unknownReplies'),
  };
  return { ok: true, day: dayText(day), injixo, ...shown(record as DayRecord | undefined) };
}
