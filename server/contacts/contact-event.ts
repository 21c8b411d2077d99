import { formatInstant, parseInstant } from '../values/instant';
import { MAX_QUEUE_NAME_LENGTH } from './queue';
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

/** A contact with the queue that it counts in. */
export interface EventContact {
  readonly queueName: string;
  readonly queueIdentifier: string;
  readonly channel: Channel;
  /** Milliseconds since 1970, whole seconds. */
  readonly occurredAt: number;
  /** It counts in one of the Unknown queues. */
  readonly unknown: boolean;
}

/** Writes a contact for injixo: always offered, handled unless its queue is unknown, and without a duration. */
export function toContactEvent(contact: EventContact): ContactEvent {
  return {
    queueName: contact.queueName,
    queueIdentifier: contact.queueIdentifier,
    timestamp: formatInstant(contact.occurredAt),
    channel: contact.channel,
    properties: { offered: true, handled: !contact.unknown },
  };
}

const IDENTIFIER = /^freshdesk:(?:unknown|(?:none|\d+):\d+):(?:tickets|replies)$/;
const UTC_SECOND = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}]/u;

interface Check {
  readonly reason: string;
  readonly passes: (event: ContactEvent) => boolean;
}

function isQueueName(name: unknown): boolean {
  return (
    typeof name === 'string' &&
    name.trim() === name &&
    name !== '' &&
    name.length <= MAX_QUEUE_NAME_LENGTH &&
    !UNPRINTABLE.test(name)
  );
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean';
}

const CHECKS: readonly Check[] = [
  { reason: 'the queue has no proper name', passes: (event) => isQueueName(event.queueName) },
  {
    reason: 'the queue has no proper identifier',
    passes: (event) => IDENTIFIER.test(event.queueIdentifier),
  },
  {
    reason: 'the time is not a UTC second',
    passes: ({ timestamp }) => UTC_SECOND.test(timestamp) && parseInstant(timestamp) !== null,
  },
  { reason: 'the channel is not one of injixo', passes: (event) => CHANNELS.includes(event.channel) },
  {
    reason: 'offered and handled are not both given',
    passes: ({ properties }) => isFlag(properties.offered) && isFlag(properties.handled),
  },
];

/** Checks an event against the shape that injixo documents, so that it refuses few; null when nothing is wrong. */
export function checkContactEvent(event: ContactEvent): string | null {
  return CHECKS.find((check) => !check.passes(event))?.reason ?? null;
}
