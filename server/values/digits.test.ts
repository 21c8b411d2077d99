import { fc } from '../../test/property';
import { readDigits, writeDigits } from './digits';

it('reads back what it wrote, in so many characters', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 64 ** 5 - 1 }), (number) => {
      const text = writeDigits(number, 5);

      expect(text).toHaveLength(5);
      expect(readDigits(text)).toBe(number);
    }),
  );
});

it('reads no other text', () => {
  expect(readDigits('AA.A')).toBeNull();
});
