/**
 * `npm run history`: runs the app's import of the history from a terminal, against a real account or the sandbox. It
 * sends nothing: it shows the queues and volumes that would be created and writes them as CSV files.
 */
import path from 'node:path';
import { SingleBar } from 'cli-progress';
import type { ContactEvent } from '../../server/contacts/contact-event';
import { formatInstant } from '../../server/values/instant';
import type { ChannelMapping } from '../../server/contacts/queue';
import { HISTORY_PROBLEMS, startProblem, type HistoryView } from '../../server/history/history-view';
import { realAccount, sandboxAccount, type Account } from './account';
import { dryRun } from './dry-run';
import { runCommand } from '../shared/command';
import { HISTORY, readHistoryOptions } from './read-options';
import { createQueueSums, formatLimits, type QueueSums } from './summary';
import { createCsvWriter, formulaWarning } from './write-csv';

interface Progress {
  readonly show: (view: HistoryView) => void;
  readonly stop: () => void;
}

/** Without a terminal: a line for each tenth of the tickets. */
function createLines(): Progress {
  let shown = -1;
  return {
    show: ({ tickets, contacts, calls, plan, state }) => {
      const share = state === 'done' ? 1 : Math.min(1, tickets / Math.max(plan?.changed ?? 0, tickets, 1));
      const tenth = Math.floor(share * 10);
      if (tenth <= shown) return;
      shown = tenth;
      console.log(`${tenth * 10} %: ${tickets} tickets, ${contacts} contacts, ${calls} calls`);
    },
    stop: () => undefined,
  };
}

function createBar(): Progress {
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
  readonly formulas: readonly string[];
  readonly folder: string;
}

function print({ view, sums, files, formulas, folder }: Shown): void {
  const [from, until] = [view.from, view.until].map(formatInstant);
  console.log(`\n${sums.contacts()} contacts from ${from} to ${until} (UTC)`);
  console.log(problemSentence(view) ?? sums.table());
  console.log(formatLimits(view));
  console.log(`\nCSV files: ${files.length}, in ${folder}`);
  if (formulas.length > 0) console.warn(formulaWarning(formulas));
}

async function play(
  account: Account,
  from: number,
  channelMapping: ChannelMapping,
  folder: string,
): Promise<Shown> {
  const csv = createCsvWriter(folder);
  const sums = createQueueSums();
  const bar = process.stdout.isTTY ? createBar() : createLines();
  const onContacts = (events: readonly ContactEvent[]): void => {
    csv.add(events);
    sums.add(events);
  };
  const view = await dryRun({ ...account, from, channelMapping, onContacts, onProgress: bar.show }).finally(
    bar.stop,
  );
  if (view?.state !== 'done') throw new Error(problemSentence(view) ?? 'The import did not begin.');
  return { view, sums, files: csv.files(), formulas: csv.formulas(), folder };
}

void runCommand(HISTORY, async (args) => {
  const { domain, from, channelMapping, folder: given } = readHistoryOptions(args);
  const account = await (domain === undefined ? sandboxAccount() : realAccount(domain));
  try {
    const problem = startProblem(from, account.now());
    if (problem !== null) throw new Error(HISTORY_PROBLEMS[problem]);
    const folder = path.resolve(given ?? `build/history-${account.name}`);
    print(await play(account, from, channelMapping, folder));
  } finally {
    await account.close();
  }
});
