import { formatFigures } from './format-figures';

describe('the figures of the overview', () => {
  it('keeps the order of the server and makes the keys readable', () => {
    const figures = formatFigures({ completeUntil: 'x', held_batches: 2 });

    expect(figures.map(({ label }) => label)).toEqual(['Complete until', 'Held batches']);
  });

  it.each([
    [null, '–'],
    ['', '–'],
    [0, '0'],
    [12345, '12,345'],
    [false, 'no'],
    [true, 'yes'],
    ['normal', 'normal'],
    ['2026-11-22T10:00:00Z', new Date('2026-11-22T10:00:00Z').toLocaleString()],
    [{ waiting: 1 }, '{"waiting":1}'],
  ])('shows %p as %p', (value, text) => {
    expect(formatFigures({ value })).toEqual([{ label: 'Value', text }]);
  });
});
