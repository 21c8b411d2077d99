import { dayText } from '../values/calendar';
import type { FunctionAnswer, DaysAnswer } from '../page-contract';
import { openTrend, type VolumeSource } from './read-volumes';

/** Contacts by day, from one day to another. Operations: those of the trend. */
export async function daysView(
  books: VolumeSource,
  from: number,
  to: number,
): Promise<FunctionAnswer<DaysAnswer>> {
  const days = [...Array(to - from + 1).keys()].map((index) => from + index);
  const { queues, repaired } = await openTrend(books);
  const countsOf = (counts: ReadonlyMap<number, number>): readonly number[] =>
    days.map((day) => counts.get(day) ?? 0);
  const rows = queues.map(({ queue, trend }) => ({
    identifier: queue.identifier,
    name: queue.name,
    counts: countsOf(trend.days),
  }));
  return {
    ok: true,
    days: days.map(dayText),
    queues: rows.filter(({ counts }) => counts.some((count) => count > 0)),
    repaired: countsOf(repaired.days),
    completeUntil: books.completeUntil,
    completeFrom: books.completeFrom,
  };
}
