import { fc } from '../../test/property';
import { LIMITS } from '../values/limits';
import { MODES, newState, parseState, type State } from './state';

const CUT_OVER = Date.parse('2026-11-01T00:00:00Z');

it('begins at the cut-over with everything as usual', () => {
  expect(parseState(undefined, CUT_OVER)).toEqual(newState(CUT_OVER));
  expect(newState(CUT_OVER)).toMatchObject({
    v: 1,
    cutOver: CUT_OVER,
    checkedUntil: CUT_OVER,
    mode: 'normal',
    batchLimit: 200,
    failure: null,
    held: [],
  });
});

it('is the same after it was stored and read again', () => {
  const changed = fc.record({
    mode: fc.constantFrom(...MODES),
    batchLimit: fc.integer({ min: 1, max: 200 }),
    refused: fc.array(fc.string(), { maxLength: 5 }),
    notBefore: fc.option(fc.integer()),
    contactsPerMinute: fc.integer({ min: 0, max: 500 }),
  });
  fc.assert(
    fc.property(changed, (part) => {
      const state: State = { ...newState(CUT_OVER), ...part };

      expect(parseState(JSON.parse(JSON.stringify(state)), CUT_OVER + 1)).toEqual(state);
    }),
  );
});

it('keeps the stored cut-over, whatever a schedule says', () => {
  expect(parseState({ v: 1, cutOver: CUT_OVER }, CUT_OVER + 86_400_000).cutOver).toBe(CUT_OVER);
});

it('gives fields that an older version did not write their first value', () => {
  expect(parseState({ v: 1, cutOver: CUT_OVER, mode: 'paused' }, 0)).toEqual({
    ...newState(CUT_OVER),
    mode: 'paused',
  });
});

it.each([[null], [{}], ['text'], [{ v: 2, cutOver: CUT_OVER }], [{ v: 1 }], [{ v: 1, cutOver: '2026' }]])(
  'stops at %j before anything is sent on a guess',
  (stored) => {
    expect(() => parseState(stored, CUT_OVER)).toThrow(
      expect.objectContaining({ code: 'record_unreadable' }) as Error,
    );
  },
);

it('fits into one value, however much of it is filled', () => {
  const at = Date.parse('2099-12-31T23:59:59Z');
  const held = Array.from({ length: LIMITS.heldBatches }, (_each, n) => ({
    number: 1_000_000 + n,
    reason: 'unclear' as const,
    contacts: 200,
    at,
  }));
  const ids = (count: number) => Array.from({ length: count }, (_each, n) => `reply:${900_000_000_000 + n}`);
  const failure = { code: 'injixo_integration', since: at } as const;

  const state: State = {
    ...newState(at),
    held,
    discarded: held.slice(0, LIMITS.restorable),
    refused: ids(50),
    suspects: ids(LIMITS.suspects),
    failure,
    freshdeskFailure: failure,
    ops: { at, offsets: Array.from({ length: 40 }, () => 13_999) },
  };

  expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(LIMITS.keyValueBytes);
});
