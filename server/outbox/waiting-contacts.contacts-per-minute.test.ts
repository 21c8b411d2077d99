import type { StoredRecord } from '../platform/ports';
import { contactsPerMinute } from './waiting-contacts';

const NOON = Date.parse('2026-11-05T12:00:00Z');

function record(number: number, secondsAgo: number, prefix = 'CON-'): StoredRecord {
  return { recordId: `${prefix}${number}`, recordedAt: NOON - secondsAgo * 1000, data: {} };
}

it.each<[string, readonly StoredRecord[], number]>([
  ['nothing', [], 0],
  ['a single record', [record(1, 10)], 1],
  ['two a minute apart with none between', [record(7, 70), record(8, 10)], 1],
  ['two a minute apart with 119 between', [record(100, 70), record(220, 10)], 120],
  ['any part in any order', [record(160, 40), record(100, 70), record(220, 10)], 120],
  ['a burst within five seconds, by its records', [record(1, 11), record(2, 10), record(3, 10)], 3],
  ['only records of the last five minutes', [record(1, 300), record(9_000, 10)], 1],
  ['no record whose time is not known', [{ ...record(1, 10), recordedAt: null }], 0],
  ['no record without a number', [record(1, 70), { ...record(2, 10), recordId: 'abc' }], 1],
])('tells the load from %s', (_what, records, perMinute) => {
  expect(contactsPerMinute(records, NOON)).toBe(perMinute);
});
