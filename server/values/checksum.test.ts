import { fc } from '../../test/property';
import { checksum } from './checksum';

it.each([
  ['', (0x1c9dc5 & 0xffff) ^ 0x811c],
  ['a', (0xe40c292c >>> 16) ^ (0xe40c292c & 0xffff)],
  ['foobar', (0xbf9cf968 >>> 16) ^ (0xbf9cf968 & 0xffff)],
])('folds the FNV-1a hash of %p', (text, expected) => {
  expect(checksum(text)).toBe(expected);
});

it('is the same for the same text, and has at most 16 bits', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(checksum(text)).toBe(checksum(`${text}`));
      expect(checksum(text)).toBeGreaterThanOrEqual(0);
      expect(checksum(text)).toBeLessThan(65_536);
    }),
  );
});
