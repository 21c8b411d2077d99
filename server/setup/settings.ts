import { parseInstant } from '../values/instant';
import { CHANNEL_MAPPINGS, type ChannelMapping } from '../contacts/queue';
import { checksum } from '../values/checksum';
import { readField } from '../values/read-field';

/** Without a Freshdesk API key the app counts live only; with one, what it counts is checked against Freshdesk. */
export type Way = 'live' | 'checked';

/** The valid values of the install page's fields. */
export interface Settings {
  /** `checked` also with a Freshdesk key that is no valid one: its contacts wait. */
  readonly way: Way;
  readonly injixoApiKey: string;
  /** Null: not sent. */
  readonly injixoIntegrationId: number | null;
  /** Empty: none is entered, or an invalid one. */
  readonly freshdeskApiKey: string;
  readonly channelMapping: ChannelMapping;
  /** Milliseconds since 1970; null: no history is imported. */
  readonly historyFrom: number | null;
  /** Null: nobody is notified. */
  readonly alertEmail: string | null;
  /** Without a slash at its end. */
  readonly injixoApiUrl: string;
}

/** An invalid field, and a sentence that says what to do. */
export interface Mistake {
  readonly field: SettingsField;
  readonly reason: string;
}

/** The settings, and all mistakes in them. */
export interface ParsedSettings {
  /** False: nothing can be delivered. */
  readonly ok: boolean;
  /** An invalid field counts as not entered; an invalid key is empty. */
  readonly value: Settings;
  /** In the order of the install page. Any of them refuses an installation. */
  readonly mistakes: readonly Mistake[];
  /** A short checksum of each field's text, by which a change is noticed. */
  readonly sums: Readonly<Record<SettingsField, number>>;
}

const DEFAULT_INJIXO_API_URL = 'https://api.injixo.com';

/** Printable ASCII without spaces, as a header can carry. */
const KEY = /^[!-~]{1,500}$/;

/** The form of each field's text. */
const FORM: Readonly<Record<SettingsField, RegExp>> = {
  injixo_api_key: KEY,
  injixo_integration_id: /^\d{1,16}$/,
  freshdesk_api_key: KEY,
  channel_mapping: /./,
  history_from: /^\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2})?$/,
  alert_email: /^[^\s@]{1,64}@[^\s@]{1,190}$/,
  injixo_api_url: /^https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/i,
};

/** Each fits the one line that the platform shows when it refuses an installation. */
const REASON = {
  injixo_api_key: 'Enter the injixo API key as injixo showed it.',
  injixo_integration_id: 'Enter the integration ID in digits, or nothing.',
  freshdesk_api_key: 'Enter an Account Administrator’s Freshdesk key.',
  channel_mapping: 'Choose Cases or By source as the channel.',
  history_from: 'Enter a day that exists (2026-01-31), or nothing.',
  alert_email: 'Enter one e-mail address to tell, or nothing.',
  injixo_api_url: 'The injixo API address has to begin with https://.',
} as const;
export type SettingsField = keyof typeof REASON;

/** Fields that delivery does not need. A wrong guess at any other would send contacts to a wrong queue, for good. */
const DISPENSABLE: readonly SettingsField[] = ['history_from', 'alert_email'];

/** Fields that must be entered. */
const REQUIRED: readonly SettingsField[] = ['injixo_api_key'];

/** The text of a field; a number counts as its digits, anything else as empty. */
export function enteredText(iparams: unknown, key: string): string {
  const value = readField(iparams, key);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Which way the app runs with these settings. */
export function wayOf(iparams: unknown): Way {
  return enteredText(iparams, 'freshdesk_api_key').trim() === '' ? 'live' : 'checked';
}

/** A checksum of each field's text. */
export function sumSettings(iparams: unknown): ParsedSettings['sums'] {
  const fields = Object.keys(FORM) as readonly SettingsField[];
  const sums = fields.map((field) => [field, checksum(enteredText(iparams, field).trim())] as const);
  return Object.fromEntries(sums) as ParsedSettings['sums'];
}

/** Reads the install page's fields. Never throws; no reason quotes what was entered. */
export function parseSettings(iparams: unknown): ParsedSettings {
  const mistakes: Mistake[] = [];
  const read = <T>(field: SettingsField, parse: (text: string) => T | null | undefined): T | null => {
    const text = enteredText(iparams, field).trim();
    const value = FORM[field].test(text) ? (parse(text) ?? null) : null;
    const isMistake = value === null && (text !== '' || REQUIRED.includes(field));
    if (isMistake) mistakes.push({ field, reason: REASON[field] });
    return value;
  };
  const value: Settings = {
    way: wayOf(iparams),
    injixoApiKey: read('injixo_api_key', String) ?? '',
    injixoIntegrationId: read('injixo_integration_id', (text) =>
      Number.isSafeInteger(Number(text)) ? Number(text) : null,
    ),
    freshdeskApiKey: read('freshdesk_api_key', String) ?? '',
    channelMapping:
      read('channel_mapping', (text) => CHANNEL_MAPPINGS.find((each) => each === text)) ?? 'Cases',
    historyFrom: read('history_from', (text) => {
      const [day, minute = '00:00'] = text.split(' ');
      return parseInstant(`${day}T${minute}:00Z`);
    }),
    alertEmail: read('alert_email', String),
    injixoApiUrl: read('injixo_api_url', String)?.replace(/\/+$/, '') ?? DEFAULT_INJIXO_API_URL,
  };
  const ok = mistakes.every(({ field }) => DISPENSABLE.includes(field));
  return { ok, value, mistakes, sums: sumSettings(iparams) };
}

/** Fields that are of no use without a Freshdesk API key. */
export type KeyNeed = 'start_needs_key' | 'alert_needs_key';

/** What is entered in vain, because no Freshdesk API key is; in the order of the install page. */
export function keyNeeds({ way, historyFrom, alertEmail }: Settings): readonly KeyNeed[] {
  if (way === 'checked') return [];
  const starts = historyFrom === null ? [] : (['start_needs_key'] as const);
  return alertEmail === null ? starts : [...starts, 'alert_needs_key'];
}

/** Allows a scheme and a final slash, but no path, port, user or IP address. */
const HOST = /^(?:https?:\/\/)?((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,63})\/?$/;

/** The account's Freshdesk address (`https://<host>`) in any payload; `domain` in local test payloads. Null: none is named. */
export function parseFreshdeskUrl(payload: unknown): string | null {
  const given =
    readField(payload, 'currentHost', 'endpoint_urls', 'freshdesk') ?? readField(payload, 'domain');
  const found = typeof given === 'string' ? HOST.exec(given.trim().toLowerCase()) : null;
  return found === null ? null : `https://${found[1]}`;
}
