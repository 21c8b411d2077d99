import { type Queue, type QueueKind, isNameOf, nameQueue } from '../contacts/queue';
import { dayText } from '../values/calendar';
import { accountNames, readNames } from '../naming/known-names';
import type { AccountNames } from '../freshdesk/names';
import type { FunctionAnswer, Queue as QueueRow, QueuesAnswer } from '../page-contract';
import { KEYS } from '../platform/keys';
import { openTrend, type VolumeSource } from './read-volumes';

const DAYS = 28;
const IDENTIFIER = /^freshdesk:(none|\d+):(\d+):(tickets|replies)$/;

/** The name that the queue would get from Freshdesk's present names; null: the same, or not known. */
export function renamedTo({ identifier, name }: Queue, names: AccountNames): string | null {
  const match = IDENTIFIER.exec(identifier);
  if (match === null) return null;
  const [, group, source, kind] = match as unknown as readonly [string, string, string, QueueKind];
  const groupId = group === 'none' ? null : Number(group);
  const groupName = groupId === null ? '' : names.groups.get(groupId);
  if (groupName === undefined) return null;
  const sourceLabel = names.sources.get(Number(source)) ?? null;
  const parts = { groupName, groupId, source: Number(source), sourceLabel, kind };
  return isNameOf(parts, name) ? null : nameQueue(parts);
}

/** All source queues with their last 28 days. @ops 1, and those of openTrend */
export async function queuesView(source: VolumeSource): Promise<FunctionAnswer<QueuesAnswer>> {
  const { queues } = await openTrend(source);
  const names = accountNames(readNames(await source.store.get(KEYS.names)));
  const days = [...Array(DAYS).keys()].map((index) => source.today - DAYS + 1 + index);
  const rows = queues.map(({ queue, trend }): QueueRow => {
    const counts = days.map((day) => trend.days.get(day) ?? 0);
    const [today = 0, days7 = 0, days28 = 0] = [1, 7, DAYS].map((length) =>
      counts.slice(-length).reduce((sum, count) => sum + count, 0),
    );
    return {
      ...queue,
      ...{ today, days7, days28 },
      trend: counts,
      lastAt: trend.lastAt === 0 ? null : trend.lastAt,
      renamedTo: renamedTo(queue, names),
    };
  });
  const atLeast = days.filter((day) => source.lacking.days.includes(day)).map(dayText);
  return { ok: true, days: days.map(dayText), atLeast, queues: rows };
}
