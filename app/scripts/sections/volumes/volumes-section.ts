import { asyncPlace, type AsyncPlace } from '../async-place.ts';
import { csvButton } from '../csv-button.ts';
import { firstDay, keptDays } from '../day-box.ts';
import { element } from '../../dom/element.ts';
import { shiftDay } from '../../language/shift-day.ts';
import type { Answer, PageParts, Section } from '../page-parts.ts';
import type { DayAnswer, DaysAnswer } from '../../../../server/page-contract';
import { dayBars, daysBars, hoursOf, type Bar, type Bounds, type DayPair } from './bars.ts';
import { barRows, barsTable, barWords } from './bars-table.ts';
import { drawChart, type Chart } from './chart.ts';
import { createChoices, type Choices, type Wanted } from './choices.ts';
import { QUEUE_COLORS } from './queue-colors.ts';

/** While the page has no operations to spare for the week before, it asks again after this time. */
const ASK_AGAIN_MS = 20_000;

/** An imported history is counted by days, not by intervals. */
function boundsOf(parts: PageParts, isWithHistory: boolean): Bounds {
  const overview = parts.overview();
  const now = parts.now();
  if (overview === null) return { beginsAt: 0, completeUntil: null, now };
  const { installedAt, completeUntil, history } = overview;
  const isImported = isWithHistory && history?.state === 'done';
  return { beginsAt: isImported ? history.from : installedAt, completeUntil, now };
}

/** What is drawn, and of what. */
interface Picture {
  readonly bars: readonly Bar[];
  readonly hours: number | null;
  readonly wanted: Wanted;
}

function entry(kind: string, text: string, color?: string): HTMLElement {
  const swatch = element('span', { class: `swatch swatch-${kind}`, 'aria-hidden': 'true' });
  if (color !== undefined) swatch.style.background = color;
  return element('li', {}, swatch, text);
}

function legend({ bars, wanted }: Picture, { speaker: { say } }: PageParts): HTMLElement {
  const queues = wanted.queues.length > 1 ? wanted.queues : [];
  const entries = [
    ...queues.map(({ name, color }) => entry('queue', name, color)),
    ...(bars.some(({ weekAgo }) => weekAgo !== null) ? [entry('week-ago', say('volumes.week_ago'))] : []),
    ...(bars.some(({ gap }) => gap === 'after') ? [entry('after', say('volumes.gap.after'))] : []),
    ...(bars.some(({ gap }) => gap === 'before') ? [entry('before', say('volumes.gap.before'))] : []),
    ...(bars.some(({ atLeast }) => atLeast) ? [entry('at-least', say('volumes.at_least'))] : []),
    ...(bars.some(({ repaired }) => repaired > 0) ? [entry('repaired', say('volumes.repaired'))] : []),
  ];
  return element('ul', { class: 'legend' }, ...entries);
}

function chosenOf({ queues }: Wanted): readonly string[] {
  return queues.map(({ identifier }) => identifier);
}

function pictureOfDay(pair: DayPair, wanted: Wanted, parts: PageParts): Picture {
  const bounds = boundsOf(parts, false);
  const minutes = wanted.unit === 'hour' ? 60 : pair.answer.slotMinutes;
  const bars = dayBars(pair, chosenOf(wanted), minutes, bounds, parts.format());
  return { bars, hours: hoursOf(pair.answer), wanted };
}

function pictureOfDays(answer: DaysAnswer, wanted: Wanted, parts: PageParts): Picture {
  const bounds = boundsOf(parts, true);
  const bars = daysBars(answer, chosenOf(wanted), wanted.from, bounds, parts.format());
  return { bars, hours: null, wanted };
}

/** The days or the day that are shown, for the file's name. */
function periodOf({ unit, day, from, to }: Wanted): string {
  return unit === 'day' ? `${from}_${to}` : day;
}

/** The table, and the button that gives it as a file. */
function numbers(picture: Picture, opened: { isOpen: boolean }, parts: PageParts): Node[] {
  const { say } = parts.speaker;
  const { bars, wanted } = picture;
  const table = { bars, names: wanted.queues.map(({ name }) => name) };
  const period = periodOf(wanted);
  const of = table.names.length === 0 ? [say('volumes.total')] : table.names;
  const title = `${say('volumes.title')}: ${of.join(' + ')}, ${period} (${parts.format().zone})`;
  const content = () => ({ name: `volumes-${period}`, title, rows: barRows(table, parts) });
  return [barsTable(table, opened, parts), csvButton(content, parts)];
}

/** The sum of what is shown, in words. */
function sumWords(bars: readonly Bar[], { speaker: { say } }: PageParts): string {
  const count = bars.reduce((sum, bar) => sum + bar.count, 0);
  if (bars.some(({ atLeast }) => atLeast)) return say('volumes.sum.at_least', { count });
  return count === 0 ? say('volumes.empty') : say('volumes.sum', { count });
}

/** Draws one picture after the other. */
function createPainter(parts: PageParts): (picture: Picture) => Node[] {
  const { say } = parts.speaker;
  const drawn: { chart: Chart | null } = { chart: null };
  const opened = { isOpen: false };
  const paint = (place: HTMLElement, status: HTMLElement, { bars, wanted }: Picture): void => {
    const sum = status.textContent;
    const onPoint = (bar: Bar | null): void => {
      status.textContent = bar === null ? sum : barWords(bar, parts);
    };
    const own = wanted.queues.map(({ color }) => color);
    const colors = own.length === 0 ? [QUEUE_COLORS[0]] : own;
    drawChart(place, bars, { count: (value) => parts.format().count(value), onPoint, colors })
      .then((made) => {
        drawn.chart = made;
      })
      .catch(() => place.replaceChildren(element('p', { class: 'problem', text: say('volumes.no_chart') })));
  };
  return (picture) => {
    drawn.chart?.remove();
    drawn.chart = null;
    const { bars, hours } = picture;
    const status = element('p', { class: 'chart-status', text: sumWords(bars, parts) });
    const place = element('div', { class: 'chart', role: 'img', 'aria-label': say('volumes.alt') });
    window.requestAnimationFrame(() => paint(place, status, picture));
    const change =
      hours === null || hours === 24 ? [] : [element('p', { text: say('volumes.dst', { count: hours }) })];
    const title = element('h3', { text: say('volumes.title') });
    return [title, status, ...change, place, legend(picture, parts), ...numbers(picture, opened, parts)];
  };
}

