import { asyncPlace } from '../async-place.ts';
import { element } from '../../dom/element.ts';
import type { Format } from '../../language/format.ts';
import type { Key } from '../../language/catalogue.ts';
import type { PageParts, Section } from '../page-parts.ts';
import type { DifferenceAnswer } from '../../../../server/page-contract';
import { dayBox, type DayBox } from '../day-box.ts';
import { needsKey } from '../needs-key.ts';
import { explain, type Step } from './explain.ts';

const STEP_WORDS: Readonly<Record<Exclude<Step['kind'], 'left out'>, Key>> = {
  injixo: 'difference.injixo',
  replies: 'difference.minus_replies',
  unknown: 'difference.minus_unknown',
  thrown: 'difference.thrown',
  expected: 'difference.expected',
  freshdesk: 'difference.freshdesk',
  rest: 'difference.rest',
};

const STRONG: ReadonlySet<Step['kind']> = new Set(['injixo', 'expected', 'freshdesk']);

function line(label: string, count: string, isStrong = false): HTMLElement {
  return element(
    'tr',
    { class: isStrong ? 'strong' : '' },
    element('th', { scope: 'row', text: label }),
    element('td', { class: 'number', text: count }),
  );
}

function table(rows: readonly HTMLElement[], { speaker }: PageParts): HTMLElement {
  const heads = [
    element('th', { scope: 'col', text: speaker.say('difference.item') }),
    element('th', { scope: 'col', class: 'number', text: speaker.say('difference.count') }),
  ];
  return element(
    'table',
    { class: 'table sums' },
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  );
}

function stepLine({ kind, reason, count }: Step, parts: PageParts): HTMLElement {
  const { say, sayCode } = parts.speaker;
  const label =
    kind === 'left out'
      ? say('difference.plus', { reason: sayCode('reason', reason) })
      : say(STEP_WORDS[kind]);
  return line(label, parts.format().count(count), STRONG.has(kind));
}

function injixoTable({ injixo }: DifferenceAnswer, sum: number, parts: PageParts): HTMLElement {
  const { say } = parts.speaker;
  const format = parts.format();
  return table(
    [
      line(say('difference.tickets'), format.count(injixo.tickets)),
      line(say('difference.replies'), format.count(injixo.replies)),
      line(say('difference.unknown_tickets'), format.count(injixo.unknownTickets)),
      line(say('difference.unknown_replies'), format.count(injixo.unknownReplies)),
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

function conclusion(rest: number | null, { day }: DifferenceAnswer, parts: PageParts): string {
  const { say } = parts.speaker;
  if (rest === null)
    return isBeforeInstallation(day, parts) ? say('difference.before') : say('difference.not_looked');
  if (rest === 0) return say('difference.explained');
  return rest < 0 ? say('difference.more', { count: -rest }) : say('difference.unexplained', { count: rest });
}

function isBeforeInstallation(day: string, parts: PageParts): boolean {
  const installedAt = parts.overview()?.installedAt;
  return installedAt !== undefined && day < parts.format().dayOf(installedAt);
}

function card(title: string, ...content: readonly Node[]): HTMLElement {
  return element('section', { class: 'card' }, element('h3', { text: title }), ...content);
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
  const words = conclusion(rest, answer, parts);
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
        : [card(say('difference.left_out'), leftOutTable(answer, parts))]),
    ),
  ];
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
