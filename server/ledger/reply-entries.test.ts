import { fc } from '../../test/property';
import { LIMITS } from '../values/limits';
import { MARKS, type Mark } from './ticket-bits';
import {
  raiseReplyEntry,
  openReplyPart,
  storeReplyPart,
  type ReplyEntry,
  type ReplyPart,
} from './reply-entries';

const id = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));
const entry = fc.record({
  conversationId: id,
  ticketId: id,
  second: fc.integer({ min: 0, max: 3599 }),
  mark: fc.constantFrom<Mark>(...MARKS),
});
const entries = fc.array(entry, { minLength: 1, maxLength: 40 });

function partWith(given: readonly ReplyEntry[]): ReplyPart {
  const part: ReplyPart = new Map();
  for (const each of given) raiseReplyEntry([part], each);
  return part;
}

it('is the same after it was stored and opened again', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const part = partWith(given);

      const stored = JSON.parse(JSON.stringify(storeReplyPart(part))) as unknown;

      expect(openReplyPart(stored)).toEqual(part);
    }),
  );
});

it('only lets marks grow', () => {
  fc.assert(
    fc.property(entries, (given) => {
      const part = partWith(given);
      const expected = new Map<number, number>();
      for (const { conversationId, mark } of given) {
        expected.set(conversationId, Math.max(expected.get(conversationId) ?? 0, MARKS.indexOf(mark)));
      }

      expect(new Map([...part].map(([key, { mark }]) => [key, MARKS.indexOf(mark)]))).toEqual(expected);
    }),
  );
});

it('says which part changed, if any', () => {
  const reply: ReplyEntry = { conversationId: 1, ticketId: 2, second: 3, mark: 'held' };
  const parts = [partWith([])];

  expect(raiseReplyEntry(parts, reply)).toBe(0);
  expect(raiseReplyEntry(parts, reply)).toBeNull();
  expect(raiseReplyEntry(parts, { ...reply, mark: 'settled' })).toBe(0);
  expect(raiseReplyEntry(parts, reply)).toBeNull();
});

it('is full with 1,500 replies, which fit into one value however long their numbers are', () => {
  const first = 999_999_990_000;
  const many = [...Array(LIMITS.repliesPerKey).keys()].map((n) => ({
    conversationId: first + n,
    ticketId: 999_990_000 + n,
    second: 3599,
    mark: 'settled' as const,
  }));

  const part = partWith(many);

  const next = { conversationId: 1, ticketId: 2, second: 3, mark: 'held' as const };
  expect(raiseReplyEntry([partWith(many.slice(1))], next)).toBe(0);
  expect(raiseReplyEntry([new Map(part)], next)).toBe(1);
  expect(JSON.stringify(storeReplyPart(part)).length).toBeLessThanOrEqual(LIMITS.keyValueBytes);
});

it('is empty where nothing is stored', () => {
  expect(openReplyPart(undefined)).toEqual(new Map());
});

it.each([
  [null],
  [{}],
  [{ v: 2, entries: '1.2.3.1' }],
  [{ v: 1, entries: [] }],
  [{ v: 1, entries: 'x' }],
  [{ v: 1, entries: '1.2.3' }],
  [{ v: 1, entries: '1.2.3.9' }],
  [{ v: 1, entries: '1.2.3.1,' }],
])('refuses to read %j, rather than to forget what was sent', (stored) => {
  expect(openReplyPart(stored)).toBeNull();
});
