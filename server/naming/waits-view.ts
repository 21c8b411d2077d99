import { OWN_SOURCES } from '../contacts/sources';
import type { Overview, Unnamed } from '../page-contract';
import { WAIT_REASONS, type KeptWaiting, type NeededName, type WaitReason } from '../outbox/outbox-state';
import { LIMITS } from '../values/limits';
import { keyOf, type KnownNames } from './known-names';

/** How many contacts wait for each reason, and when the first of them fell due. */
export function viewWaits({ keys }: KeptWaiting): Required<Overview>['waits'] {
  const views = WAIT_REASONS.map((reason) => {
    const those = keys.filter((key) => key.reason === reason);
    const contacts = those.reduce((sum, key) => sum + key.contacts, 0);
    const oldestDueAt = contacts === 0 ? null : Math.min(...those.map(({ oldestAt }) => oldestAt));
    return [reason, { contacts, oldestDueAt }] as const;
  });
  return Object.fromEntries(views) as Record<WaitReason, (typeof views)[number][1]>;
}

/** The part of a queue's name that the missing one leaves: a source's name, or a group's. */
function otherName({ kind }: NeededName, other: number, known: KnownNames): string {
  const nameOf = (of: NeededName['kind']): string | null =>
    known.get(keyOf({ kind: of, id: other }))?.name ?? null;
  if (kind === 'source') return other === 0 ? 'No group' : (nameOf('group') ?? `#${other}`);
  return OWN_SOURCES.get(other)?.name ?? nameOf('source') ?? `source ${other}`;
}

/** The groups and sources whose names are missing, those that contacts wait for longest first. */
export function viewUnnamed({ keys }: KeptWaiting, known: KnownNames): readonly Unnamed[] {
  const found = new Map<string, Unnamed>();
  for (const need of keys.flatMap(({ needs }) => needs)) {
    const { kind, id, contacts, oldestDueAt } = need;
    const before = found.get(keyOf(need)) ?? { kind, id, contacts: 0, oldestDueAt, queues: [] };
    const queues = need.queues.map(([other, of]) => ({ source: otherName(need, other, known), kind: of }));
    const isNew = (each: (typeof queues)[number]): boolean =>
      !before.queues.some(({ source, kind: of }) => source === each.source && of === each.kind);
    found.set(keyOf(need), {
      ...before,
      contacts: before.contacts + contacts,
      oldestDueAt: Math.min(before.oldestDueAt, oldestDueAt),
      queues: [...before.queues, ...queues.filter(isNew)],
    });
  }
  const all = [...found.values()].sort((a, b) => a.oldestDueAt - b.oldestDueAt);
  return all.slice(0, LIMITS.namesShown);
}
