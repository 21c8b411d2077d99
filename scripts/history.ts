/**
 * `npm run history`: the import of the history as the app does it, from a terminal, against a real account or the sandbox.
 * It sends nothing: it shows the queues and volumes that would be created and writes them as CSV files.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import type { ContactEvent } from '../server/contacts/contact-event';
import { formatInstant, parseInstant } from '../server/values/instant';
import type { ChannelMapping } from '../server/contacts/queue';
import { type HistoryView, HISTORY_PROBLEMS, startProblem } from '../server/history/history-view';
import { realAccount, SANDBOX_FROM, sandboxAccount, type Account } from './history/account';
import { dryRun } from './history/dry-run';
import { createQueueSums, formatLimits, type QueueSums } from './history/summary';
import { createCsvWriter } from './history/write-csv';

const USAGE = `npm run history -- --domain example.freshdesk.com --from 2026-01-01 [--to folder] [--by-source]
npm run history -- --sandbox

The API key is taken from FRESHDESK_API_KEY or asked for; it is never an argument. Nothing is sent.`;

const OPTIONS = {
  domain: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  sandbox: { type: 'boolean', default: false },
  'by-source': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

function readFrom(text: string | undefined, isSandbox: boolean): number {
  const given = text ?? (isSandbox ? SANDBOX_FROM : '');
  const from = parseInstant(given.length === 10 ? `${given}T00:00:00Z` : `${given.replace(' ', 'T')}:00Z`);
  if (from === null)
    throw new Error('--from takes a day such as 2026-01-31, or a time such as "2026-01-31 08:00", in UTC.');
  return from;
}

function openAccount(domain: string | undefined, isSandbox: boolean): Promise<Account> {
  if (isSandbox) return sandboxAccount();
  if (domain === undefined) throw new Error(`Which account?\n\n${USAGE}`);
  return realAccount(domain);
}

function createBar(): { show: (view: HistoryView) => void; stop: () => void } {
  const format =
    '  {bar} {percentage}% | {tickets} tickets, {contacts} contacts | {calls} calls | {left} min left';
  const bar = new SingleBar({ format, hideCursor: true, noTTYOutput: false });
  bar.start(1, 0, { tickets: 0, contacts: 0, calls: 0, left: '?' });
  return {
    show: ({ tickets, contacts, calls, minutesLeft, plan, state }) => {
      const total = Math.max(plan?.changed ?? 0, tickets, 1);
      bar.setTotal(total);
      const left = state === 'done' ? 0 : (minutesLeft ?? '?');
      bar.update(state === 'done' ? total : tickets, { tickets, contacts, calls, left });
    },
    stop: () => bar.stop(),
  };
}

function problemSentence(view: HistoryView | null): string | null {
  const problem = view?.problem ?? null;
  return problem === null ? null : HISTORY_PROBLEMS[problem.code];
}

interface Shown {
  readonly view: HistoryView;
  readonly sums: QueueSums;
  readonly files: readonly string[];
  readonly folder: string;
}

function print({ view, sums, files, folder }: Shown): void {
  const [from, until] = [view.from, view.until].map(formatInstant);
  console.log(`\n${sums.contacts()} contacts from ${from} to ${until} (UTC)`);
  console.log(problemSentence(view) ?? sums.table());
  console.log(formatLimits(view));
  console.log(`\nCSV files: ${files.length}, in ${folder}`);
}

async function play(
  account: Account,
  from: number,
  channelMapping: ChannelMapping,
  folder: string,
): Promise<Shown> {
  const csv = createCsvWriter(folder);
  const sums = createQueueSums();
  const bar = createBar();
  const onContacts = (events: readonly ContactEvent[]): void => {
    csv.add(events);
    sums.add(events);
  };
  const view = await dryRun({ ...account, from, channelMapping, onContacts, onProgress: bar.show }).finally(
    bar.stop,
  );
  if (view?.state !== 'done') throw new Error(problemSentence(view) ?? 'The import did not begin.');
  return { view, sums, files: csv.files(), folder };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) return console.log(USAGE);
  const from = readFrom(values.from, values.sandbox);
  const account = await openAccount(values.domain, values.sandbox);
  try {
    const problem = startProblem(from, account.now());
    if (problem !== null) throw new Error(HISTORY_PROBLEMS[problem]);
    const folder = path.resolve(values.to ?? `history-${account.name}`);
    print(await play(account, from, values['by-source'] ? 'By source' : 'Cases', folder));
  } finally {
    await account.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
