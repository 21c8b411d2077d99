import { startWalk, type Walk } from '../scan/walk';
import { fitToStart } from './history-record';
import { beginStage, nextWalk } from './next-walk';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const RECORD = beginStage(fitToStart(null, NOON - 86_400_000, NOON), NOON);

function readThrough(kind: Walk['kind'], more: Partial<Walk> = {}): Walk {
  return { ...startWalk(kind, 0, NOON, 0), isRead: true, ...more };
}

it('reads the lists of a pass one after the other, and remembers when the live one was read', () => {
  const spam = nextWalk(RECORD, readThrough('live'), NOON + 1);
  const deleted = nextWalk(spam, readThrough('spam'), NOON + 2);

  expect([RECORD, spam, deleted].map(({ walk }) => walk?.kind)).toEqual(['live', 'spam', 'deleted']);
  expect(deleted.liveReadAt).toBe(NOON + 1);
});

it('says for ever that a list hid tickets from it', () => {
  const hidden = nextWalk(RECORD, readThrough('live', { isCutShort: true }), NOON);

  expect(nextWalk(RECORD, readThrough('live'), NOON).unreachable).toBe(false);
  expect(hidden.unreachable).toBe(true);
  expect(nextWalk(hidden, readThrough('spam'), NOON).unreachable).toBe(true);
});
