import { asyncPlace } from '../async-place.ts';
import { element } from '../../dom/element.ts';
import type { Format } from '../../language/format.ts';
import type { Key } from '../../language/catalogue.ts';
import type { PageParts, Section } from '../page-parts.ts';
import type { DifferenceAnswer } from '../../../../server/page-contract';
import { dayBox, type DayBox } from '../day-box.ts';
import { needsKey } from '../needs-key.ts';
import { csvButton, type CsvContent } from '../csv-button.ts';
import { analyticsCard } from './analytics-card.ts';
import { card, line, table } from './cards.ts';
import { explain, type Step } from './explain.ts';
import { queueRows, queuesCard } from './queues-card.ts';

const STEP_WORDS: Readonly<Record<Exclude<Step['kind'], 'left out'>, Key>> = {
  injixo: 'difference.injixo',
  replies: 'difference.minus_replies',
  'unknown replies': 'difference.minus_unknown_replies',
  unknown: 'difference.minus_unknown',
  thrown: 'difference.thrown',
  expected: 'difference.expected',
  freshdesk: 'difference.freshdesk',
  rest: 'difference.rest',
};

const STRONG: ReadonlySet<Step['kind']> = new Set(['injixo', 'expected', 'freshdesk']);

function stepWords({ kind, reason }: Step, { say, sayCode }: PageParts['speaker']): string {
  return kind === 'left out'
    ? say('difference.plus', { reason: sayCode('reason', reason) })
    : say(STEP_WORDS[kind]);
}

function stepLine(step: Step, parts: PageParts): HTMLElement {
  return line(stepWords(step, parts.speaker), parts.format().count(step.count), STRONG.has(step.kind));
}

const INJIXO_LINES = [
  ['difference.tickets', 'tickets'],
  ['difference.replies', 'replies'],
  ['difference.unknown_tickets', 'unknownTickets'],
  ['difference.unknown_replies', 'unknownReplies'],
] as const satisfies readonly (readonly [Key, keyof DifferenceAnswer['injixo']])[];

function injixoTable({ injixo }: DifferenceAnswer, sum: number, parts: PageParts): HTMLElement {
  const { say } = parts.speaker;
  const format = parts.format();
  return table(
    [
      ...INJIXO_LINES.map(([key, kind]) => line(say(key), format.count(injixo[kind]))),
      line(say('difference.sum'), format.count(sum), true),
    ],
    parts,
  );
}

function leftOutTable({ leftOut }: DifferenceAnswer, parts: PageParts): HTMLElement {
  const { say, sayCode } = parts.speaker;
  const counted = leftOut.filter(({ count }) => count > 0);
  if (counted.length === 0) return element('p', { text: say('difference.left_out.none') });
  return table(
    counted.map(({ reason, count }) => line(sayCode('reason', reason), parts.format().count(count))),
    parts,
  );
}

function conclusion(rest: number | null, { speaker }: PageParts): string {
  const { say } = speaker;
  if (rest === null) return say('difference.not_looked');
  if (rest === 0) return say('difference.explained');
  return rest < 0 ? say('difference.more', { count: -rest }) : say('difference.unexplained', { count: rest });
}

function isWithin(day: string, ms: number, { dayOf }: Format): boolean {
  return dayOf(ms) === day && dayOf(ms - 1) === day;
}

/**
 * A notice if Freshdesk's figures start within the day but an imported history covers all of it, so the two cannot be
 * compared. Null if they can.
 */
function partFrom({ countedFrom, day }: DifferenceAnswer, parts: PageParts): number | null {
  const isImported = (parts.overview()?.history?.startedFrom ?? null) !== null;
  return isImported && countedFrom !== null && isWithin(day, countedFrom, parts.format())
    ? countedFrom
    : null;
}

