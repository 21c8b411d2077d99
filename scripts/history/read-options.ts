import { parseArgs } from 'node:util';
import { parseInstant } from '../../server/values/instant';
import type { ChannelMapping } from '../../server/contacts/queue';
import { SANDBOX_FROM } from './account';

/** How the command is called. */
export const USAGE = `npm run history -- --domain example.freshdesk.com --from 2026-01-01 [--to folder] [--by-source]
npm run history -- --sandbox

The API key is taken from FRESHDESK_API_KEY or asked for; it is never an argument. Nothing is sent.`;

/** What is to be imported, and where its contacts are written. */
export interface HistoryOptions {
  /** Undefined for the sandbox. */
  readonly domain: string | undefined;
  /** Milliseconds since 1970. */
  readonly from: number;
  /** Undefined for a folder that is named after the account. */
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

/** Reads what stands behind `npm run history --`, null for `--help`; throws a sentence about what it does not know. */
export function readHistoryOptions(args: readonly string[]): HistoryOptions | null {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help) return null;
  const from = readFrom(values.from, values.sandbox);
  const domain = values.sandbox ? undefined : values.domain;
  if (domain === undefined && !values.sandbox) throw new Error(`Which account?\n\n${USAGE}`);
  return { domain, from, folder: values.to, channelMapping: values['by-source'] ? 'By source' : 'Cases' };
}
