import { dayText } from '../values/calendar';
import { LEFT_OUT_REASONS } from '../contacts/contact';
import { UNKNOWN_QUEUES } from '../contacts/queue';
import type { DifferenceAnswer, FunctionAnswer } from '../page-contract';
import { KEY_OF } from '../platform/keys';
import type { DayRecord } from './day-record';
import { openTrend, type QueueDays, type VolumeSource } from './read-volumes';

const UNKNOWN_KINDS: ReadonlyMap<string, keyof DifferenceAnswer['injixo']> = new Map([
  [UNKNOWN_QUEUES.tickets.identifier, 'unknownTickets'],
  [UNKNOWN_QUEUES.replies.identifier, 'unknownReplies'],
]);

function shown(
  record: DayRecord | undefined,
): Omit<DifferenceAnswer, 'day' | 'injixo' | 'atLeast' | 'queues'> {
  if (record?.v !== 1) {
    const unread = { freshdeskTickets: null, deletedOrSpam: null, unassigned: null, spam: null };
    return { lookedAt: null, countedFrom: null, leftOut: [], ...unread };
  }
  // The first version counted neither.
  const { lookedAt, from, leftOut, tickets, deletedOrSpam, unassigned = null, spam = null } = record;
  const reasons = LEFT_OUT_REASONS.map((reason) => ({ reason, count: leftOut[reason] ?? 0 }));
  return {
    lookedAt,
    countedFrom: from,
    leftOut: reasons.filter(({ count }) => count > 0),
    freshdeskTickets: tickets,
    ...{ deletedOrSpam, unassigned, spam },
  };
}

/** The tickets of a day by queue; null: not counted by queue. */
function byQueue(
  queues: readonly QueueDays[],
  day: number,
  counted: DayRecord['queues'] | undefined,
): DifferenceAnswer['queues'] {
  if (counted === undefined || counted === null) return null;
  const freshdesk = new Map(
    Object.entries(counted).map(([key, count]) => [`freshdesk:${key}:tickets`, count]),
  );
  const rows = queues
    .filter(({ queue }) => queue.identifier.endsWith(':tickets') && !UNKNOWN_KINDS.has(queue.identifier))
    .map(({ queue: { identifier, name }, trend }) => {
      const row = {
        identifier,
        name,
        injixo: trend.days.get(day) ?? 0,
        freshdesk: freshdesk.get(identifier) ?? 0,
      };
      freshdesk.delete(identifier);
      return row;
    });
  const unnamed = [...freshdesk].map(([identifier, count]) => {
    return { identifier, name: null, injixo: 0, freshdesk: count };
  });
  return [...rows.filter((row) => row.injixo + row.freshdesk > 0), ...unnamed];
}

/** What injixo has of a day, beside what Freshdesk's lists showed. @ops 1, and those of openTrend */
export async function differenceView(
  source: VolumeSource,
  day: number,
): Promise<FunctionAnswer<DifferenceAnswer>> {
  const name = dayText(day);
  const { queues } = await openTrend(source);
  const record = (await source.store.get(KEY_OF.day(name))) as DayRecord | undefined;
  const injixo = { tickets: 0, replies: 0, unknownTickets: 0, unknownReplies: 0 };
  for (const { queue, trend } of queues) {
    const kind = queue.identifier.endsWith(':replies') ? 'replies' : 'tickets';
    injixo[UNKNOWN_KINDS.get(queue.identifier) ?? kind] += trend.days.get(day) ?? 0;
  }
  const atLeast = source.lacking.days.includes(day);
  return {
    ok: true,
    day: name,
    injixo,
    atLeast,
    ...shown(record),
    queues: byQueue(queues, day, record?.queues),
  };
}
