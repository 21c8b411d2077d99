import { createFormat } from '../../language/format';
import type { DayAnswer, DaysAnswer } from '../../../../server/page-contract';
import { daysBars, dayBars as pairBars, hoursOf, ticksThatFit, type Bounds, type Chosen } from './bars';

const HOUR = 3_600_000;
const FORMAT = createFormat('de', 'Europe/Berlin');
const LATER = Date.parse('2030-01-01T00:00:00Z');
const ALWAYS = { beginsAt: 0, completeUntil: LATER, now: LATER };

function dayFrom(from: string, hours: number, more: Partial<DayAnswer> = {}): DayAnswer {
  const start = Date.parse(from);
  return {
    day: 'any',
    from: start,
    to: start + hours * HOUR,
    slotMinutes: 15,
    queues: [
      {
        identifier: 'a',
        name: 'A',
        place: 0,
        slots: [
          [0, 1],
          [4, 2],
          [5, 3],
        ],
      },
      { identifier: 'b', name: 'B', place: 1, slots: [[4, 10]] },
    ],
    repaired: [[5, 1]],
    ...more,
  };
}

function dayBars(answer: DayAnswer, chosen: Chosen, minutes: number, bounds: Bounds, format: typeof FORMAT) {
  return pairBars({ answer, weekAgo: null }, chosen, minutes, bounds, format);
}

const PLAIN = dayFrom('2026-11-04T23:00:00Z', 24);

it('sums the slots of an hour, of one queue or of all', () => {
  const [first, second] = dayBars(PLAIN, [], 60, ALWAYS, FORMAT);
  expect([first?.count, second?.count, second?.repaired]).toEqual([1, 15, 1]);
  expect(dayBars(PLAIN, ['b'], 60, ALWAYS, FORMAT)[1]).toMatchObject({ count: 10, repaired: 0 });
  expect(dayBars(PLAIN, ['gone'], 60, ALWAYS, FORMAT).every(({ count }) => count === 0)).toBe(true);
});

it('has a bar for each quarter of an hour, every third hour named', () => {
  const bars = dayBars(PLAIN, [], 15, ALWAYS, FORMAT);

  expect(bars).toHaveLength(96);
  expect(bars[4]).toMatchObject({ label: '01:00 – 01:15', count: 12, tick: '' });
  expect(bars.filter(({ tick }) => tick !== '').map(({ tick }) => tick)).toEqual(
    ['00', '03', '06', '09', '12', '15', '18', '21'].map((hour) => `${hour}:00`),
  );
});

it.each([
  ['all where there is room', 'de', 1000, [0, 3, 6, 9, 12, 15, 18, 21]],
  ['every second on a phone', 'de', 260, [0, 6, 12, 18]],
  ['every third where the hours are longer', 'en', 260, [0, 9, 18]],
] as const)('names hours below the bars: %s', (_what, language, width, hours) => {
  const bars = dayBars(PLAIN, [], 60, ALWAYS, createFormat(language, 'Europe/Berlin'));

  expect(ticksThatFit(bars, width)).toEqual(hours);
});

it.each([
  ['loses an hour', '2026-03-28T23:00:00Z', 23, ['00:00', '01:00', '03:00', '04:00']],
  ['has an hour twice', '2026-10-24T22:00:00Z', 25, ['00:00', '01:00', '02:00', '02:00', '03:00']],
])('is right on the night that %s', (_name, from, hours, begins) => {
  const day = dayFrom(from, hours);
  const bars = dayBars(day, [], 60, ALWAYS, FORMAT);

  expect(hoursOf(day)).toBe(hours);
  expect(bars).toHaveLength(hours);
  expect(bars.slice(0, begins.length).map(({ label }) => label.slice(0, 5))).toEqual(begins);
  expect(new Set(bars.map(({ label }) => label)).size).toBe(hours);
});

it.each([
  [15, [4, 7]],
  [60, [1]],
])('marks the bars of %i minutes that are not fully counted', (minutes, marked) => {
  const bars = dayBars(dayFrom('2026-11-04T23:00:00Z', 24, { atLeast: [4, 7] }), [], minutes, ALWAYS, FORMAT);

  expect([...bars.keys()].filter((index) => bars[index]?.atLeast)).toEqual(marked);
});

