import { parseInstant } from '../contacts/instant';
import { CHANNEL_MAPPINGS, type ChannelMapping } from '../contacts/queue';
import { readField } from '../contacts/read-field';

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

/** All settings, or every reason against them at once, each a sentence that says what to do. */
export type ParsedSettings =
  | { readonly ok: true; readonly value: Settings }
  | { readonly ok: false; readonly reasons: readonly [string, ...string[]] };

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
  injixoApiKey: 'Enter the injixo API key as injixo showed it.',
  injixoIntegrationId: 'Enter the integration ID in digits, or leave it empty.',
  freshdeskApiKey: 'Enter the Freshdesk API key of an Account Administrator.',
  channelMapping: 'Choose Cases or By source as the channel of the queues.',
  historyFrom: 'Enter a day that exists, such as 2026-01-31, or nothing.',
  alertEmail: 'Enter one e-mail address to tell, or leave it empty.',
  injixoApiUrl: 'The injixo API address has to begin with https://.',
} as const;

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

/** Reads fields one after the other and keeps the reason of each that cannot be read. */
function createReader(iparams: unknown) {
  const reasons: string[] = [];

  function required(key: string, read: (text: string) => string | null, reason: string): string {
    const value = read(enteredText(iparams, key).trim());
    if (value === null) reasons.push(reason);
    return value ?? '';
  }

  /** An empty field is not set, which is fine; a filled one has to be readable. */
  function optional<T>(key: string, read: (text: string) => T | null, reason: string): T | null {
    const text = enteredText(iparams, key).trim();
    const value = text === '' ? null : read(text);
    if (value === null && text !== '') reasons.push(reason);
    return value;
  }

  return { reasons, required, optional };
}

/** Reads the install page's fields; never throws, and no reason quotes what was entered. */
export function parseSettings(iparams: unknown): ParsedSettings {
  const { reasons, required, optional } = createReader(iparams);
  const value: Settings = {
    injixoApiKey: required('injixo_api_key', readKey, REASON.injixoApiKey),
    injixoIntegrationId: optional('injixo_integration_id', readDigits, REASON.injixoIntegrationId),
    freshdeskApiKey: required('freshdesk_api_key', readKey, REASON.freshdeskApiKey),
    channelMapping: optional('channel_mapping', readMapping, REASON.channelMapping) ?? 'Cases',
    historyFrom: optional('history_from', readStart, REASON.historyFrom),
    alertEmail: optional('alert_email', readEmail, REASON.alertEmail),
    injixoApiUrl: optional('injixo_api_url', readAddress, REASON.injixoApiUrl) ?? DEFAULT_INJIXO_API_URL,
  };
  const [first, ...others] = reasons;
  return first === undefined ? { ok: true, value } : { ok: false, reasons: [first, ...others] };
}
