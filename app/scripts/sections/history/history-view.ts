import type { Format } from '../../language/format.ts';
import type { Speaker } from '../../language/speak.ts';
import type {
  History,
  HistoryAction,
  HistoryPlan,
  ImportCommand,
  Overview,
  PlannedSpan,
} from '../../../../server/page-contract';

/** What stops or takes up an import that was started. */
export type Command = Exclude<HistoryAction, 'start'>;

/** The texts about a plan that waits for a person, and the question to answer before it is started. */
export interface PlanWords {
  /** What is started. */
  readonly span: { readonly from: number; readonly until: number };
  /** Left out of a first plan: the import's own heading says it. */
  readonly title: string;
  readonly plan: readonly string[];
  readonly question: string;
  readonly answers: readonly string[];
  readonly ask: string;
}

/** The texts about the import. */
export interface HistoryWords {
  readonly state: string;
  readonly span: string;
  /** What follows the period under way. */
  readonly queued: string;
  readonly planned: PlanWords | null;
  /** 0 to 1; null while unknown. */
  readonly share: number | null;
  readonly shareWords: string;
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  readonly plan: readonly string[];
  readonly problem: string;
  readonly outOfReach: readonly string[];
  readonly commands: readonly Command[];
}

const COMMANDS: Readonly<Record<History['state'], readonly Command[]>> = {
  planned: [],
  running: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  cancelled: ['resume'],
  done: [],
};

const STOPPED: Readonly<Partial<Record<Command, History['state']>>> = {
  pause: 'paused',
  cancel: 'cancelled',
};

/**
 * True once the import is in the state that the command leads to. Resume is done once the import is in none of the stopped
 * states, a start once that time was started.
 */
export function isCarriedOut(asked: ImportCommand, history: History | null): boolean {
  if (history === null) return false;
  const { state, startedFrom } = history;
  if (asked.command === 'start') return startedFrom !== null && startedFrom <= asked.from;
  const wanted = STOPPED[asked.command];
  return wanted === undefined ? !Object.values(STOPPED).includes(state) : state === wanted;
}

/** The completed share, by the time span read so far, which only grows. */
export function shareOf({ state, from, until, doneUntil }: History): number | null {
  if (state === 'done') return 1;
  if (doneUntil === null) return null;
  return Math.min(1, Math.max(0, (doneUntil - from) / Math.max(1, until - from)));
}

function leftWords({ state, minutesLeft }: History, { say }: Speaker, format: Format): string {
  if (state === 'done' || state === 'cancelled') return '–';
  if (minutesLeft === null) return say('history.left.unknown');
  return say('history.left.soon', { time: format.seconds(Math.max(1, minutesLeft) * 60) });
}

function planWords(
  { tickets, changed, contacts, gap, minutes }: HistoryPlan,
  { say }: Speaker,
  format: Format,
): string[] {
  return [
    say('history.plan.tickets', { count: tickets }),
    say('history.plan.changed', { count: changed }),
    say('history.plan.contacts', { count: aboutCount(contacts) }),
    ...(gap === null || gap === 0 ? [] : [say('history.plan.gap', { count: gap })]),
    say('history.plan.minutes', { time: format.seconds(Math.max(1, minutes) * 60) }),
  ];
}

/** A number with two digits that count: a plan only estimates. */
function aboutCount(count: number): number {
  return Number(count.toPrecision(2));
}

/** The plan that a person may start; null: there is none, or its start in the settings cannot be. */
function planToStart(history: History): PlannedSpan | null {
  if (history.problem?.code.startsWith('start_') === true) return null;
  const { startedFrom, from, until, plan, next } = history;
  return startedFrom === null ? { from, until, plan } : next;
}

/** True when a person may start exactly this span. */
export function isPlanned(
  { from, until }: Pick<PlannedSpan, 'from' | 'until'>,
  history: History | null,
): boolean {
  const planned = history === null ? null : planToStart(history);
  return planned !== null && planned.from === from && planned.until === until;
}

