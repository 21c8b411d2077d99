import { figuresOf } from './figures';

const AT = Date.parse('2026-11-22T10:00:00Z');

it('shows known figures in its own order, each with what it counts', () => {
  const figures = figuresOf({ accepted: 12345, completeUntil: AT, v: 1, mode: 'normal' });

  expect(figures.map(({ label, text }) => [label, text])).toEqual([
    ['Complete until', new Date(AT).toLocaleString()],
    ['Accepted', '12,345'],
  ]);
  expect(figures.every(({ meaning }) => meaning.endsWith('.'))).toBe(true);
});

it.each([[null], [undefined], ['text']])('shows a dash for %p', (value) => {
  expect(figuresOf({ lastAcceptedAt: value })).toMatchObject([{ text: '–' }]);
});
