import type { LogEntry } from '../../platform/runtime/app-log';
import type { Receipt } from '../../injixo/source-queues';
import { parseAppLine, type AppLine } from './app-line';
import type { Line } from './line';
import { EVENT_MESSAGES, narrateEvents } from './narrate-events';
import { narrateRun } from './narrate-run';

/** Tells stretch by stretch what the app's log and injixo's receipts show. */
export type LogNarrator = (log: readonly LogEntry[], receipts: readonly Receipt[]) => readonly Line[];

/** What is gathered until it is told: events together, a run when it has ended. */
interface Gathered {
  events: AppLine[];
  batches: AppLine[];
  /** How many receipts are told. */
  receipts: number;
  lastRun: string;
}

function narrateGathered(gathered: Gathered): readonly Line[] {
  const text = narrateEvents(gathered.events);
  const at = gathered.events[0]?.at ?? 0;
  gathered.events = [];
  return text === '' ? [] : [{ at, who: 'app', text }];
}

function narrateEnd(ended: AppLine, gathered: Gathered, receipts: readonly Receipt[]): readonly Line[] {
  const taken = receipts.slice(gathered.receipts).filter(({ at }) => at <= ended.at);
  const { batches, lastRun } = gathered;
  const text = narrateRun({ ended, batches, receipts: taken });
  const isNews = text !== '' && (batches.length > 0 || text !== lastRun);
  Object.assign(gathered, { batches: [], receipts: gathered.receipts + taken.length, lastRun: text });
  return isNews ? [{ at: ended.at, who: 'app', text }] : [];
}

function narrateLine(line: AppLine, gathered: Gathered, receipts: readonly Receipt[]): readonly Line[] {
  if (EVENT_MESSAGES.includes(line.message)) gathered.events.push(line);
  else if (line.message === 'batch sent') gathered.batches.push(line);
  else if (line.message === 'run ended')
    return [...narrateGathered(gathered), ...narrateEnd(line, gathered, receipts)];
  else if (line.level !== 'info')
    return [
      ...narrateGathered(gathered),
      { at: line.at, who: 'app', text: `${line.level}: ${line.message}` },
    ];
  return [];
}

/**
 * Makes a narrator that puts the app's log into the words of the product, in the order of time: what events led to, what
 * runs did, and warnings as they stand. Not told: runs without anything to do, and runs that ask in vain once more.
 */
export function createLogNarrator(): LogNarrator {
  const gathered: Gathered = { events: [], batches: [], receipts: 0, lastRun: '' };
  let told = 0;
  return (log, receipts) => {
    const lines = log.slice(told).map(parseAppLine);
    told = log.length;
    return [...lines.flatMap((line) => narrateLine(line, gathered, receipts)), ...narrateGathered(gathered)];
  };
}
