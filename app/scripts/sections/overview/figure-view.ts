import type { Format } from '../../language/format.ts';
import type { Speaker } from '../../language/speak.ts';
import type { Key } from '../../language/catalogue.ts';
import type { SectionName } from '../page-parts.ts';
import type { Overview } from '../../../../server/page-contract';

/** A figure with its label and, where there is one, the tab with the list behind it. */
export interface Figure {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly notes: readonly string[];
  readonly link: { readonly label: string; readonly section: SectionName } | null;
  /** Whether the figure needs attention. */
  readonly isWarning: boolean;
}

interface Link {
  readonly label: Key;
  readonly section: SectionName;
}

interface Recipe {
  readonly name: string;
  readonly label: Key;
  readonly meaning: Key;
  readonly value: (overview: Overview, format: Format) => string;
  readonly more?: (overview: Overview, speaker: Speaker) => readonly string[];
  readonly link?: Link | ((overview: Overview) => Link | undefined);
  readonly isWarning?: (overview: Overview) => boolean;
  /** True: nothing without a Freshdesk key. */
  readonly needsKey?: true;
}

const DAY_MS = 86_400_000;

const TO_QUEUES = { label: 'figure.link.queues', section: 'queues' } as const;
const TO_VOLUMES = { label: 'figure.link.volumes', section: 'volumes' } as const;
const TO_HELD = { label: 'figure.link.held', section: 'held' } as const;
const TO_NAMES = { label: 'figure.link.names', section: 'names' } as const;
const TO_DIFFERENCE = { label: 'figure.link.difference', section: 'difference' } as const;

function dueWords({ due }: Overview, { say }: Speaker): readonly string[] {
  return due > 0 ? [say('figure.waiting.due', { count: due })] : [];
}

const REASONS = ['names', 'facts', 'sending'] as const;

/** How many are due, and what those wait for that no run can get. */
function waitingWords(overview: Overview, speaker: Speaker): readonly string[] {
  const reasons = REASONS.flatMap((reason) => {
    const count = overview.waits?.[reason].contacts ?? 0;
    return count > 0 ? [speaker.say(`figure.waiting.${reason}`, { count })] : [];
  });
  return [...dueWords(overview, speaker), ...reasons];
}

/** First what needs a decision or waits, then today, then the rest. */
const RECIPES: readonly Recipe[] = [
  {
    name: 'unclear',
    label: 'figure.unclear',
    meaning: 'figure.unclear.meaning',
    value: ({ unclear }, format) => format.count(unclear),
    link: TO_HELD,
    isWarning: ({ unclear }) => unclear > 0,
  },
  {
    name: 'parked',
    label: 'figure.parked',
    meaning: 'figure.parked.meaning',
    value: ({ parked }, format) => format.count(parked),
    link: TO_HELD,
    isWarning: ({ parked }) => parked > 0,
  },
  {
    name: 'waiting',
    label: 'figure.waiting',
    meaning: 'figure.waiting.meaning',
    value: ({ waiting }, format) => format.count(waiting),
    more: waitingWords,
    link: ({ waits }) => ((waits?.names.contacts ?? 0) > 0 ? TO_NAMES : undefined),
  },
  {
    name: 'today',
    label: 'figure.today',
    meaning: 'figure.today.meaning',
    value: ({ today }, format) => format.count(today?.accepted),
    link: TO_VOLUMES,
  },
  {
    name: 'median',
    label: 'figure.median',
    meaning: 'figure.median.meaning',
    value: ({ today }, format) => format.seconds(today?.medianSeconds),
  },
  {
    name: 'worst',
    label: 'figure.worst',
    meaning: 'figure.worst.meaning',
    value: ({ today }, format) => format.seconds(today?.worstSeconds),
  },
  {
    name: 'week',
    label: 'figure.week',
    meaning: 'figure.week.meaning',
    value: ({ accepted7Days }, format) => format.count(accepted7Days),
    link: TO_VOLUMES,
  },
  {
    name: 'last',
    label: 'figure.last',
    meaning: 'figure.last.meaning',
    value: ({ lastAcceptedAt }, format) => format.moment(lastAcceptedAt),
  },
  {
    name: 'repaired',
    label: 'figure.repaired',
    meaning: 'figure.repaired.meaning',
    value: ({ repaired }, format) => format.count(repaired),
    link: TO_VOLUMES,
    needsKey: true,
  },
  {
    name: 'left-out',
    label: 'figure.left_out',
    meaning: 'figure.left_out.meaning',
    value: ({ leftOut }, format) => format.count(leftOut),
    link: ({ way }) => (way === 'live' ? undefined : TO_DIFFERENCE),
  },
  {
    name: 'queues',
    label: 'figure.queues',
    meaning: 'figure.queues.meaning',
    value: ({ queues }, format) => format.count(queues),
    link: TO_QUEUES,
  },
];

function toFigure(recipe: Recipe, overview: Overview, speaker: Speaker, format: Format): Figure {
  const { name, label, meaning, value, more, isWarning } = recipe;
  const link = typeof recipe.link === 'function' ? recipe.link(overview) : recipe.link;
  return {
    name,
    label: speaker.say(label),
    value: value(overview, format),
    notes: [speaker.say(meaning), ...(more?.(overview, speaker) ?? [])],
    link: link === undefined ? null : { ...link, label: speaker.say(link.label) },
    isWarning: isWarning?.(overview) ?? false,
  };
}

