import type { LogEntry } from '../platform/app-log';
import type { Receipt } from '../injixo/source-queues';
import { parseAppLine, type AppLine } from './app-line';
import type { Line } from './line';
import { EVENT_MESSAGES, tellEvents } from './tell-events';
import { tellRun } from './tell-run';

/** Tells stretch by stretch what the app's log and injixo's receipts show. */
export type LogTeller = (log: readonly LogEntry[], receipts: readonly Receipt[]) => readonly Line[];

/** What is gathered until it is told: events together, a run when it has ended. */
interface Gathered {
  events: AppLine[];
  batches: AppLine[];
  /** How many receipts are told. */
  receipts: number;
  lastRun: string;
}

function tellGathered(gathered: Gathered): readonly Line[] {
  const text = tellEvents(gathered.events);
  const at = gathered.events[0]?.at ?? 0;
  gathered.events = [];
  return text === '' ? [] : [{ at, who: 'app', text }];
}

function tellEnd(ended: AppLine, gathered: Gathered, receipts: readonly Receipt[]): readonly Line[] {
  const taken = receipts.slice(gathered.receipts).filter(({ at }) => at <= ended.at);
  const { batches, lastRun } = gathered;
  const text = tellRun({ ended, batches, receipts: taken });
  const isNews = text !== '' && (batches.length > 0 || text !== lastRun);
  Object.assign(gathered, { batches: [], receipts: gathered.receipts + taken.length, lastRun: text });
  return isNews ? [{ at: ended.at, who: 'app', text }] : [];
}

function tellLine(line: AppLine, gathered: Gathered, receipts: readonly Receipt[]): readonly Line[] {
  if (EVENT_MESSAGES.includes(line.message)) gathered.events.push(line);
  else if (line.message === 'batch sent') gathered.batches.push(line);
  else if (line.message === 'run ended')
    return [...tellGathered(gathered), ...tellEnd(line, gathered, receipts)];
  else if (line.level !== 'info')
    return [...tellGathered(gathered), { at: line.at, who: 'app', text: `${line.level}: ${line.message}` }];
  return [];
}

/**
 * Makes a teller that puts the app's log into the words of the product, in the order of time: what events led to, what
 * runs did, and warnings as they stand. Not told: runs without anything to do, and runs that ask in vain once more.
 */
export function createLogTeller(): LogTeller {
  const gathered: Gathered = { events: [], batches: [], receipts: 0, lastRun: '' };
  let told = 0;
  return (log, receipts) => {
    const lines = log.slice(told).map(parseAppLine);
    told = log.length;
    return [...lines.flatMap((line) => tellLine(line, gathered, receipts)), ...tellGathered(gathered)];
  };
}
