import { cleanName, cutName } from './clean-name';
import type { QueueKind } from './queue';
import { OWN_SOURCES } from './sources';

/** What a queue's name is made of. */
export interface QueueNameParts {
  readonly groupName: string;
  /** Null for a ticket without a group; the group's name is not looked at then. */
  readonly groupId: number | null;
  readonly source: number;
  /** The account's own label for the source; null when it has none. Freshdesk's own sources do not need it. */
  readonly sourceLabel: string | null;
  readonly kind: QueueKind;
}

/** The longest queue name, in UTF-16 units. */
export const MAX_QUEUE_NAME_LENGTH = 100;

const SUFFIX = { tickets: ' Tickets', replies: ' Replies' } as const satisfies Record<QueueKind, string>;

/** A group's name is shortened before the source's, but not below this. */
const MIN_GROUP_LENGTH = 20;

function groupPart({ groupId, groupName }: QueueNameParts): string {
  return groupId === null ? 'No group' : cleanName(groupName) || `Group ${groupId}`;
}

function sourcePart({ source, sourceLabel }: QueueNameParts): string {
  const own = OWN_SOURCES.get(source);
  return own === undefined ? cleanName(sourceLabel ?? '') || `source ${source}` : own.name;
}

/**
 * Names a queue `<group> <source> Tickets` or `… Replies`. The name is never longer than 100 characters and always ends
 * in its kind; a group's name is shortened first, then a source's.
 */
export function nameQueue(parts: QueueNameParts): string {
  const suffix = SUFFIX[parts.kind];
  const group = groupPart(parts);
  const room = MAX_QUEUE_NAME_LENGTH - suffix.length - ' '.length;
  const source = cutName(sourcePart(parts), room - Math.min(group.length, MIN_GROUP_LENGTH));
  return `${cutName(group, room - source.length)} ${source}${suffix}`;
}
