import { parseInstant } from '../values/instant';
import { CHANNEL_MAPPINGS, type ChannelMapping } from '../contacts/queue';
import { readField, readPath } from '../values/read-field';

/** The install page's fields, read and checked. */
export interface Settings {
  readonly injixoApiKey: string;
  /** Null: not sent. */
  readonly injixoIntegrationId: number | null;
  readonly freshdeskApiKey: string;
  readonly channelMapping: ChannelMapping;
  /** Milliseconds since 1970; null: no history is imported. */
  readonly historyFrom: number | null;
  /** Null: nobody is told by e-mail. */
  readonly alertEmail: string | null;
  /** Without a slash at its end. */
  readonly injixoApiUrl: string;
}

/** A field that cannot be read, and a sentence that says what to do. */
export interface Mistake {
  readonly field: SettingsField;
  readonly reason: string;
}

/** What the install page's fields say, and everything that is wrong with them at once. */
export interface ParsedSettings {
  /** False: nothing can be delivered with these. */
  readonly ok: boolean;
  /** A field that cannot be read counts as not given; a key is empty then. */
  readonly value: Settings;
  /** In the order of the install page. An installation takes none of them. */
  readonly mistakes: readonly Mistake[];
}

const DEFAULT_INJIXO_API_URL = 'https://api.injixo.com';

/** Printable ASCII without spaces: what a header can carry. */
const KEY = /^[!-~]{1,500}$/;
const DIGITS = /^\d{1,16}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MINUTE = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,190}$/;
const WEB_ADDRESS = /^https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/i;

/** Each is short enough for the one line that the platform shows of a refused installation. */
const REASON = {
  injixo_api_key: 'Enter the injixo API key as injixo showed it.',
  injixo_integration_id: 'Enter the integration ID in digits, or leave it empty.',
  freshdesk_api_key: 'Enter the Freshdesk API key of an Account Administrator.',
  channel_mapping: 'Choose Cases or By source as the channel of the queues.',
  history_from: 'Enter a day that exists, such as 2026-01-31, or nothing.',
  alert_email: 'Enter one e-mail address to tell, or leave it empty.',
  injixo_api_url: 'The injixo API address has to begin with https://.',
} as const;
export type SettingsField = keyof typeof REASON;

/**
 * Fields that delivery does without. The others decide where contacts go and into which queue, which is for ever: a guess
 * would be worse than waiting.
 */
const DISPENSABLE: readonly SettingsField[] = ['history_from', 'alert_email'];

/** A field's text as it was entered; a number counts as its digits, everything else as empty. */
export function enteredText(iparams: unknown, key: string): string {
  const value = readField(iparams, key);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function readKey(text: string): string | null {
  return KEY.test(text) ? text : null;
}

function readDigits(text: string): number | null {
  const value = Number(text);
  return DIGITS.test(text) && Number.isSafeInteger(value) ? value : null;
}

function readMapping(text: string): ChannelMapping | null {
  return CHANNEL_MAPPINGS.find((mapping) => mapping === text) ?? null;
}

function readStart(text: string): number | null {
  if (DAY.test(text)) return parseInstant(`${text}T00:00:00Z`);
  return MINUTE.test(text) ? parseInstant(`${text.replace(' ', 'T')}:00Z`) : null;
}

function readEmail(text: string): string | null {
  return EMAIL.test(text) ? text : null;
}

function readAddress(text: string): string | null {
  return WEB_ADDRESS.test(text) ? text.replace(/\/+$/, '') : null;
}

/** Reads fields one after the other and keeps the mistake of each that cannot be read. */
function createReader(iparams: unknown) {
  const mistakes: Mistake[] = [];

  function required(field: SettingsField, read: (text: string) => string | null): string {
    const value = read(enteredText(iparams, field).trim());
    if (value === null) mistakes.push({ field, reason: REASON[field] });
    return value ?? '';
  }

  /** An empty field is not set, which is fine; a filled one has to be readable. */
  function optional<T>(field: SettingsField, read: (text: string) => T | null): T | null {
    const text = enteredText(iparams, field).trim();
    const value = text === '' ? null : read(text);
    if (value === null && text !== '') mistakes.push({ field, reason: REASON[field] });
    return value;
  }

  return { mistakes, required, optional };
}

/** Reads the install page's fields; never throws, and no reason quotes what was entered. */
export function parseSettings(iparams: unknown): ParsedSettings {
  const { mistakes, required, optional } = createReader(iparams);
  const value: Settings = {
    injixoApiKey: required('injixo_api_key', readKey),
    injixoIntegrationId: optional('injixo_integration_id', readDigits),
    freshdeskApiKey: required('freshdesk_api_key', readKey),
    channelMapping: optional('channel_mapping', readMapping) ?? 'Cases',
    historyFrom: optional('history_from', readStart),
    alertEmail: optional('alert_email', readEmail),
    injixoApiUrl: optional('injixo_api_url', readAddress) ?? DEFAULT_INJIXO_API_URL,
  };
  return { ok: mistakes.every(({ field }) => DISPENSABLE.includes(field)), value, mistakes };
}

/** A scheme and a slash at the end may be there; a path, a port, a user or an IP address may not. */
const HOST = /^(?:https?:\/\/)?((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,63})\/?$/;

/**
 * The account's Freshdesk address (`https://<host>`) in any payload, in local test payloads from `domain`; null when none is
 * named.
 */
export function parseFreshdeskUrl(payload: unknown): string | null {
  const given =
    readPath(payload, ['currentHost', 'endpoint_urls', 'freshdesk']) ?? readField(payload, 'domain');
  const found = typeof given === 'string' ? HOST.exec(given.trim().toLowerCase()) : null;
  return found === null ? null : `https://${found[1]}`;
}