/** The day a week earlier; null: there are no counts of it. */
function weekBefore(day: string, parts: PageParts, isByDays: boolean): string | null {
  const earlier = shiftDay(day, -7);
  const kept = keptDays(parts.format().dayOf(parts.now()), firstDay(parts, isByDays));
  return kept.includes(earlier) ? earlier : null;
}

interface Shown {
  readonly choices: Choices;
  readonly wanted: Wanted;
  /** False once something else is to be shown. */
  readonly isWanted: () => boolean;
}

/** Where pictures are drawn, and by what. */
interface Canvas {
  readonly place: AsyncPlace;
  readonly paint: (picture: Picture) => Node[];
  readonly parts: PageParts;
}

/** Creates what adds the week before to a day once it is there, without making anything else wait for it. */
function createWeeks({ place, paint, parts }: Canvas) {
  const weeks = new Map<string, DayAnswer>();
  const draw = (pair: DayPair, wanted: Wanted): Promise<void> =>
    place.load(
      () => Promise.resolve({ ok: true, value: { pair, wanted } } as const),
      (value) => paint(pictureOfDay(value.pair, value.wanted, parts)),
    );
  const add = async (pair: DayPair, earlier: string, shown: Shown): Promise<void> => {
    if (!shown.isWanted()) return;
    const answer = await parts.server.getDay(earlier, true);
    if (!shown.isWanted()) return;
    if (answer.ok) {
      weeks.set(earlier, answer.value);
      return draw({ ...pair, weekAgo: answer.value }, shown.wanted);
    }
    if (answer.code !== 'replaced') return;
    window.setTimeout(() => void add(pair, earlier, shown).catch(parts.fault), ASK_AGAIN_MS);
  };
  return { add, known: (day: string | null): DayAnswer | null => weeks.get(day ?? '') ?? null };
}

/** Creates what draws one day, first alone, then with the week before. */
function createShowDay(canvas: Canvas): (shown: Shown) => Promise<void> {
  const { place, paint, parts } = canvas;
  const weeks = createWeeks(canvas);
  return async (shown) => {
    const { choices, wanted } = shown;
    const earlier = weekBefore(wanted.day, parts, false);
    const known: { pair: DayPair | null } = { pair: null };
    const ask = async (): Promise<Answer<{ readonly pair: DayPair; readonly wanted: Wanted }>> => {
      const answer = await parts.server.getDay(wanted.day);
      if (!answer.ok) return answer;
      known.pair = { answer: answer.value, weekAgo: weeks.known(earlier) };
      return { ok: true, value: { pair: known.pair, wanted } };
    };
    await place.load(ask, ({ pair }) => {
      choices.offerQueues(pair.answer.queues);
      return paint(pictureOfDay(pair, wanted, parts));
    });
    if (known.pair !== null && earlier !== null) await weeks.add(known.pair, earlier, shown);
  };
}

/** Draws several days; the week before them comes in the same answer. */
function showDays({ place, paint, parts }: Canvas, { choices, wanted }: Shown): Promise<void> {
  return place.load(
    async () => {
      const from = weekBefore(wanted.from, parts, true) ?? wanted.from;
      const answer = await parts.server.getDays(from, wanted.to);
      return answer.ok ? { ok: true, value: { answer: answer.value, wanted } } : answer;
    },
    ({ answer }) => {
      choices.offerQueues(answer.queues);
      return paint(pictureOfDays(answer, wanted, parts));
    },
  );
}

/** Creates the function that draws the current selection. */
function createShow(content: HTMLElement, parts: PageParts): (choices: Choices) => Promise<void> {
  const canvas = { place: asyncPlace(content, parts), paint: createPainter(parts), parts };
  const showDay = createShowDay(canvas);
  const turns = { latest: 0 };
  return (choices) => {
    const wanted = choices.wanted();
    turns.latest += 1;
    const mine = turns.latest;
    const shown = { choices, wanted, isWanted: () => turns.latest === mine };
    if (wanted.unit !== 'day') return showDay(shown);
    if (wanted.from <= wanted.to) return showDays(canvas, shown);
    const words = parts.speaker.say('volumes.span');
    canvas.place.show(element('p', { class: 'problem', role: 'alert', text: words }));
    return Promise.resolve();
  };
}

/** The volumes of one local day per quarter or hour, or of up to 35 days. */
export function createSection(panel: HTMLElement, parts: PageParts): Section {
  const content = element('div', { class: 'card' });
  const show = createShow(content, parts);
  const shown: { choices: Choices | null } = { choices: null };
  const ready = (): Choices => {
    if (shown.choices !== null) return shown.choices;
    const made = createChoices(parts, () => {
      show(made).catch(parts.fault);
    });
    shown.choices = made;
    panel.replaceChildren(made.element, content);
    return made;
  };
  return {
    show: () => {
      const made = ready();
      made.renewDays();
      show(made).catch(parts.fault);
    },
    choose: (queue) => ready().chooseQueue(queue),
  };
}
