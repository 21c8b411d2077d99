import { fc } from '../../test/property';
import { packIds, unpackIds } from './packed-ids';

it('gives back every id once, ascending', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: Number.MAX_SAFE_INTEGER })), (ids) => {
      expect(unpackIds(packIds(ids))).toEqual([...new Set(ids)].sort((a, b) => a - b));
    }),
  );
});

it('keeps neighbours short', () => {
  expect(packIds([67_000_000_003, 67_000_000_001, 67_000_000_002])).toHaveLength('us1yy4h,1,1'.length);
});

it.each([null, undefined, '', 7])(
  'reads nothing out of %p, which a store makes of an empty text',
  (stored) => {
    expect(unpackIds(stored)).toEqual([]);
  },
);
