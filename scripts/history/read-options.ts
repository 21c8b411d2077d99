import { parseInstant } from '../../server/values/instant';
import type { ChannelMapping } from '../../server/contacts/queue';
import { helpOf, readArguments, type Command } from '../shared/command';
import { SANDBOX_FROM } from './account';

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

/** `npm run history`, in words. */
export const HISTORY = {
  name: 'npm run history',
  about:
    'Shows the queues and volumes that an import of the history would create, and writes them as CSV files. Nothing is sent.',
  options: {
    domain: { type: 'string', takes: 'example.freshdesk.com', about: 'the account' },
    sandbox: { type: 'boolean', default: false, about: 'a made-up account instead' },
    from: { type: 'string', takes: '2026-01-31', about: 'the start, in UTC; "2026-01-31 08:00" too' },
    to: { type: 'string', takes: 'folder', about: 'where the files go; otherwise build/history-<account>' },
    'by-source': { type: 'boolean', default: false, about: 'channels by source instead of cases' },
  },
  more: 'The API key is taken from FRESHDESK_API_KEY or asked for; it is never an argument.',
} as const satisfies Command;

function readFrom(given: string | undefined, isSandbox: boolean): number {
  const text = given ?? (isSandbox ? SANDBOX_FROM : '');
  const from = parseInstant(text.length === 10 ? `${text}T00:00:00Z` : `${text.replace(' ', 'T')}:00Z`);
  if (from === null)
    throw new Error('--from takes a day such as 2026-01-31, or a time such as "2026-01-31 08:00", in UTC.');
  return from;
}

/** Parses the arguments of `npm run history --`; throws a sentence about invalid ones. */
export function readHistoryOptions(args: readonly string[]): HistoryOptions {
  const { values } = readArguments(HISTORY, args);
  const from = readFrom(values.from, values.sandbox);
  const domain = values.sandbox ? undefined : values.domain;
  if (domain === undefined && !values.sandbox) throw new Error(`Which account?\n\n${helpOf(HISTORY)}`);
  return { domain, from, folder: values.to, channelMapping: values['by-source'] ? 'By source' : 'Cases' };
}
