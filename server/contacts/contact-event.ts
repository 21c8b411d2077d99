import { formatInstant, parseInstant } from '../values/instant';
import { MAX_QUEUE_NAME_LENGTH, type Queue } from './queue';
import { CHANNELS } from './sources';
import type { Channel } from './sources';

/** One contact as injixo's API documents it. */
export interface ContactEvent {
  readonly queueName: string;
  readonly queueIdentifier: string;
  /** ISO 8601, UTC, whole seconds. */
  readonly timestamp: string;
  readonly channel: Channel;
  readonly properties: { readonly offered: boolean; readonly handled: boolean };
}

/** Writes a named contact for injixo: always offered, handled unless its queue is unknown, and without a duration. */
export function toContactEvent({
  queue,
  occurredAt,
  unknown,
}: {
  readonly queue: Queue;
  readonly occurredAt: number;
  readonly unknown: boolean;
}): ContactEvent {
  return {
    queueName: queue.name,
    queueIdentifier: queue.identifier,
    timestamp: formatInstant(occurredAt),
    channel: queue.channel,
    properties: { offered: true, handled: !unknown },
  };
}

const IDENTIFIER = /^freshdesk:(?:unknown|(?:none|\d+):\d+):(?:tickets|replies)$/;
const UTC_SECOND = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}]/u;

function isQueueName(name: unknown): boolean {
  return (
    typeof name === 'string' &&
    name.trim() === name &&
    name !== '' &&
    name.length <= MAX_QUEUE_NAME_LENGTH &&
    !UNPRINTABLE.test(name)
  );
}

/** Why injixo would refuse an event by the shape that it documents; null when nothing is wrong. */
export function checkContactEvent(event: ContactEvent): string | null {
  const { queueName, queueIdentifier, timestamp, channel, properties } = event;
  if (!isQueueName(queueName)) return 'the queue has no proper name';
  if (!IDENTIFIER.test(queueIdentifier)) return 'the queue has no proper identifier';
  const isSecond = UTC_SECOND.test(timestamp) && parseInstant(timestamp) !== null;
  if (!isSecond) return 'the time is not a UTC second';
  if (!CHANNELS.includes(channel)) return 'the channel is not one of injixo';
  const flags: readonly unknown[] = [properties.offered, properties.handled];
  const areFlags = flags.every((flag) => typeof flag === 'boolean');
  return areFlags ? null : 'offered and handled are not both given';
}
