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

/** A group's name is shortened before the source's, but not below this. */
const MIN_GROUP_LENGTH = 20;

/**
 * Names a queue `<group> <source> Tickets` or `… Replies`. The name is never longer than 100 characters and always ends
 * in its kind; a group's name is shortened first, then a source's.
 */
export function nameQueue({ groupName, groupId, source, sourceLabel, kind }: QueueNameParts): string {
  const group = groupId === null ? 'No group' : cleanName(groupName) || `Group ${groupId}`;
  const own = OWN_SOURCES.get(source);
  const sourceName = own === undefined ? cleanName(sourceLabel ?? '') || `source ${source}` : own.name;
  const suffix = kind === 'tickets' ? ' Tickets' : ' Replies';
  const room = MAX_QUEUE_NAME_LENGTH - suffix.length - ' '.length;
  const cutSource = cutName(sourceName, room - Math.min(group.length, MIN_GROUP_LENGTH));
  return `${cutName(group, room - cutSource.length)} ${cutSource}${suffix}`;
}

/** White space, zero-width characters included: they would make two names look alike. */
const WHITE_SPACE = /[\s\u0085\u200b-\u200d\u2060]+/gu;
/** Other invisible characters: control and format characters (bidi marks, BOM) and lone surrogates. */
const INVISIBLE = /\ufeff|(?![\s\u0085\u200b-\u200d\u2060])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** A name as queues carry it: trimmed, inner white space as one space, composed (NFC), nothing invisible. */
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
