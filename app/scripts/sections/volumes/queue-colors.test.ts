import { createQueueColors, QUEUE_COLORS } from './queue-colors';

const NAMES = QUEUE_COLORS.map((_, index) => `freshdesk:${index}:1:tickets`);

it('gives each queue that is shown a colour of its own, until none is left', () => {
  const colors = createQueueColors();
  const given = NAMES.map((name, index) => colors.choose(name, NAMES.slice(0, index)));

  expect(new Set(given).size).toBe(QUEUE_COLORS.length);
  expect(colors.choose('one more', NAMES)).toBeNull();
});

it('gives a queue its colour again, whatever was shown meanwhile', () => {
  const colors = createQueueColors();
  const first = colors.choose('a', []);
  colors.choose('b', ['a']);
  colors.choose('c', ['b']);

  expect(
    colors.choose(
      'a',
      ['b', 'c'].filter((each) => colors.of(each) !== first),
    ),
  ).toBe(first);
  expect(createQueueColors().choose('a', [])).toBe(first);
});
