import { fc } from '../../test/property';
import { decodeBase64Into, encodeBase64 } from './packed-bits';

const triples = fc
  .uint8Array({ maxLength: 600 })
  .map((bytes) => bytes.subarray(0, bytes.length - (bytes.length % 3)));

it('writes what others read as standard base64', () => {
  fc.assert(
    fc.property(triples, (bytes) => {
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }),
  );
});

it('reads back what it wrote, whatever the length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      const text = encodeBase64(bytes);

      expect(decodeBase64Into(text, new Uint8Array(bytes.length))).toEqual(Uint8Array.from(bytes));
    }),
  );
});

it('leaves the rest of a longer target as it is', () => {
  const target = new Uint8Array([9, 9, 9, 9, 9]);

  expect(decodeBase64Into(encodeBase64(new Uint8Array([1, 2, 3])), target)).toEqual(
    new Uint8Array([1, 2, 3, 9, 9]),
  );
});

it.each([['A'], ['AAAAA'], ['AA=='], ['AAA='], ['AA-_'], ['AA A'], ['AAA\n'], ['ÄAAA'], ['\u0000AAA']])(
  'refuses %j',
  (text) => {
    expect(decodeBase64Into(text, new Uint8Array(8))).toBeNull();
  },
);
