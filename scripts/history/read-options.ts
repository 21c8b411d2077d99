import { parseArgs } from 'node:util';
import { parseInstant } from '../../server/values/instant';
import type { ChannelMapping } from '../../server/contacts/queue';
import { SANDBOX_FROM } from './account';

/** The usage of the command. */
export const USAGE = `npm run history -- --domain example.freshdesk.com --from 2026-01-01 [--to folder] [--by-source]
npm run history -- --sandbox

The API key is taken from FRESHDESK_API_KEY or asked for; it is never an argument. Nothing is sent.`;

/** The options of the command. */
export interface HistoryOptions {
  /** Undefined for the sandbox. */
  readonly domain: string | undefined;
  /** Milliseconds since 1970. */
  readonly from: number;
  /** Undefined for a folder named after the account. */
  readonly folder: string | undefined;
  readonly channelMapping: ChannelMapping;
}

const OPTIONS = {
  domain: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  sandbox: { type: 'boolean', default: false },
  'by-source': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function readFrom(given: string | undefined, isSandbox: boolean): number {
  const text = given ?? (isSandbox ? SANDBOX_FROM : '');
  const from = parseInstant(text.length === 10 ? `${text}T00:00:00Z` : `${text.replace(' ', 'T')}:00Z`);
  if (from === null)
    throw new Error('--from takes a day such as 2026-01-31, or a time such as "2026-01-31 08:00", in UTC.');
  return from;
}

/** Parses the arguments of `npm run history --`, null for `--help`; throws a sentence about invalid ones. */
export function readHistoryOptions(args: readonly string[]): HistoryOptions | null {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) return null;
  const from = readFrom(values.from, values.sandbox);
  const domain = values.sandbox ? undefined : values.domain;
  if (domain === undefined && !values.sandbox) throw new Error(`Which account?\n\n${USAGE}`);
  return { domain, from, folder: values.to, channelMapping: values['by-source'] ? 'By source' : 'Cases' };
}
