import { isZone } from '../values/calendar';
import { readField } from '../values/read-field';
import { ALLOWED, type Allowed } from './support-fields';

/**
 * The file for support. Invariant: it copies only the fields that ALLOWED names, and of these only numbers, booleans, nulls,
 * this app's codes and the name of a time zone. So it holds no text from Freshdesk, injixo or the install page, and no id of a ticket or contact.
 */

/** The contents of the file; `unknown` is as stored. */
export interface SupportFacts {
  /** Milliseconds. */
  readonly at: number;
  readonly version: string;
  readonly settings: object;
  readonly state: unknown;
  readonly inFlight: unknown;
  readonly overview: unknown;
  readonly orders: unknown;
  readonly schedule: SupportSchedule;
  readonly limits: object;
  /** Keys that could not be read, each with its error code. */
  readonly unread: readonly Readonly<Record<string, string>>[];
}

/** The recurring schedule; `found` is null when the platform did not answer. */
export interface SupportSchedule {
  readonly found: boolean | null;
  readonly everyMinutes: number | null;
  readonly cutOver: number | null;
  /** When it was made anew because it was gone or did not fire; null: never. */
  readonly madeAt: number | null;
}

const CODE = /^[a-z][a-z_]{0,40}(?: [a-z-]{1,20}){0,2}$/;

/** The value if it is a number, boolean, null or code. */
function copyPlain(value: unknown): unknown {
  const isCode = typeof value === 'string' && CODE.test(value);
  const isPlain = value === null || typeof value === 'number' || typeof value === 'boolean';
  return isCode || isPlain ? value : undefined;
}

/** What is told of a value that is allowed by a word. */
const COPY_AS: Readonly<Record<Extract<Allowed, string>, (value: unknown) => unknown>> = {
  count: (value) => (Array.isArray(value) ? value.length : undefined),
  zone: (value) => (typeof value === 'string' && isZone(value) ? value : undefined),
};

/** The allowed part of a value; undefined when there is none. */
function copy(value: unknown, allowed: Allowed): unknown {
  if (allowed === true || value === null) return copyPlain(value);
  if (typeof allowed === 'string') return COPY_AS[allowed](value);
  if (Array.isArray(value)) return value.map((each) => copy(each, allowed) ?? null);
  if (typeof value !== 'object') return undefined;
  const parts = Object.entries(allowed).map(([name, part]) => [name, copy(readField(value, name), part)]);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined)) as object;
}

/** The file. Commands are only counted: their fields name held batches. */
export function makeSupportFile(facts: SupportFacts): Readonly<Record<string, unknown>> {
  const { at, version, settings, schedule, orders, limits, unread } = facts;
  const commands = typeof orders === 'object' && orders !== null ? Object.keys(orders) : [];
  return {
    v: 1,
    at,
    versions: { app: version, state: copy(readField(facts.state, 'v'), true) ?? null },
    settings,
    schedule,
    state: copy(facts.state, ALLOWED.state) ?? null,
    inFlight: copy(facts.inFlight, ALLOWED.inFlight) ?? null,
    overview: copy(facts.overview, ALLOWED.overview) ?? null,
    orders: commands.filter((field) => field !== 'v').length,
    limits,
    unread,
  };
}
