import { newState } from '../delivery/state';
import { startWalk } from '../scan/walk';
import { fitToStart, type HistoryRecord } from './history-record';
import { viewOf } from './history-view';
import { beginStage, nextWalk } from './next-walk';

const HOUR = 3_600_000;
const START = Date.parse('2026-10-01T00:00:00Z');
const CUT_OVER = START + 24 * HOUR;

function doneUntil(record: HistoryRecord): number | null {
  return viewOf(record, newState(CUT_OVER), CUT_OVER + HOUR, 1).doneUntil;
}

/** Every list of a pass is read to its end. */
function readPass(record: HistoryRecord): HistoryRecord {
  return (['live', 'spam', 'deleted'] as const).reduce(
    (read, kind) => nextWalk({ ...read, fresh: 1 }, startWalk(kind, START, CUT_OVER, START), CUT_OVER + HOUR),
    record,
  );
}

it('is not done with anything before it begins', () => {
  expect(doneUntil(fitToStart(null, START, CUT_OVER))).toBeNull();
});

it('never goes back, also not in the passes that close it', () => {
  const first = beginStage(fitToStart(null, START, CUT_OVER), CUT_OVER);
  const second = readPass(first);
  expect([first.pass, second.pass]).toEqual([0, 1]);

  expect(doneUntil(first)).toBe(START);
  expect(doneUntil(second)).toBeGreaterThan(CUT_OVER);
  expect(doneUntil(readPass(second))).toBeGreaterThan(CUT_OVER);
});
