import { readField, readPath } from '../values/read-field';

/**
 * The file that a person downloads and sends to support. It is built field by field from numbers, booleans and this app's
 * own codes: no text that came from Freshdesk, injixo or the install page has a way into it, and no id of a ticket or contact.
 */

/** What the file is made of, as it was stored. */
export interface SupportFacts {
  /** Milliseconds. */
  readonly at: number;
  readonly version: string;
  readonly settings: object;
  readonly state: unknown;
  readonly note: unknown;
  readonly overview: unknown;
  readonly orders: unknown;
  readonly schedule: SupportSchedule;
  readonly limits: PlainFacts;
  /** Keys the store did not give, each with the code of why: their records are missing here, not there. */
  readonly unread: readonly Readonly<Record<string, string>>[];
}

/** What is known of the recurring schedule; `found` is null when the platform did not say. */
export interface SupportSchedule {
  readonly found: boolean | null;
  readonly everyMinutes: number | null;
  readonly cutOver: number | null;
}

/** Ids of tickets stand here; a place in a list says as much without them. */
const IDS = ['after', 'id'];

function failureOf(state: unknown, name: string): object | null {
  const failure = readField(state, name);
  const code = plainCode(failure, 'code');
  return code === null ? null : { code, ...plainFacts(failure) };
}

function heldOf(state: unknown, name: 'held' | 'discarded'): readonly object[] {
  return plainList(state, name).map((batch) => ({
    ...plainFacts(batch),
    reason: plainCode(batch, 'reason'),
  }));
}

const WALKS = ['live', 'spam', 'deleted', 'deep'] as const;

function scanOf(state: unknown): object {
  const scan = readField(state, 'scan');
  const walks = WALKS.map((kind) => [kind, plainFacts(readField(scan, kind), IDS)] as const);
  return {
    ...plainFacts(scan),
    lastFullScope: plainFacts(readField(scan, 'lastFullScope')),
    walks: Object.fromEntries(walks.filter(([, walk]) => Object.keys(walk).length > 0)),
  };
}

function historyOf(state: unknown): object | null {
  const history = readField(state, 'history') ?? null;
  if (history === null) return null;
  return {
    ...plainFacts(history),
    state: plainCode(history, 'state'),
    plan: plainFacts(readField(history, 'plan')),
    problem: plainCode(readField(history, 'problem'), 'code'),
  };
}

function alertOf(alert: unknown): object {
  const attempt = readField(alert, 'attempt');
  return {
    ...plainFacts(alert),
    matters: plainList(alert, 'matters').map((matter) => ({
      ...plainFacts(matter),
      code: plainCode(matter, 'code'),
    })),
    ticket: plainFacts(readField(alert, 'ticket'), IDS),
    attempt: { ...plainFacts(attempt), what: plainCode(attempt, 'what'), says: plainCode(attempt, 'says') },
  };
}

/** Lists that hold ids of contacts: how long they are is all that is told. */
const COUNTED = ['refused', 'suspects', 'triedAgain'] as const;

function countsOf(state: unknown): PlainFacts {
  const lengths = COUNTED.map((name) => [name, plainList(state, name).length] as const);
  return { ...plainFacts(readField(state, 'counters')), ...Object.fromEntries(lengths) };
}

function stateOf(state: unknown): object | null {
  if (state === undefined) return null;
  return {
    ...plainFacts(state),
    mode: plainCode(state, 'mode'),
    failure: failureOf(state, 'failure'),
    freshdeskFailure: failureOf(state, 'freshdeskFailure'),
    held: heldOf(state, 'held'),
    discarded: heldOf(state, 'discarded'),
    counters: countsOf(state),
    scan: scanOf(state),
    history: historyOf(state),
    quota: plainFacts(readField(state, 'quota')),
    keyValueOpsOfLastRun: plainList(readField(state, 'ops'), 'offsets').length,
    alert: alertOf(readField(state, 'alert')),
  };
}

function noteOf(note: unknown): object | null {
  if (note === undefined) return null;
  return {
    ...plainFacts(note),
    origin: plainCode(note, 'origin'),
    outcome: plainCode(readField(note, 'outcome'), 'kind'),
    contacts: plainList(note, 'contacts').length,
    queues: plainList(note, 'queues').length,
  };
}

function overviewOf(overview: unknown): object | null {
  if (overview === undefined) return null;
  return {
    ...plainFacts(overview),
    today: plainFacts(readField(overview, 'today')),
    use: plainFacts(readField(overview, 'use')),
  };
}

function ordersOf(orders: unknown): number {
  return Object.keys(plainFacts(orders, ['v'])).length;
}

/** The whole file. */
export function makeSupportFile(facts: SupportFacts): Readonly<Record<string, unknown>> {
  return {
    v: 1,
    at: facts.at,
    versions: { app: facts.version, state: readPath(facts.state, ['v']) ?? null },
    settings: facts.settings,
    schedule: facts.schedule,
    state: stateOf(facts.state),
    inFlight: noteOf(facts.note),
    overview: overviewOf(facts.overview),
    orders: ordersOf(facts.orders),
    limits: facts.limits,
    unread: facts.unread,
  };
}

/** What may leave the installation: numbers, booleans and nulls, under the names this app gave them. */
export type PlainFacts = Readonly<Record<string, number | boolean | null>>;

function isPlain(value: unknown): value is number | boolean | null {
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}

/** The numbers, booleans and nulls of a record, without the named fields; texts, lists and objects never come through. */
export function plainFacts(record: unknown, without: readonly string[] = []): PlainFacts {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return {};
  const entries = Object.entries(record).filter(([name, value]) => isPlain(value) && !without.includes(name));
  return Object.fromEntries(entries);
}

const CODE = /^[a-z][a-z_]{0,40}(?: [a-z-]{1,20}){0,2}$/;

/** A field's code (lower case, as this app writes them); null for any other text and for none. */
export function plainCode(record: unknown, name: string): string | null {
  const value = readField(record, name);
  return typeof value === 'string' && CODE.test(value) ? value : null;
}

/** A field's list; empty for anything else. */
export function plainList(record: unknown, name: string): readonly unknown[] {
  const value = readField(record, name);
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}
