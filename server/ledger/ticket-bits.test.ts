import { fc } from '../../test/property';
import { storeBits } from '../values/packed-bits';
import {
  growTicketMark,
  parseTicketBits,
  readTicketMark,
  type TicketBits,
  type TicketPart,
  MARKS,
  strongerMark,
  type Mark,
} from './ticket-bits';

const ticketId = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 49_990, max: 49_999 }),
  fc.integer({ min: 1, max: 49_999 }),
);
const part = fc.constantFrom<TicketPart>('own', 'unknown');
const mark = fc.constantFrom<Mark>(...MARKS);
const growth = fc.record({ ticketId, part, mark });

function nothingKnown(): TicketBits {
  const bits = parseTicketBits(undefined);
  if (bits === null) throw new Error('A ledger without a value can always be read');
  return bits;
}

function isSame(opened: TicketBits | null, ledger: TicketBits): boolean {
  return opened !== null && Buffer.from(opened).equals(ledger);
}

it('knows nothing at first', () => {
  const ledger = nothingKnown();

  expect(readTicketMark(ledger, 1, 'own')).toBe('none');
  expect(readTicketMark(ledger, 49_999, 'unknown')).toBe('none');
});

it('keeps both contacts of a ticket and those of its neighbours apart', () => {
  const ledger = nothingKnown();

  growTicketMark(ledger, 8, 'own', 'settled');
  growTicketMark(ledger, 9, 'unknown', 'in doubt');

  expect([7, 8, 9, 10].map((id) => readTicketMark(ledger, id, 'own'))).toEqual([
    'none',
    'settled',
    'none',
    'none',
  ]);
  expect([7, 8, 9, 10].map((id) => readTicketMark(ledger, id, 'unknown'))).toEqual([
    'none',
    'none',
    'in doubt',
    'none',
  ]);
});

it.each<[Mark, Mark, Mark, boolean]>([
  ['none', 'in doubt', 'in doubt', true],
  ['none', 'settled', 'settled', true],
  ['in doubt', 'settled', 'settled', true],
  ['in doubt', 'in doubt', 'in doubt', false],
  ['settled', 'in doubt', 'settled', false],
  ['settled', 'none', 'settled', false],
])('lets %s become %s only as far as it grows', (before, given, after, changed) => {
  const ledger = nothingKnown();
  growTicketMark(ledger, 5, 'own', before);

  expect(growTicketMark(ledger, 5, 'own', given)).toBe(changed);
  expect(readTicketMark(ledger, 5, 'own')).toBe(after);
});

it('only ever grows, and each contact by its own marks alone', () => {
  fc.assert(
    fc.property(fc.array(growth, { maxLength: 60 }), (growths) => {
      const ledger = nothingKnown();
      const expected = new Map<string, Mark>();
      for (const each of growths) {
        const key = `${each.ticketId} ${each.part}`;
        expected.set(key, strongerMark(expected.get(key) ?? 'none', each.mark));
        growTicketMark(ledger, each.ticketId, each.part, each.mark);
      }

      for (const each of growths) {
        expect(readTicketMark(ledger, each.ticketId, each.part)).toBe(
          expected.get(`${each.ticketId} ${each.part}`),
        );
      }
    }),
  );
});

it('is the same after it was stored and opened again', () => {
  fc.assert(
    fc.property(fc.array(growth, { maxLength: 60 }), (growths) => {
      const ledger = nothingKnown();
      for (const each of growths) growTicketMark(ledger, each.ticketId, each.part, each.mark);

      const stored = JSON.parse(JSON.stringify(storeBits(ledger))) as unknown;

      expect(isSame(parseTicketBits(stored), ledger)).toBe(true);
    }),
  );
});

it('never needs more than 33,336 characters for its 50,000 tickets', () => {
  const ledger = nothingKnown();
  ledger.fill(255);

  const stored = storeBits(ledger);

  expect(stored.bits).toHaveLength(33_336);
  expect(isSame(parseTicketBits(stored), ledger)).toBe(true);
});

it('stores little while the ticket numbers are low', () => {
  const ledger = nothingKnown();
  growTicketMark(ledger, 100, 'own', 'settled');

  expect(storeBits(ledger).bits.length).toBeLessThan(100);
});

it('is empty where nothing is stored', () => {
  expect(nothingKnown()).toEqual(new Uint8Array(25_000));
});

it.each([
  [null],
  [{}],
  ['text'],
  [{ v: 2, bits: '' }],
  [{ v: 1 }],
  [{ v: 1, bits: 7 }],
  [{ v: 1, bits: 'A' }],
])('refuses to read %j, rather than to forget what was sent', (stored) => {
  expect(parseTicketBits(stored)).toBeNull();
});
