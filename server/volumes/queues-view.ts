import { type Queue, type QueueKind, nameQueue } from '../contacts/queue';
import { dayText } from '../values/calendar';
import { readNames } from '../naming/names-cache';
import type { AccountNames } from '../freshdesk/names';
import type { FunctionAnswer, Queue as QueueRow, QueuesAnswer } from '../page-contract';
import { KEYS } from '../platform/keys';
import { openTrend, type VolumeSource, type QueueDays } from './read-volumes';

const DAYS = 28;
const IDENTIFIER = /^freshdesk:(none|\d+):(\d+):(tickets|replies)$/;

function nameNow(identifier: string, names: AccountNames): string | null {
  const parts = IDENTIFIER.exec(identifier);
  if (parts === null) return null;
  const [, group, source, kind] = parts as unknown as readonly [string, string, string, QueueKind];
  const groupId = group === 'none' ? null : Number(group);
  const groupName = groupId === null ? '' : names.groups.get(groupId);
  if (groupName === undefined) return null;
  const sourceLabel = names.sources.get(Number(source)) ?? null;
  return nameQueue({ groupName, groupId, source: Number(source), sourceLabel, kind });
}

/** The name that the queue would get from Freshdesk's present names; null: the same, or not known. */
export function renamedTo(queue: Queue, names: AccountNames | null): string | null {
  const name = names === null ? null : nameNow(queue.identifier, names);
  return name === queue.name ? null : name;
}

function rowOf({ queue, trend }: QueueDays, days: readonly number[], names: AccountNames | null): QueueRow {
  const counts = days.map((day) => trend.days.get(day) ?? 0);
  const sumOfLast = (length: number): number => counts.slice(-length).reduce((sum, count) => sum + count, 0);
  return {
    ...queue,
    today: sumOfLast(1),
    days7: sumOfLast(7),
    days28: sumOfLast(DAYS),
    trend: counts,
    lastAt: trend.lastAt === 0 ? null : trend.lastAt,
    renamedTo: renamedTo(queue, names),
  };
}

/** All source queues with their last 28 days. @ops 2, and those of the trend */
export async function queuesView(source: VolumeSource): Promise<FunctionAnswer<QueuesAnswer>> {
  const [{ queues }, stored] = await Promise.all([openTrend(source), source.store.get(KEYS.names)]);
  const names = readNames(stored);
  const days = [...Array(DAYS).keys()].map((index) => source.today - DAYS + 1 + index);
  return { ok: true, days: days.map(dayText), queues: queues.map((each) => rowOf(each, days, names)) };
}
