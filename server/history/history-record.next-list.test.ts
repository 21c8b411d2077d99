import { startCursor, type Cursor } from '../freshdesk/ticket-list-cursor';
import { newSpan, beginSpan, nextList } from './history-record';
const NOON = Date.parse('2026-11-05T12:00:00Z');
const RECORD = beginSpan(newSpan(NOON - 86_400_000, NOON, 1), NOON);

function readThrough(kind: Cursor['kind'], more: Partial<Cursor> = {}): Cursor {
  return { ...startCursor(kind, 0, NOON, 0), isRead: true, ...more };
}

it('reads the lists of a pass one after the other, and remembers when the live one was read', () => {
  const spam = nextList(RECORD, readThrough('live'), NOON + 1);
  const deleted = nextList(spam, readThrough('spam'), NOON + 2);

  expect([RECORD, spam, deleted].map(({ cursor }) => cursor?.kind)).toEqual(['live', 'spam', 'deleted']);
  expect(deleted.liveReadAt).toBe(NOON + 1);
});

it('says for ever that a list hid tickets from it', () => {
  const hidden = nextList(RECORD, readThrough('live', { isCutShort: true }), NOON);

  expect(nextList(RECORD, readThrough('live'), NOON).unreachable).toBe(false);
  expect(hidden.unreachable).toBe(true);
  expect(nextList(hidden, readThrough('spam'), NOON).unreachable).toBe(true);
});
