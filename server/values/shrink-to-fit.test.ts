import { shrinkToFit } from './shrink-to-fit';

const half = (text: string): string => text.slice(0, text.length / 2);

it.each([
  ['fits', 10, 10],
  ['is too large', 9, 4],
  ['is much too large', 5, 2],
  ['is too large for all steps', 1, 2],
])('takes the steps that it needs when a value %s', (_when, bytes, length) => {
  expect(shrinkToFit('x'.repeat(8), [half, half], bytes)).toHaveLength(length === 10 ? 8 : length);
});
