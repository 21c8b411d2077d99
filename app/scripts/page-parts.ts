import type { Format } from './catalogue/format.ts';
import type { Speaker } from './catalogue/speak.ts';
import type { Overview } from './functions/answers.ts';
import type { ServerFunctions } from './functions/server-functions.ts';

/** The tabs of the page, by the ends of their elements' ids. */
export const SECTIONS = [
  'overview',
  'queues',
  'volumes',
  'difference',
  'held',
  'history',
  'settings',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** What every section of the page is given. */
export interface PageParts {
  readonly server: ServerFunctions;
  readonly speaker: Speaker;
  /** Writes in the account's time zone, as far as it is known by now. */
  format(): Format;
  overview(): Overview | null;
  now(): number;
  /** Reads the overview again and shows it. */
  refresh(): Promise<void>;
  open(section: SectionName): void;
  /** Shows that something failed which nobody expected. */
  fault(): void;
}

/** A section of the page. */
export interface Section {
  /** It came into view. */
  show?(): void;
  /** There is a new overview. */
  update?(overview: Overview): void;
}