/** Describes a plan that waits for a person. */
function wordsOfPlan(history: History, speaker: Speaker, format: Format): PlanWords | null {
  const { say } = speaker;
  const planned = planToStart(history);
  if (planned === null) return null;
  const { from, until, plan } = planned;
  const span = { from: inBothZones(from, format), until: format.moment(until) };
  return {
    span: { from, until },
    title: history.startedFrom === null ? '' : say('history.next', span),
    plan: plan === null ? [say('history.plan.unknown')] : planWords(plan, speaker, format),
    question: say('history.start.question', span),
    answers: [say('history.start.look'), say('history.start.shown'), say('history.start.not_shown')],
    ask: say('history.start.ask', span),
  };
}

/** What the import counts; a plan has nothing to count yet. */
function figuresOf(history: History, speaker: Speaker, format: Format): HistoryWords['figures'] {
  const { say } = speaker;
  if (history.startedFrom === null) return [];
  return [
    { label: say('history.tickets'), value: format.count(history.tickets) },
    { label: say('history.contacts'), value: format.count(history.contacts) },
    { label: say('figure.queues'), value: format.count(history.queues) },
    { label: say('history.calls'), value: format.count(history.calls) },
    { label: say('history.left'), value: leftWords(history, speaker, format) },
  ];
}

/** What follows the period under way: the time before it, once that was started too. */
function queuedWords({ startedFrom, from }: History, { say }: Speaker, format: Format): string {
  const isQueued = startedFrom !== null && startedFrom < from;
  return isQueued ? say('history.queued', { from: inBothZones(startedFrom, format) }) : '';
}

/** Describes the import. */
export function historyWords(history: History, speaker: Speaker, format: Format): HistoryWords {
  const { say, sayCode } = speaker;
  const { state, from, until, plan, problem, startedFrom } = history;
  const share = startedFrom === null ? null : shareOf(history);
  return {
    state: say(`history.state.${state}`),
    span: say('history.span', { from: inBothZones(from, format), until: format.moment(until) }),
    share,
    shareWords: share === null ? '' : say('history.percent', { percent: format.percent(share) }),
    queued: queuedWords(history, speaker, format),
    planned: wordsOfPlan(history, speaker, format),
    figures: figuresOf(history, speaker, format),
    plan: plan === null || startedFrom === null ? [] : planWords(plan, speaker, format),
    problem: problem === null ? '' : sayCode('problem', problem.code),
    outOfReach: history.outOfReach.map((code) => sayCode('reach', code)),
    commands: COMMANDS[state],
  };
}

const MINUTE_MS = 60_000;

/** What to do before the app is installed again. Empty while an import is unfinished: no start date is right then. */
export function againWords(
  { history, nextStart = null }: Pick<Overview, 'history' | 'nextStart'>,
  { say }: Speaker,
  format: Format,
): string {
  const isUnfinished = history !== null && history.startedFrom !== null && history.state !== 'done';
  if (isUnfinished) return '';
  return nextStart === null
    ? say('history.againLater')
    : say('history.again', { time: startText(nextStart), local: inZone(wholeMinute(nextStart), format) });
}

/** A contact of the current minute would count twice. */
function wholeMinute(ms: number): number {
  return Math.ceil(ms / MINUTE_MS) * MINUTE_MS;
}

function inZone(ms: number, { moment, zone }: Format): string {
  return `${moment(ms)} ${zone}`;
}

/** A start as the account's clock shows it, and as it is entered, in UTC. */
function inBothZones(ms: number, format: Format): string {
  return /^(?:Etc\/)?UTC$/.test(format.zone)
    ? inZone(ms, format)
    : `${inZone(ms, format)} (${startText(ms)} UTC)`;
}

/** A moment in the form of the start setting (UTC), rounded up to a full minute. */
export function startText(ms: number): string {
  return new Date(wholeMinute(ms)).toISOString().slice(0, 16).replace('T', ' ');
}
