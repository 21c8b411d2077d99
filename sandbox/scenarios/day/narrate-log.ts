import type { LogEntry } from '../../platform/runtime/app-log';
import type { Receipt } from '../../injixo/source-queues';
import type { Line } from './line';

/** Describes, section by section, the app's log and injixo's receipts. */
export type LogNarrator = (log: readonly LogEntry[], receipts: readonly Receipt[]) => readonly Line[];

/** Lines that are not described yet: events together, a run after its end. */
interface Gathered {
  events: AppLine[];
  batches: AppLine[];
  /** The number of described receipts. */
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
 * Creates a narrator that describes the app's log in the product's words, in chronological order: results of events,
 * runs, and warnings verbatim. Omits runs without work and runs that retry in vain.
 */
export function createLogNarrator(): LogNarrator {
  const gathered: Gathered = { events: [], batches: [], receipts: 0, lastRun: '' };
  let narrated = 0;
  return (log, receipts) => {
    const lines = log.slice(narrated).map(parseAppLine);
    narrated = log.length;
    return [...lines.flatMap((line) => narrateLine(line, gathered, receipts)), ...narrateGathered(gathered)];
  };
}

/** One parsed line of the app's log. */
interface AppLine {
  readonly at: number;
  readonly invocation: number;
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Parses a log line; one that is not JSON is its own message. */
function parseAppLine({ at, invocation, level, text }: LogEntry): AppLine {
  const place = { at, invocation, level };
  try {
    const fields = Object(JSON.parse(text)) as Record<string, unknown>;
    return { ...place, message: String(fields['message']), fields };
  } catch {
    return { ...place, message: text, fields: {} };
  }
}

const MAX_NAMED = 3;

/** Log messages of events. */
const EVENT_MESSAGES: readonly string[] = ['recorded', 'not counted'];

function narrateRecorded(ids: readonly string[]): readonly string[] {
  const different = [...new Set(ids)];
  if (different.length === 0) return [];
  const what = different.length > MAX_NAMED ? `${different.length} contacts` : different.join(', ');
  const repeats = ids.length > different.length ? ` (delivered ${ids.length} times)` : '';
  return [`recorded ${what}${repeats}, waiting`];
}

/** The app's reasons that need more words than their own. */
const REASON_WORDS: Readonly<Record<string, string>> = {
  agent: 'an agent wrote it',
  private: 'it is private',
  survey: 'it answers a survey',
  outbound: 'an agent’s e-mail opened the ticket',
  migrated: 'a migration tool wrote the ticket',
  'part of ticket': 'it only repeats the ticket',
  'not a contact': 'the ticket only changed',
};

function narrateLeftOut(reasons: readonly string[]): readonly string[] {
  const words = [...new Set(reasons)].map((reason) => REASON_WORDS[reason] ?? reason);
  return words.length === 0 ? [] : [`left out: ${words.join(', ')}`];
}

/** The results of some events; a contact that is left out may still be in the outbox. */
function narrateEvents(lines: readonly AppLine[]): string {
  const leftOut = lines.filter(({ message }) => message === 'not counted');
  const leftOutIn = new Set(leftOut.map(({ invocation }) => invocation));
  const ids = lines
    .filter(({ message, invocation }) => message === 'recorded' && !leftOutIn.has(invocation))
    .map(({ fields }) => String(fields['contactId']))
    // What is recorded of a ticket or a group besides is no contact.
    .filter((id) => !/^(?:fact|name):/.test(id));
  const reasons = leftOut.map(({ fields }) => String(fields['reason']));
  return [...narrateRecorded(ids), ...narrateLeftOut(reasons)].join('; ');
}

const MAX_QUEUES_NAMED = 2;

/** The data of an ended run. */
interface EndedRun {
  readonly ended: AppLine;
  readonly batches: readonly AppLine[];
  /** The contacts of it that injixo accepted. */
  readonly receipts: readonly Receipt[];
}

function narrateQueues(receipts: readonly Receipt[]): string {
  const names = [...new Set(receipts.map(({ queueName }) => queueName))];
  return names.length > MAX_QUEUES_NAMED ? `${names.length} queues` : names.join(', ');
}

const sizeOf = ({ fields }: AppLine): number => Number(fields['batchSize']);

function narrateBatches(batches: readonly AppLine[], receipts: readonly Receipt[]): readonly string[] {
  const sent = batches.map(sizeOf).reduce((sum, size) => sum + size, 0);
  const refused = batches.filter(({ fields }) => fields['outcome'] !== 'accepted');
  const kept = refused.map((batch) => `${sizeOf(batch)} ${String(batch.fields['outcome'])} and kept`);
  if (receipts.length === 0) return [`sent ${sent}`, ...kept];
  const accepted = receipts.length < sent ? `${receipts.length} accepted` : 'accepted';
  return [`sent ${sent}, ${accepted}: ${narrateQueues(receipts)}`, ...kept];
}

/** Describes a run; nothing if it had no work. */
function narrateRun({ ended, batches, receipts }: EndedRun): string {
  const waiting = Number(ended.fields['waiting'] ?? 0);
  if (batches.length > 0)
    return [...narrateBatches(batches, receipts), ...(waiting > 0 ? [`${waiting} waiting`] : [])].join('; ');
  const isAsking = ['probe', 'paused'].includes(String(ended.fields['mode']));
  return isAsking ? 'checks injixo: not ready; nothing is sent, all is kept' : '';
}
