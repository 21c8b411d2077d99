import { keepColours, largestFirst } from './client/bars';

const queues = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `queue ${n}`);

it('gives each queue of a chart a colour of its own', () => {
  const colours = keepColours(new Map(), queues(9));

  expect(new Set(colours.values()).size).toBe(9);
  expect(Math.max(...colours.values())).toBeLessThan(9);
});

it('leaves a queue its colour, whatever else the chart shows and in whatever order', () => {
  const first = keepColours(new Map(), ['a', 'b', 'c']);
  const later = keepColours(first, ['d', 'c', 'a']);
  const again = keepColours(later, ['b', 'd']);

  expect([later.get('a'), later.get('c')]).toEqual([first.get('a'), first.get('c')]);
  expect([again.get('b'), again.get('d')]).toEqual([first.get('b'), later.get('d')]);
});

it('never shows two queues in one colour, also when more queues were seen than there are colours', () => {
  let colours: ReadonlyMap<string, number> = new Map();
  for (const shown of [queues(9), queues(15).slice(6), queues(20).slice(11), queues(9)]) {
    colours = keepColours(colours, shown);
    expect(new Set(shown.map((queue) => colours.get(queue))).size).toBe(9);
  }
});

it('sums what no colour is left for', () => {
  const series = queues(12).map((identifier, n) => ({
    identifier,
    name: identifier,
    offered: [n],
    colour: 0,
  }));
  const shown = largestFirst(series);

  expect(shown).toHaveLength(10);
  expect(shown.at(-1)).toEqual({ identifier: '', name: '3 other queues', offered: [3], colour: 9 });
});
