import { type Queue, type QueueKind, nameQueue } from '../contacts/queue';
import { dayText } from '../values/calendar';
import { readNames } from '../naming/names-cache';
import type { AccountNames } from '../freshdesk/names';
import type { FunctionAnswer, Queue as QueueRow, QueuesAnswer } from '../page-contract';
import { KEYS } from '../platform/keys';
import { openTrend, type VolumeSource, type QueueDays } from './read-volumes';

const DAYS = 28;
const WEEK = 7;
const IDENTIFIER = /^freshdesk:(none|\d+):(\d+):(tickets|replies)$/;

type Parts = readonly [all: string, group: string, source: string, kind: QueueKind];

function nameNow([, group, source, kind]: Parts, names: AccountNames): string | null {
  const groupId = group === 'none' ? null : Number(group);
  const groupName = groupId === null ? '' : names.groups.get(groupId);
  if (groupName === undefined) return null;
  const sourceLabel = names.sources.get(Number(source)) ?? null;
  return nameQueue({ groupName, groupId, source: Number(source), sourceLabel, kind });
}

/** The name the queue would get by what Freshdesk's names are now; null when that is its name, or nobody knows. */
export function renamedTo(queue: Queue, names: AccountNames | null): string | null {
  const parts = IDENTIFIER.exec(queue.identifier);
  const name = parts === null || names === null ? null : nameNow(parts as unknown as Parts, names);
  return name === queue.name ? null : name;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function rowOf({ queue, trend }: QueueDays, days: readonly number[], names: AccountNames | null): QueueRow {
  const counts = days.map((day) => trend.days.get(day) ?? 0);
  return {
    ...queue,
    today: sum(counts.slice(-1)),
    days7: sum(counts.slice(-WEEK)),
    days28: sum(counts),
    trend: counts,
    lastAt: trend.lastAt === 0 ? null : trend.lastAt,
    renamedTo: renamedTo(queue, names),
  };
}

/** All source queues with their last 28 days. Two operations and those of the trend. */
export async function queuesView(books: VolumeSource): Promise<FunctionAnswer<QueuesAnswer>> {
  const [{ queues }, stored] = await Promise.all([openTrend(books), books.store.get(KEYS.names)]);
  const names = readNames(stored);
  const days = [...Array(DAYS).keys()].map((index) => books.today - DAYS + 1 + index);
  return { ok: true, days: days.map(dayText), queues: queues.map((each) => rowOf(each, days, names)) };
}
