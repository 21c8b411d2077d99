import { fc } from '../../test/property';
import { jsonBytes } from './json-bytes';

it('counts the bytes of a value as they are stored and sent', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      expect(jsonBytes({ text })).toBe(Buffer.byteLength(JSON.stringify({ text })));
    }),
  );
});

it('counts half a character, too', () => {
  expect(jsonBytes('\ud83d')).toBe(8);
});
