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
export function viewUnnamed({ needs }: KeptWaiting, known: KnownNames): readonly Unnamed[] {
  const all = needs.map((need): Unnamed => {
    const { kind, id, oldestDueAt } = need;
    const contacts = need.keys.reduce((sum, [, count]) => sum + count, 0);
    const queues = need.queues.map(([other, of]) => ({ source: otherName(need, other, known), kind: of }));
    return { kind, id, contacts, oldestDueAt, queues };
  });
  return all.sort((a, b) => a.oldestDueAt - b.oldestDueAt).slice(0, LIMITS.namesShown);
}
