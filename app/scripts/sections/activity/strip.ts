import { drawing, element } from '../../dom/element.ts';
import type { PageParts } from '../page-parts.ts';
import { CELL_MS, type Cell, type CellLight } from './strip-cells.ts';

/** Units of the picture, whose width is that of a day. */
const CELL = 10;
const WIDTH = 960;
const BARS = 60;
const LIGHTS = 36;
/** The worse the light, the taller its cell, for people who cannot distinguish the colours; no run is an empty frame. */
const HEIGHTS: Readonly<Record<CellLight, number>> = { good: 8, late: 20, bad: 34, none: 8 };
const TONES = ['good', 'late', 'bad', 'none'] as const;

function drawCell({ at, accepted, light }: Cell, x: number, most: number, parts: PageParts): SVGElement {
  const { speaker, format } = parts;
  const { say } = speaker;
  const span = { from: format().time(at, true), to: format().time(at + CELL_MS, true) };
  const words = { ...span, count: accepted, light: say(`activity.light.${light}`) };
  const height = most === 0 ? 0 : Math.ceil((accepted / most) * (BARS - 4));
  const tall = HEIGHTS[light];
  return drawing(
    'g',
    {},
    drawing('title', { text: say('activity.strip.cell', words) }),
    drawing('rect', { x, y: 0, width: CELL, height: BARS + LIGHTS, fill: 'transparent' }),
    drawing('rect', { class: 'strip-bar', x: x + 1, y: BARS - height, width: CELL - 2, height }),
    drawing('rect', {
      class: `strip-${light}`,
      x: x + 1,
      y: BARS + LIGHTS - tall,
      width: CELL - 2,
      height: tall,
    }),
  );
}

function legend({ speaker }: PageParts): HTMLElement {
  const entries = TONES.map((tone) => {
    const tall = HEIGHTS[tone];
    const sample = drawing('rect', {
      class: `strip-${tone}`,
      x: 1,
      y: LIGHTS - tall,
      width: CELL - 2,
      height: tall,
    });
    const sign = drawing('svg', { viewBox: `0 0 ${CELL} ${LIGHTS}`, 'aria-hidden': 'true' }, sample);
    return element('li', {}, sign, speaker.say(`activity.light.${tone}`));
  });
  return element('ul', { class: 'strip-legend' }, ...entries);
}

/** Draws the last 24 hours: contacts accepted as bars, and under each the worst light of its 15 minutes. */
export function drawStrip(cells: readonly Cell[], parts: PageParts): Node[] {
  const { say } = parts.speaker;
  const most = Math.max(0, ...cells.map(({ accepted }) => accepted));
  const countOf = (tone: CellLight): number => cells.filter(({ light }) => light === tone).length;
  const label = say('activity.strip.label', {
    accepted: cells.reduce((sum, { accepted }) => sum + accepted, 0),
    ...Object.fromEntries(TONES.map((tone) => [tone, countOf(tone)])),
  });
  const first = WIDTH - cells.length * CELL;
  const picture = drawing(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${BARS + LIGHTS}`,
      preserveAspectRatio: 'none',
      class: 'strip',
      role: 'img',
      'aria-label': label,
    },
    ...cells.map((cell, nth) => drawCell(cell, first + nth * CELL, most, parts)),
    drawing('line', { class: 'strip-line', x1: 0, x2: WIDTH, y1: BARS, y2: BARS }),
  );
  const end = (cells[cells.length - 1]?.at ?? parts.now()) + CELL_MS;
  const hours = [24, 18, 12, 6, 0].map((ago) =>
    element('span', { text: parts.format().time(end - ago * 4 * CELL_MS) }),
  );
  return [
    element('h3', { text: say('activity.strip') }),
    picture,
    element('div', { class: 'strip-hours muted', 'aria-hidden': 'true' }, ...hours),
    element('p', { class: 'muted', text: say('activity.strip.bars', { most }) }),
    legend(parts),
  ];
}
