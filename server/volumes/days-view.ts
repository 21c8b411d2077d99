import { dayText } from '../values/calendar';
import type { FunctionAnswer, DaysAnswer } from '../page-contract';
import { openTrend, type VolumeSource } from './read-volumes';

/** Contacts by day. @ops those of the trend */
export async function daysView(
  source: VolumeSource,
  from: number,
  to: number,
): Promise<FunctionAnswer<DaysAnswer>> {
  const days = [...Array(to - from + 1).keys()].map((index) => from + index);
  const { queues, repaired } = await openTrend(source);
  const rows = queues.map(({ queue, trend }) => ({
    identifier: queue.identifier,
    name: queue.name,
    counts: days.map((day) => trend.days.get(day) ?? 0),
  }));
  return {
    ok: true,
    days: days.map(dayText),
    queues: rows.filter(({ counts }) => counts.some((count) => count > 0)),
    repaired: days.map((day) => repaired.days.get(day) ?? 0),
    completeUntil: source.completeUntil,
    completeFrom: source.completeFrom,
  };
}