function whenRead(answer: DifferenceAnswer, parts: PageParts): Node[] {
  const { say } = parts.speaker;
  const format = parts.format();
  const { lookedAt, countedFrom, day } = answer;
  const lines = [
    ...(lookedAt === null ? [] : [say('difference.looked', { time: format.moment(lookedAt) })]),
    ...(countedFrom !== null && isWithin(day, countedFrom, format)
      ? [say('difference.counted_from', { time: format.time(countedFrom) })]
      : []),
  ];
  return lines.map((text) => element('p', { class: 'muted', text }));
}

function bridge(answer: DifferenceAnswer, parts: PageParts): Node[] {
  const { steps, rest } = explain(answer);
  const rows = steps.map((step) => stepLine(step, parts));
  const words = conclusion(rest, parts);
  return [
    ...(rows.length === 0 ? [] : [table(rows, parts)]),
    element('p', { class: rest === 0 ? 'good-news' : 'outcome', text: words }),
    ...whenRead(answer, parts),
  ];
}

function draw(answer: DifferenceAnswer, parts: PageParts): Node[] {
  const { say } = parts.speaker;
  const { contacts, rest } = explain(answer);
  const from = partFrom(answer, parts);
  const partial = { time: from === null ? '' : parts.format().time(from) };
  const compared =
    from === null
      ? bridge(answer, parts)
      : [element('p', { class: 'outcome', text: say('difference.partial', partial) })];
  return [
    element(
      'div',
      { class: 'cards' },
      card(
        say('difference.injixo'),
        injixoTable(answer, contacts, parts),
        ...(answer.atLeast === true ? [element('p', { text: say('difference.at_least') })] : []),
      ),
      card(say('difference.bridge'), ...compared),
      ...(rest === null || from !== null
        ? []
        : [
            element(
              'div',
              { class: 'card-stack' },
              card(say('difference.left_out'), leftOutTable(answer, parts)),
              ...analyticsCard(answer, parts),
            ),
          ]),
    ),
    ...(from === null ? queuesCard(answer, parts) : []),
    csvButton(() => fileOf(answer, parts), parts),
  ];
}

/** Injixo's sums, the steps to Freshdesk's number, and the queues, as rows of a spreadsheet. */
function fileOf(answer: DifferenceAnswer, parts: PageParts): CsvContent {
  const { speaker } = parts;
  const { say } = speaker;
  const { day, injixo } = answer;
  const { steps, contacts } = explain(answer);
  const isCompared = partFrom(answer, parts) === null;
  return {
    name: `compare-${day}`,
    title: `${say('difference.title')}: ${day} (${parts.format().zone})`,
    rows: [
      [say('difference.item'), say('difference.count')],
      ...INJIXO_LINES.map(([key, kind]) => [say(key), injixo[kind]]),
      [say('difference.sum'), contacts],
      ...(isCompared ? steps.map((each) => [stepWords(each, speaker), each.count]) : []),
      ...(isCompared ? queueRows(answer, parts) : []),
    ],
  };
}

/** Explains why a day's numbers in injixo differ from those of Freshdesk. */
export function createSection(panel: HTMLElement, parts: PageParts): Section {
  const { server, speaker, fault } = parts;
  const { say } = speaker;
  const content = element('div');
  const place = asyncPlace(content, parts);
  const shown: { day: DayBox | null } = { day: null };
  const load = (day: DayBox): void => {
    place
      .load(
        () => server.getDifference(day.value()),
        (answer) => draw(answer, parts),
      )
      .catch(fault);
  };
  const ready = (): DayBox => {
    if (shown.day !== null) return shown.day;
    const day = dayBox(say('difference.day'), parts, () => load(day));
    // Yesterday: the daily recheck has already read Freshdesk's lists for it.
    day.chooseAgo(1);
    shown.day = day;
    const intro = element('p', { text: say('difference.intro') });
    const title = element('h3', { text: say('difference.title') });
    panel.replaceChildren(title, intro, element('div', { class: 'choices' }, day.element), content);
    return day;
  };
  return {
    show: () => {
      if (parts.overview()?.way === 'live') {
        shown.day = null;
        return panel.replaceChildren(needsKey('difference.needs_key', speaker));
      }
      const day = ready();
      day.renew();
      load(day);
    },
  };
}
