import type { Format } from '../language/format.ts';
import type { Speaker } from '../language/speak.ts';
import type {
  ActivityAnswer,
  BatchAnswer,
  ChecksAnswer,
  DayAnswer,
  DaysAnswer,
  DifferenceAnswer,
  HeldAnswer,
  ImportCommand,
  Light,
  NamedQueue,
  NamesAnswer,
  Naming,
  Overview,
  OverviewAnswer,
  QueuesAnswer,
  SupportAnswer,
} from '../../../server/page-contract';

/** The tabs of the page; the ids of their elements end in these names. */
export const SECTIONS = [
  'overview',
  'queues',
  'names',
  'volumes',
  'difference',
  'held',
  'activity',
  'history',
  'settings',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** The answer of a function, or the code of its failure; the catalogue has the sentence. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: string };

/** Commands for a batch. */
export type HeldCommand = 'send' | 'discard' | 'restore';
/** The server's functions. None of them ever rejects. */
export interface ServerFunctions {
  getOverview(): Promise<Answer<OverviewAnswer>>;
  getActivity(part: number): Promise<Answer<ActivityAnswer>>;
  getQueues(): Promise<Answer<QueuesAnswer>>;
  /** `isOnlyNow`: answered with the code `replaced` if something else would have to wait for it. */
  getDay(day: string, isOnlyNow?: boolean): Promise<Answer<DayAnswer>>;
  getDays(from: string, to: string): Promise<Answer<DaysAnswer>>;
  getDifference(day: string): Promise<Answer<DifferenceAnswer>>;
  getHeld(): Promise<Answer<HeldAnswer>>;
  getBatch(number: number): Promise<Answer<BatchAnswer>>;
  runHeldCommand(command: HeldCommand, number: number): Promise<Answer<object>>;
  controlHistory(asked: ImportCommand): Promise<Answer<object>>;
  getNames(): Promise<Answer<NamesAnswer>>;
  saveNames(names: readonly Naming[]): Promise<Answer<object>>;
  runNow(): Promise<Answer<object>>;
  checkSettings(): Promise<Answer<ChecksAnswer>>;
  getSupportFile(): Promise<Answer<SupportAnswer>>;
}

/** Everything a section needs. */
export interface PageParts {
  readonly server: ServerFunctions;
  readonly speaker: Speaker;
  /** Formats in the account's time zone, as far as it is known. */
  format(): Format;
  overview(): Overview | null;
  /** The light as the server decided it; null while it is not known. */
  light(): Light | null;
  /** The account's address in Freshdesk; null while it is not known. */
  freshdeskUrl(): string | null;
  now(): number;
  /** Loads the texts that the page does not open with. */
  loadTexts(): Promise<void>;
  /** Loads the overview again and shows it. */
  refresh(): Promise<void>;
  open(section: SectionName): void;
  /** Opens the volumes with this queue selected. */
  openQueue(queue: NamedQueue): void;
  /** Shows that an unexpected error occurred. */
  fault(): void;
}

/** A section of the page. */
export interface Section {
  /** The section has come into view. */
  show?(): void;
  /** The overview has changed. */
  update?(overview: Overview): void;
  /** Shows figures that this browser kept, because none could be loaded; null: takes them away. */
  recall?(overview: Overview | null): void;
  /** Selects a queue before the section is shown. */
  choose?(queue: NamedQueue): void;
}

/** Fills a section's panel; every section's module but the overview's exports one. */
export type CreateSection = (panel: HTMLElement, parts: PageParts) => Section;