it('marks what is not complete yet and what lies before the data', () => {
  const bounds = { beginsAt: PLAIN.from + 2 * HOUR, completeUntil: PLAIN.from + 4.5 * HOUR, now: LATER };
  const gaps = dayBars(PLAIN, [], 60, bounds, FORMAT).map(({ gap }) => gap);

  expect(gaps.slice(0, 6)).toEqual(['before', 'before', null, null, 'after', 'after']);
  expect(dayBars(PLAIN, [], 60, { ...bounds, completeUntil: null }, FORMAT)[3]?.gap).toBe('after');
});

describe('several days', () => {
  const days: DaysAnswer = {
    days: ['2026-11-03', '2026-11-04', '2026-11-05'],
    queues: [
      { identifier: 'a', name: 'A', counts: [1, 2, 3] },
      { identifier: 'b', name: 'B', counts: [10, 0, 0] },
    ],
    repaired: [0, 4, 0],
    atLeast: ['2026-11-04'],
  };

  it('sums the queues and marks the days', () => {
    const bounds = {
      beginsAt: Date.parse('2026-11-03T22:59:00Z'),
      completeUntil: Date.parse('2026-11-04T23:30:00Z'),
      now: LATER,
    };
    const bars = daysBars(days, [], days.days[0] ?? '', bounds, FORMAT);

    expect(bars.map(({ count, repaired, gap, atLeast }) => [count, repaired, gap, atLeast])).toEqual([
      [11, 0, null, false],
      [2, 4, null, true],
      [3, 0, 'after', false],
    ]);
    expect(
      daysBars(days, ['b'], days.days[0] ?? '', { ...bounds, beginsAt: bounds.beginsAt + HOUR }, FORMAT)[0],
    ).toMatchObject({
      count: 10,
      gap: 'before',
    });
  });

  it('names as many days as there is room for', () => {
    const many = { ...days, days: [...Array(35).keys()].map((day) => `2026-10-${10 + (day % 20)}`) };

    expect(
      daysBars(many, [], many.days[0] ?? '', ALWAYS, FORMAT).filter(({ tick }) => tick !== ''),
    ).toHaveLength(7);
  });
});

it('has the parts of several queues in their order, and their sum', () => {
  const [, second] = dayBars(PLAIN, ['b', 'a'], 60, ALWAYS, FORMAT);

  expect(second).toMatchObject({ count: 15, parts: [10, 5], repaired: 0 });
  expect(dayBars(PLAIN, [], 60, ALWAYS, FORMAT)[1]?.parts).toEqual([]);
});

it('does not call missing what is still to come', () => {
  const bounds = { beginsAt: 0, completeUntil: PLAIN.from + HOUR, now: PLAIN.from + 1.5 * HOUR };

  expect(
    dayBars(PLAIN, [], 60, bounds, FORMAT)
      .slice(0, 4)
      .map(({ gap }) => gap),
  ).toEqual([null, 'after', 'ahead', 'ahead']);
});

describe('a week earlier', () => {
  it('is the same time of the same queues', () => {
    const weekAgo = dayFrom('2026-10-28T23:00:00Z', 24);
    const bars = pairBars({ answer: PLAIN, weekAgo }, ['a'], 60, ALWAYS, FORMAT);

    expect(bars.slice(0, 3).map((bar) => bar.weekAgo)).toEqual([1, 5, 0]);
    expect(dayBars(PLAIN, [], 60, ALWAYS, FORMAT)[0]?.weekAgo).toBeNull();
  });

  it('goes by the clock where the clocks changed between', () => {
    // 29 March 2026 has no 02:00 in Berlin.
    const weekAgo = dayFrom('2026-03-28T23:00:00Z', 23);
    const answer = dayFrom('2026-04-04T22:00:00Z', 24);
    const bars = pairBars({ answer, weekAgo }, [], 60, ALWAYS, FORMAT);

    expect(bars.slice(0, 4).map((bar) => bar.weekAgo)).toEqual([1, 15, null, 0]);
  });

  it('is in the same answer for several days', () => {
    const days = [...Array(9).keys()].map((index) => `2026-11-0${index + 1}`);
    const counts = days.map((_, index) => index);
    const answer = { days, queues: [{ identifier: 'a', name: 'A', counts }], repaired: [] };
    const bars = daysBars(answer, [], '2026-11-08', ALWAYS, FORMAT);

    expect(bars.map(({ count, weekAgo }) => [count, weekAgo])).toEqual([
      [7, 0],
      [8, 1],
    ]);
  });
});
