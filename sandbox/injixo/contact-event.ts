import { isJsonObject, objectIn, type JsonObject } from '../support/json-value';

/** Channels of a queue. */
const CHANNELS = ['calls', 'chats', 'emails', 'social_media', 'documents', 'cases'] as const;

/** A channel of injixo. */
export type Channel = (typeof CHANNELS)[number];

/** A validated contact event, in the documented form. */
export interface ContactEvent {
  readonly queueName: string;
  readonly queueIdentifier: string;
  readonly timestamp: string;
  readonly channel: Channel;
  readonly offered: boolean;
  readonly handled: boolean;
}

/** Why an entry of a batch is refused. */
export interface EntryError {
  readonly index: number;
  readonly field: string;
  readonly message: string;
}

type Fields = Readonly<JsonObject>;
type Check = (value: unknown) => boolean;

const isText =
  (maxLength: number): Check =>
  (value) =>
    typeof value === 'string' && value.trim() !== '' && value.length <= maxLength;
const isBoolean: Check = (value) => typeof value === 'boolean';
const isChannel: Check = (value) => CHANNELS.some((channel) => channel === value);
const isDuration: Check = (value) => typeof value === 'number' && value >= 0;
const isUtcMoment: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value.slice(0, 19));
const orMissing =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const EVENT_CHECKS: Readonly<Record<string, Check>> = {
  queueName: isText(255),
  queueIdentifier: isText(100),
  timestamp: isUtcMoment,
  channel: orMissing(isChannel),
  properties: isJsonObject,
};
const PROPERTY_CHECKS: Readonly<Record<string, Check>> = {
  offered: isBoolean,
  handled: isBoolean,
  duration: orMissing(isDuration),
};

const wrongFields = (fields: Fields, checks: Readonly<Record<string, Check>>): readonly string[] => [
  ...Object.keys(fields).filter((name) => !Object.hasOwn(checks, name)),
  ...Object.keys(checks).filter((name) => checks[name]?.(fields[name]) !== true),
];

const toContactEvent = (fields: Fields, properties: Fields): ContactEvent => ({
  queueName: String(fields['queueName']),
  queueIdentifier: String(fields['queueIdentifier']),
  timestamp: String(fields['timestamp']),
  channel: CHANNELS.find((channel) => channel === fields['channel']) ?? 'calls',
  offered: properties['offered'] === true,
  handled: properties['handled'] === true,
});

/** Validates one entry of a batch against the documented contract; unknown fields are refused. */
export const readContactEvent = (
  value: unknown,
  index: number,
): { readonly contact: ContactEvent } | { readonly errors: readonly EntryError[] } => {
  const toErrors = (names: readonly string[]): readonly EntryError[] =>
    names.map((field) => ({ index, field, message: 'is not valid' }));
  if (!isJsonObject(value)) {
    return { errors: toErrors(['data']) };
  }
  const properties = objectIn(value, 'properties');
  const wrong = [
    ...wrongFields(value, EVENT_CHECKS),
    ...wrongFields(properties, PROPERTY_CHECKS).map((name) => `properties.${name}`),
  ];
  return wrong.length > 0 ? { errors: toErrors(wrong) } : { contact: toContactEvent(value, properties) };
};
