import type { Format } from '../../language/format.ts';
import type { Speaker } from '../../language/speak.ts';
import type { History, HistoryAction, HistoryPlan, Overview } from '../../../../server/page-contract';

/** The texts about the import. */
export interface HistoryWords {
  readonly state: string;
  readonly span: string;
  /** 0 to 1; null while unknown. */
  readonly share: number | null;
  readonly shareWords: string;
  readonly figures: readonly { readonly label: string; readonly value: string }[];
  readonly plan: readonly string[];
  readonly problem: string;
  readonly outOfReach: readonly string[];
  readonly commands: readonly HistoryAction[];
}

const COMMANDS: Readonly<Record<History['state'], readonly HistoryAction[]>> = {
  planned: ['pause', 'cancel'],
  running: ['pause', 'cancel'],
  paused: ['resume', 'cancel'],
  cancelled: ['resume'],
  done: [],
};

const STOPPED: Readonly<Partial<Record<HistoryAction, History['state']>>> = {
  pause: 'paused',
  cancel: 'cancelled',
};

/**
 * True once the import is in the state that the command leads to. Resume is done once the import is in none of the
 * stopped states.
 */
export function isCarriedOut(command: HistoryAction, history: History | null): boolean {
  if (history === null) return false;
  const wanted = STOPPED[command];
  return wanted === undefined ? !Object.values(STOPPED).includes(history.state) : history.state === wanted;
}

/** The completed share, by the time span read so far, which only grows. */
export function shareOf({ state, from, until, doneUntil }: History): number | null {
  if (state === 'done') return 1;
  if (doneUntil === null) return state === 'planned' ? 0 : null;
  return Math.min(1, Math.max(0, (doneUntil - from) / Math.max(1, until - from)));
}

function leftWords({ state, minutesLeft }: History, { say }: Speaker, format: Format): string {
  if (state === 'done' || state === 'cancelled') return '–';
  if (minutesLeft === null) return say('history.left.unknown');
  return say('history.left.soon', { time: format.seconds(Math.max(1, minutesLeft) * 60) });
}

function planWords(
  { tickets, changed, gap, minutes }: HistoryPlan,
  { say }: Speaker,
  format: Format,
): string[] {
  return [
    say('history.plan.tickets', { count: tickets }),
    say('history.plan.changed', { count: changed }),
    ...(gap === null || gap === 0 ? [] : [say('history.plan.gap', { count: gap })]),
    say('history.plan.minutes', { time: format.seconds(Math.max(1, minutes) * 60) }),
  ];
}

/** Describes the import. */
export function historyWords(history: History, speaker: Speaker, format: Format): HistoryWords {
  const { say, sayCode } = speaker;
  const { state, from, until, plan, problem } = history;
  const share = shareOf(history);
  return {
    state: say(`history.state.${state}`),
    span: say('history.span', { from: format.moment(from), until: format.moment(until) }),
    share,
    shareWords: share === null ? '' : say('history.percent', { percent: format.percent(share) }),
    figures: [
      { label: say('history.tickets'), value: format.count(history.tickets) },
      { label: say('history.contacts'), value: format.count(history.contacts) },
      { label: say('figure.queues'), value: format.count(history.queues) },
      { label: say('history.calls'), value: format.count(history.calls) },
      { label: say('history.left'), value: leftWords(history, speaker, format) },
    ],
    plan: plan === null ? [] : planWords(plan, speaker, format),
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
): string {
  if (history !== null && history.state !== 'done') return '';
  return nextStart === null
    ? say('history.againLater')
    : say('history.again', { time: startText(nextStart) });
}

/**
 * A moment in the form of the start setting (UTC). Rounds up to a full minute: contacts of the current minute would
 * count twice.
 */
export function startText(ms: number): string {
  const minute = Math.ceil(ms / MINUTE_MS) * MINUTE_MS;
  return new Date(minute).toISOString().slice(0, 16).replace('T', ' ');
}
