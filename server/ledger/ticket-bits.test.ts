import { fc } from '../../test/property';
import { openBitmap, type Bitmap } from '../values/packed-bits';
import {
  BITS_PER_TICKET,
  raiseTicketMark,
  readTicketMark,
  type TicketPart,
  MARKS,
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

function nothingKnown(): Bitmap {
  const bits = openBitmap(undefined, BITS_PER_TICKET);
  if (bits === null) throw new Error('A ledger without a value can always be read');
  return bits;
}

function isSame(opened: Bitmap | null, ledger: Bitmap): boolean {
  const ids = [...Array(50_000).keys()];
  return opened !== null && ids.every((id) => opened.get(id) === ledger.get(id));
}

it('knows nothing at first', () => {
  const ledger = nothingKnown();

  expect(readTicketMark(ledger, 1, 'own')).toBe('none');
  expect(readTicketMark(ledger, 49_999, 'unknown')).toBe('none');
});

it('keeps both contacts of a ticket and those of its neighbours apart', () => {
  const ledger = nothingKnown();

  raiseTicketMark(ledger, 8, 'own', 'settled');
  raiseTicketMark(ledger, 9, 'unknown', 'held');

  expect([7, 8, 9, 10].map((id) => readTicketMark(ledger, id, 'own'))).toEqual([
    'none',
    'settled',
    'none',
    'none',
  ]);
  expect([7, 8, 9, 10].map((id) => readTicketMark(ledger, id, 'unknown'))).toEqual([
    'none',
    'none',
    'held',
    'none',
  ]);
});

it.each<[Mark, Mark, Mark, boolean]>([
  ['none', 'held', 'held', true],
  ['none', 'settled', 'settled', true],
  ['held', 'settled', 'settled', true],
  ['held', 'held', 'held', false],
  ['settled', 'held', 'settled', false],
  ['settled', 'none', 'settled', false],
])('lets %s become %s only as far as it grows', (before, given, after, changed) => {
  const ledger = nothingKnown();
  raiseTicketMark(ledger, 5, 'own', before);

  expect(raiseTicketMark(ledger, 5, 'own', given)).toBe(changed);
  expect(readTicketMark(ledger, 5, 'own')).toBe(after);
});

it('only ever grows, and each contact by its own marks alone', () => {
  fc.assert(
    fc.property(fc.array(growth, { maxLength: 60 }), (growths) => {
      const ledger = nothingKnown();
      const expected = new Map<string, number>();
      for (const each of growths) {
        const key = `${each.ticketId} ${each.part}`;
        expected.set(key, Math.max(expected.get(key) ?? 0, MARKS.indexOf(each.mark)));
        raiseTicketMark(ledger, each.ticketId, each.part, each.mark);
      }

      for (const each of growths) {
        const known = MARKS.indexOf(readTicketMark(ledger, each.ticketId, each.part));
        expect(known).toBe(expected.get(`${each.ticketId} ${each.part}`));
      }
    }),
  );
});

it('is the same after it was stored and opened again', () => {
  fc.assert(
    fc.property(fc.array(growth, { maxLength: 60 }), (growths) => {
      const ledger = nothingKnown();
      for (const each of growths) raiseTicketMark(ledger, each.ticketId, each.part, each.mark);

      const stored = JSON.parse(JSON.stringify(ledger.toStored())) as unknown;

      expect(isSame(openBitmap(stored, BITS_PER_TICKET), ledger)).toBe(true);
    }),
  );
});

it('never needs more than 33,336 characters for its 50,000 tickets', () => {
  const ledger = nothingKnown();
  for (let id = 0; id < 50_000; id += 1) ledger.set(id, 15);

  const stored = ledger.toStored();

  expect(stored.bits).toHaveLength(33_336);
  expect(isSame(openBitmap(stored, BITS_PER_TICKET), ledger)).toBe(true);
});

it('stores little while the ticket numbers are low', () => {
  const ledger = nothingKnown();
  raiseTicketMark(ledger, 100, 'own', 'settled');

  expect(ledger.toStored().bits.length).toBeLessThan(100);
});

it('is empty where nothing is stored', () => {
  expect(nothingKnown().toStored()).toEqual({ v: 1, bits: 'AAAA' });
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
  expect(openBitmap(stored, BITS_PER_TICKET)).toBeNull();
});
