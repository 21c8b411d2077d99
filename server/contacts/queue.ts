import { OWN_SOURCES } from './sources';
import type { Channel } from './sources';

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