/** True until injixo has a contact, and on the first day as long as names are missing. */
export function isNew({ accepted, lastRunAt, installedAt, unnamed = [] }: Overview): boolean {
  return accepted === 0 || (unnamed.length > 0 && lastRunAt - installedAt < DAY_MS);
}

/** What a new account has figures of, when they are more than 0. */
const OF_NEW: ReadonlySet<string> = new Set(['unclear', 'parked', 'waiting']);

/** The figures in display order; a dash means unknown. Before the first contact, only what is held or waits. */
export function figuresOf(overview: Overview, speaker: Speaker, format: Format): readonly Figure[] {
  const recipes = RECIPES.filter(({ needsKey }) => needsKey !== true || overview.way !== 'live');
  const figures = recipes.map((recipe) => toFigure(recipe, overview, speaker, format));
  if (overview.accepted > 0) return figures;
  return figures.filter(({ name, value }) => OF_NEW.has(name) && value !== format.count(0));
}

function lostWords({ lost }: Overview, { say }: Speaker, format: Format): readonly string[] {
  if (lost === undefined || lost === null) return [];
  const { records, contacts, at } = lost;
  const time = format.moment(at);
  return [say('figure.complete.record_lost', { count: records, contacts: format.count(contacts), time })];
}

/** What was passed over because it cannot be read. */
function unreadableWords({ unreadable }: Overview, { say }: Speaker, format: Format): readonly string[] {
  const { rows, at, records } = unreadable ?? { rows: 0, at: null, records: 0 };
  const time = format.moment(at);
  return [
    ...(rows > 0 ? [say('figure.complete.unreadable_rows', { count: rows, time })] : []),
    ...(records > 0 ? [say('figure.complete.unreadable_records', { count: records })] : []),
  ];
}

function recheckWords({ deepEndedAt }: Overview, { say }: Speaker, format: Format): string {
  if (typeof deepEndedAt !== 'number') return say('figure.complete.no_deep');
  return say('figure.complete.deep', { time: format.moment(deepEndedAt) });
}

/** To what *complete until* leaves out: held contacts first, then tickets that are set aside. */
function linkOf(held: number, setAside: number, { say }: Speaker): Figure['link'] {
  if (held > 0) return { label: say('light.open.held'), section: 'held' };
  return setAside > 0 ? { label: say('figure.link.set_aside'), section: 'overview' } : null;
}

/** What *complete until* leaves out: held contacts, and tickets that are set aside. */
function leftOutWords(held: number, setAside: number, { say }: Speaker): readonly string[] {
  const heldWords =
    held > 0 ? say('figure.complete.held', { count: held }) : say('figure.complete.none_held');
  return setAside > 0 ? [heldWords, say('figure.complete.set_aside', { count: setAside })] : [heldWords];
}

/** That nothing is checked, said once, in place of *complete until*. */
function liveFigure(held: number, lost: readonly string[], { say }: Speaker): Figure {
  const heldWords = held > 0 ? [say('figure.complete.held', { count: held })] : [];
  return {
    name: 'complete',
    label: say('figure.live'),
    value: say('figure.live.value'),
    notes: [say('figure.live.meaning'), say('needs_key.how'), ...heldWords, ...lost],
    link: held > 0 ? { label: say('light.open.held'), section: 'held' } : null,
    isWarning: held > 0 || lost.length > 0,
  };
}

/** Since when the data is checked, where the key came later than the app. */
function checkedWords(overview: Overview, { say }: Speaker, format: Format): readonly string[] {
  const { checkedFrom = null, checkedUntil, installedAt } = overview;
  if (checkedFrom === null || checkedFrom <= installedAt) return [];
  const span = { from: format.moment(checkedFrom), until: format.moment(checkedUntil) };
  return [say('figure.complete.checked', span)];
}

/** That an import that was started is not done; a cancelled one has not covered all of it. */
function importWords({ history }: Overview, { say }: Speaker): readonly string[] {
  const isWhole = history === null || history.startedFrom === null || history.state === 'done';
  return isWhole ? [] : [say('figure.complete.history')];
}

/** A moment with its zone, for whoever reads this figure alone. */
function inZone(ms: number | null, format: Format): string {
  return ms === null ? format.moment(ms) : `${format.moment(ms)} (${format.zone})`;
}

/** Until when the data is complete, with notes on held contacts and the last daily recheck; live only, what it cannot say. */
export function completeFigure(overview: Overview, speaker: Speaker, format: Format): Figure {
  const { say } = speaker;
  const held = overview.unclear + overview.parked;
  const lost = [...lostWords(overview, speaker, format), ...unreadableWords(overview, speaker, format)];
  if (overview.way === 'live') return liveFigure(held, lost, speaker);
  const { length: count } = overview.setAside ?? [];
  const store = overview.entityStoreAvailable === false ? [say('figure.complete.no_store')] : [];
  return {
    name: 'complete',
    label: say('figure.complete'),
    value: inZone(overview.completeUntil, format),
    notes: [
      say('figure.complete.meaning'),
      ...checkedWords(overview, speaker, format),
      ...importWords(overview, speaker),
      ...leftOutWords(held, count, speaker),
      ...lost,
      recheckWords(overview, speaker, format),
      ...store,
    ],
    link: linkOf(held, count, speaker),
    isWarning: held > 0 || lost.length > 0,
  };
}
