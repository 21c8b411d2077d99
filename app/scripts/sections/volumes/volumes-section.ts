import { asyncPlace } from '../async-place.ts';
import { element } from '../../dom/element.ts';
import type { Answer, PageParts, Section } from '../page-parts.ts';
import type { DayAnswer, DaysAnswer } from '../../../../server/page-contract';
import { dayBars, daysBars, hoursOf, type Bar, type Bounds } from './bars.ts';
import { barsTable, barWords } from './bars-table.ts';
import { drawChart, type Chart } from './chart.ts';
import { createChoices, type Choices, type Wanted } from './choices.ts';

/** An imported history is counted by days, not by intervals. */
function boundsOf(parts: PageParts, isWithHistory: boolean): Bounds {
  const overview = parts.overview();
  if (overview === null) return { beginsAt: 0, completeUntil: null };
  const { installedAt, completeUntil, history } = overview;
  const isImported = isWithHistory && history?.state === 'done';
  return { beginsAt: isImported ? history.from : installedAt, completeUntil };
}

function legend(bars: readonly Bar[], { speaker }: PageParts): HTMLElement {
  const { say } = speaker;
  const entry = (kind: string, text: string): HTMLElement =>
    element('li', {}, element('span', { class: `swatch swatch-${kind}`, 'aria-hidden': 'true' }), text);
  const entries = [
    ...(bars.some(({ gap }) => gap === 'after') ? [entry('after', say('volumes.gap.after'))] : []),
    ...(bars.some(({ gap }) => gap === 'before') ? [entry('before', say('volumes.gap.before'))] : []),
    ...(bars.some(({ atLeast }) => atLeast) ? [entry('at-least', say('volumes.at_least'))] : []),
    ...(bars.some(({ repaired }) => repaired > 0) ? [entry('repaired', say('volumes.repaired'))] : []),
  ];
  return element('ul', { class: 'legend' }, ...entries);
}

/** An answer together with the request for it: another queue of the same day is another picture. */
function withWanted<T>(
  answer: Answer<T>,
  wanted: Wanted,
): Answer<{ readonly answer: T; readonly wanted: Wanted }> {
  return answer.ok ? { ok: true, value: { answer: answer.value, wanted } } : answer;
}

interface Picture {
  readonly bars: readonly Bar[];
  readonly hours: number | null;
}

function pictureOfDay(answer: DayAnswer, wanted: Wanted, parts: PageParts): Picture {
  const bounds = boundsOf(parts, false);
  const minutes = wanted.unit === 'hour' ? 60 : answer.slotMinutes;
  return { bars: dayBars(answer, wanted.queue, minutes, bounds, parts.format()), hours: hoursOf(answer) };
}

function pictureOfDays(answer: DaysAnswer, wanted: Wanted, parts: PageParts): Picture {
  const bounds = boundsOf(parts, true);
  return { bars: daysBars(answer, wanted.queue, bounds, parts.format()), hours: null };
}

/** Draws one picture after the other. */
function createPainter(parts: PageParts): (picture: Picture) => Node[] {
  const { say } = parts.speaker;
  const drawn: { chart: Chart | null } = { chart: null };
  const paint = (place: HTMLElement, status: HTMLElement, bars: readonly Bar[], sum: string): void => {
    const onPoint = (bar: Bar | null): void => {
      status.textContent = bar === null ? sum : barWords(bar, parts.speaker);
    };
    drawChart(place, bars, { count: (value) => parts.format().count(value), onPoint })
      .then((made) => {
        drawn.chart = made;
      })
      .catch(() => place.replaceChildren(element('p', { class: 'problem', text: say('volumes.no_chart') })));
  };
  return ({ bars, hours }) => {
    drawn.chart?.remove();
    drawn.chart = null;
    const count = bars.reduce((sum, bar) => sum + bar.count, 0);
    const words = bars.some(({ atLeast }) => atLeast) ? 'volumes.sum.at_least' : 'volumes.sum';
    const sum = count === 0 && words === 'volumes.sum' ? say('volumes.empty') : say(words, { count });
    const status = element('p', { class: 'chart-status', text: sum });
    const place = element('div', { class: 'chart', role: 'img', 'aria-label': say('volumes.alt') });
    window.requestAnimationFrame(() => paint(place, status, bars, sum));
    const change =
      hours === null || hours === 24 ? [] : [element('p', { text: say('volumes.dst', { count: hours }) })];
    return [
      element('h3', { text: say('volumes.title') }),
      status,
      ...change,
      place,
      legend(bars, parts),
      barsTable(bars, parts),
    ];
  };
}

/** Creates the function that draws the current selection. */
function createShow(content: HTMLElement, parts: PageParts): (choices: Choices) => Promise<void> {
  const { server, speaker } = parts;
  const place = asyncPlace(content, parts);
  const paint = createPainter(parts);
  return (choices) => {
    const wanted = choices.wanted();
    if (wanted.unit === 'day' && wanted.from > wanted.to) {
      place.show(element('p', { class: 'problem', role: 'alert', text: speaker.say('volumes.span') }));
      return Promise.resolve();
    }
    if (wanted.unit === 'day') {
      return place.load(
        async () => withWanted(await server.getDays(wanted.from, wanted.to), wanted),
        ({ answer }) => {
          choices.offerQueues(answer.queues);
          return paint(pictureOfDays(answer, wanted, parts));
        },
      );
    }
    return place.load(
      async () => withWanted(await server.getDay(wanted.day), wanted),
      ({ answer }) => {
        choices.offerQueues(answer.queues);
        return paint(pictureOfDay(answer, wanted, parts));
      },
    );
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
