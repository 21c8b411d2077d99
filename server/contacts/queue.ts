import { OWN_SOURCES, type Channel } from './sources';

/** The two kinds of source queues. */
export type QueueKind = 'tickets' | 'replies';

/** How the settings choose a queue's channel. */
export const CHANNEL_MAPPINGS = ['Cases', 'By source'] as const;

/** One of the two ways to choose a queue's channel. */
export type ChannelMapping = (typeof CHANNEL_MAPPINGS)[number];

/** A source queue of injixo. */
export interface Queue {
  readonly identifier: string;
  readonly name: string;
  readonly channel: Channel;
}

/** The queues of deleted and spam tickets, and of groups whose name cannot be had. */
export const UNKNOWN_QUEUES = {
  tickets: {
    identifier: 'freshdesk:unknown:tickets',
    name: 'Unknown group/source Tickets',
    channel: 'cases',
  },
  replies: {
    identifier: 'freshdesk:unknown:replies',
    name: 'Unknown group/source Replies',
    channel: 'cases',
  },
} as const satisfies Record<QueueKind, Queue>;

/** Gives a queue's identifier, which never changes when a group or a source is renamed. */
export function queueIdentifier(groupId: number | null, source: number, kind: QueueKind): string {
  return `freshdesk:${groupId === null ? 'none' : groupId}:${source}:${kind}`;
}

/** Gives the channel of a named queue. */
export function channelOf(source: number, mapping: ChannelMapping): Channel {
  return mapping === 'Cases' ? 'cases' : (OWN_SOURCES.get(source)?.channel ?? 'cases');
}

/** The parts of a queue's name. */
export interface QueueNameParts {
  readonly groupName: string;
  /** Null for a ticket without a group; `groupName` is ignored then. */
  readonly groupId: number | null;
  readonly source: number;
  /** The account's own label for the source; null when it has none. Freshdesk's own sources do not need it. */
  readonly sourceLabel: string | null;
  readonly kind: QueueKind;
}

/** The longest queue name, in UTF-16 units. */
export const MAX_QUEUE_NAME_LENGTH = 100;

/** Queues of one name that are recognised: more would need as many sources of one label in one group. */
const MOST_TWINS = 20;

/** A group's name is shortened before the source's, but not below this. */
const MIN_GROUP_LENGTH = 20;

/** The names of group and source as a queue's name has them, before either is cut. */
function textsOf({ groupName, groupId, source, sourceLabel }: QueueNameParts) {
  const label = cleanName(sourceLabel ?? '') || `source ${source}`;
  const sourceName = OWN_SOURCES.get(source)?.name ?? label;
  if (groupId === null) return { group: 'No group', id: 'none', sourceName };
  return { group: cleanName(groupName) || `Group ${groupId}`, id: String(groupId), sourceName };
}

/**
 * The nth name that a queue may have: plain, with the group's id, and then with a number as well. No two are the same. The
 * group is shortened first, then the source; the kind and the mark behind the group stay whole.
 */
function nthName(parts: QueueNameParts, n: number) {
  const { group, id, sourceName } = textsOf(parts);
  const number = n < 2 ? '' : ` ${n}`;
  const mark = n === 0 ? '' : `${number} #${id}`;
  const suffix = parts.kind === 'tickets' ? ' Tickets' : ' Replies';
  const room = MAX_QUEUE_NAME_LENGTH - mark.length - suffix.length - ' '.length;
  const cutSource = cutName(sourceName, room - Math.min(group.length, MIN_GROUP_LENGTH));
  const cutGroup = cutName(group, room - cutSource.length);
  return { name: `${cutGroup}${mark} ${cutSource}${suffix}`, isCut: cutGroup !== group };
}

/**
 * Names a queue `<group> <source> Tickets` or `… Replies`. The name is never longer than 100 characters, never one that is
 * taken, and always ends in its kind. The group part ends with ` #<group id>` when it had to be cut or the name is taken.
 */
export function nameQueue(parts: QueueNameParts, isTaken: (name: string) => boolean = () => false): string {
  const { name, isCut } = nthName(parts, 0);
  if (!isCut && !isTaken(name)) return name;
  let n = 1;
  while (isTaken(nthName(parts, n).name)) n += 1;
  return nthName(parts, n).name;
}

/** True for a name that these parts give a queue, whatever other queues there are; earlier versions cut names without a mark. */
export function isNameOf(parts: QueueNameParts, name: string): boolean {
  return [...Array(MOST_TWINS).keys()].some((n) => nthName(parts, n).name === name);
}

const WHITE_SPACE = /[\s\u0085]+/gu;
/** Invisible characters: format characters (zero-width ones, bidi marks, BOM), control characters and lone surrogates. */
const INVISIBLE = /\ufeff|(?![\s\u0085])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/**
 * A name as queues carry it, and as names are compared: trimmed, inner white space as one space, composed (NFC), nothing
 * invisible.
 */
export function cleanName(text: string): string {
  return text.replace(INVISIBLE, '').replace(WHITE_SPACE, ' ').trim().normalize('NFC');
}

/** Cuts a text to at most `maxLength` UTF-16 units, never inside a character and without a trailing space. */
function cutName(text: string, maxLength: number): string {
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > maxLength) break;
    cut += character;
  }
  return cut.trimEnd();
}
