import type { Format } from '../language/format.ts';
import type { Speaker } from '../language/speak.ts';
import type {
  BatchAnswer,
  ChecksAnswer,
  DayAnswer,
  DaysAnswer,
  DifferenceAnswer,
  HeldAnswer,
  HistoryOrder,
  Overview,
  OverviewAnswer,
  QueuesAnswer,
  SupportAnswer,
} from '../../../server/page-contract';

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

/** What a function answered, or why it did not; the sentence for the code is in the catalogue. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string };

/** What a person may order about a batch. */
export type HeldOrder = 'send' | 'discard' | 'restore';
/** The server's functions. None of them ever rejects. */
export interface ServerFunctions {
  getOverview(): Promise<Answer<OverviewAnswer>>;
  getQueues(): Promise<Answer<QueuesAnswer>>;
  getDay(day: string): Promise<Answer<DayAnswer>>;
  getDays(from: string, to: string): Promise<Answer<DaysAnswer>>;
  getDifference(day: string): Promise<Answer<DifferenceAnswer>>;
  getHeld(): Promise<Answer<HeldAnswer>>;
  getBatch(number: number): Promise<Answer<BatchAnswer>>;
  orderHeld(order: HeldOrder, number: number): Promise<Answer<object>>;
  controlHistory(order: HistoryOrder): Promise<Answer<object>>;
  runNow(): Promise<Answer<object>>;
  checkSettings(): Promise<Answer<ChecksAnswer>>;
  getSupportFile(): Promise<Answer<SupportAnswer>>;
}

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
