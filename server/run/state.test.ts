import { fc } from '../../test/property';
import { LIMITS } from '../values/limits';
import type { Mode } from '../sending/sending-state';
import { mergeSlices, newState, openSlices, parseState, type State } from './state';

const CUT_OVER = Date.parse('2026-11-01T00:00:00Z');

it('begins at the cut-over with everything as usual', () => {
  expect(parseState(undefined, CUT_OVER)).toEqual(newState(CUT_OVER));
  expect(parseState({ v: 1 }, CUT_OVER)).toEqual(newState(CUT_OVER));
  expect(newState(CUT_OVER)).toMatchObject({
    v: 1,
    cutOver: CUT_OVER,
    checkedUntil: CUT_OVER,
    sending: { mode: 'normal', batchLimit: 200, failure: null },
    held: { batches: [], discarded: [] },
  });
});

const NEW = newState(CUT_OVER);
const moment = fc.integer({ min: 0 });
const states: fc.Arbitrary<State> = fc
  .record({
    mode: fc.constantFrom<Mode>('normal', 'probe', 'single', 'paused'),
    batchLimit: fc.integer({ min: 1, max: 200 }),
    refusals: fc.array(
      fc.record({ id: fc.string(), at: moment, stage: fc.constantFrom('waiting', 'suspect', 'retry') }),
      { maxLength: 5 },
    ),
    notBefore: fc.option(moment),
    perMinute: fc.integer({ min: 0, max: 500 }),
    scopeSeenAt: moment,
    checkedUntil: moment,
    completeUntil: fc.option(moment),
    rowsPerMinute: fc.integer({ min: 0, max: 500 }),
    lastTickAt: fc.option(moment),
    offsets: fc.array(moment, { maxLength: 5 }),
  })
  .map(({ mode, batchLimit, refusals, notBefore, perMinute, scopeSeenAt, rowsPerMinute, ...rest }) => ({
    ...NEW,
    checkedUntil: rest.checkedUntil,
    completeUntil: rest.completeUntil,
    sending: { ...NEW.sending, mode, batchLimit, refusals, notBefore },
    freshdesk: { ...NEW.freshdesk, scopeSeenAt },
    outbox: { ...NEW.outbox, perMinute },
    scan: { ...NEW.scan, rowsPerMinute },
    schedule: { ...NEW.schedule, lastTickAt: rest.lastTickAt },
    spent: { keyValue: { at: CUT_OVER, offsets: rest.offsets }, entity: null },
  }));

it('is the same after it was stored and read again', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(parseState(JSON.parse(JSON.stringify(state)), CUT_OVER + 1)).toEqual(state);
    }),
  );
});

it('is the same after it was opened as slices and merged again', () => {
  fc.assert(
    fc.property(states, (state) => {
      expect(mergeSlices(openSlices(state), state)).toEqual(state);
    }),
  );
});

it('holds what each room has changed of its slice', () => {
  const slices = openSlices(NEW);

  slices.sending.change({ mode: 'probe' });
  slices.scan.change({ checkedUntil: CUT_OVER + 1, found: 2 });
  slices.outbox.change({ leftOut: 3 });
  slices.schedule.change({ tickMinutes: 10 });

  const merged = mergeSlices(slices, NEW);
  expect(merged).toEqual({
    ...NEW,
    checkedUntil: CUT_OVER + 1,
    sending: { ...NEW.sending, mode: 'probe' },
    scan: { ...NEW.scan, found: 2 },
    outbox: { ...NEW.outbox, leftOut: 3 },
    schedule: { ...NEW.schedule, tickMinutes: 10 },
  });
  // The scan's cursor stands once, beside its slice.
  expect(merged.scan).not.toHaveProperty('checkedUntil');
});

it('keeps the stored cut-over, whatever a schedule says', () => {
  expect(parseState({ v: 1, cutOver: CUT_OVER }, CUT_OVER + 86_400_000).cutOver).toBe(CUT_OVER);
});

it('gives fields that an older version did not write their first value', () => {
  const sending = { ...NEW.sending, mode: 'paused' };

  expect(parseState({ v: 1, cutOver: CUT_OVER, sending }, 0)).toEqual({ ...NEW, sending });
});

it.each([[null], [{}], ['text'], [{ v: 2, cutOver: CUT_OVER }], [{ v: 1, cutOver: '2026' }]])(
  'stops at %j before anything is sent on a guess',
  (stored) => {
    expect(() => parseState(stored, CUT_OVER)).toThrow(
      expect.objectContaining({ code: 'record_unreadable' }) as Error,
    );
  },
);

it('fits into one value, however much of it is filled', () => {
  const at = Date.parse('2099-12-31T23:59:59Z');
  const full = newState(at);
  const batches = Array.from({ length: LIMITS.heldBatches }, (_each, n) => ({
    number: 1_000_000 + n,
    reason: 'unclear' as const,
    contacts: 200,
    at,
  }));
  const refusals = (['waiting', 'suspect', 'retry'] as const).flatMap((stage) =>
    Array.from({ length: LIMITS.refusals }, (_each, n) => ({
      id: `reply:${900_000_000_000 + n}`,
      at,
      stage,
    })),
  );
  const failure = { code: 'injixo_integration', since: at } as const;

  const state: State = {
    ...full,
    held: { batches, discarded: batches.slice(0, LIMITS.restorable) },
    sending: { ...full.sending, refusals, failure },
    freshdesk: { ...full.freshdesk, failure },
    spent: { keyValue: { at, offsets: Array.from({ length: 40 }, () => 13_999) }, entity: null },
  };

  expect(Buffer.byteLength(JSON.stringify(state))).toBeLessThan(LIMITS.keyValueBytes);
});
