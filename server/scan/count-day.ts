import type { ScanRun } from './scan-state';
import { jsonBytes } from '../values/json-bytes';
import { dayKey, KEYS } from '../platform/keys';
import { LIMITS } from '../values/limits';
import {
  newDayCount,
  readDayCount,
  COUNTED_LISTS,
  countDeletedOrSpam,
  packDayCount,
  type DayCount,
} from './day-count';
import type { DayRecord } from '../volumes/day-record';
import { nextPage, startCursor, type Cursor } from '../freshdesk/ticket-list-cursor';

function setCounting(run: ScanRun, counting: boolean): void {
  run.scan.change({ counting });
}

/** Stores the tally; an account with more tickets than a value holds gets no sum. One operation. */
async function keep(run: ScanRun, tally: DayCount): Promise<void> {
  const record = packDayCount(tally);
  const fits = jsonBytes(record) <= LIMITS.keyValueBytes;
  if (fits) await run.store.set(KEYS.tally, record, { ttlSeconds: LIMITS.tallySeconds });
  setCounting(run, fits);
}

/**
 * The tally of a deep pass that begins or goes on; null when a part of the pass went uncounted: repairing comes first, and
 * the page then says that nobody looked. At most one operation.
 */
export async function beginDayCount(run: ScanRun, walk: Cursor): Promise<DayCount | null> {
  const { deep, deepUntil, counting } = run.scan.value;
  const hasRoom = run.budget.affords(0, 'dayCount');
  const isNew = deep === null;
  if (isNew && hasRoom) return newDayCount(deepUntil, walk.until, run.calendar);
  const stored = counting === true && hasRoom ? await run.store.get(KEYS.tally) : undefined;
  const tally = readDayCount(stored, run.calendar);
  if (tally?.until !== walk.until) {
    setCounting(run, false);
    return null;
  }
  // A kill may have left it further than the pass.
  return { ...tally, list: 'live', walk: null };
}

/** Keeps what a run's part of the deep pass counted, before anything else of the run is stored. At most one operation. */
export async function saveDayCount(run: ScanRun, tally: DayCount | null): Promise<void> {
  if (tally === null) return;
  if (!run.budget.affords(1, 'close')) return setCounting(run, false);
  if (run.scan.value.deep?.isRead === true) tally.list = 'spam';
  await keep(run, tally);
}

/** Counts pages of a list of thrown-away tickets; true when it is read to its end. */
async function countList(run: ScanRun, tally: DayCount, list: 'spam' | 'deleted'): Promise<boolean> {
  let walk = tally.walk ?? startCursor(list, tally.from, tally.until, tally.from);
  while (!walk.isRead) {
    const answer = run.budget.mayPost() ? await run.session.listPage(walk) : null;
    if (answer?.ok !== true) return false;
    for (const ticket of answer.value.tickets) countDeletedOrSpam(tally, ticket);
    walk = nextPage(walk, answer.value);
    tally.walk = walk;
  }
  tally.walk = null;
  return true;
}

async function writeDays(run: ScanRun, tally: DayCount): Promise<void> {
  for (const [day, shown] of [...tally.days]) {
    if (!run.budget.affords(0, 'dayCount')) return;
    const record: DayRecord = { v: 1, lookedAt: run.now(), from: tally.from, ...shown };
    await run.store.set(dayKey(day), record, { ttlSeconds: LIMITS.countsSeconds });
    tally.days.delete(day);
  }
}

async function goOn(run: ScanRun, tally: DayCount): Promise<void> {
  for (const list of ['spam', 'deleted'] as const) {
    if (tally.list !== list) continue;
    if (!(await countList(run, tally, list))) return;
    tally.list = COUNTED_LISTS[COUNTED_LISTS.indexOf(list) + 1] ?? 'write';
  }
  await writeDays(run, tally);
}

/**
 * Goes on with a tally whose deep pass has read the live tickets: the thrown-away ones, then its days are written.
 * Operations: two, and one a day.
 */
export async function continueDayCount(run: ScanRun): Promise<void> {
  const { counting } = run.scan.value;
  if (counting !== true || !run.budget.affords(0, 'dayCount') || !run.budget.mayPost()) return;
  const tally = readDayCount(await run.store.get(KEYS.tally), run.calendar);
  if (tally === null) return setCounting(run, false);
  if (tally.list === 'live') return;
  await goOn(run, tally);
  await keep(run, tally);
  if (tally.days.size === 0) setCounting(run, false);
}
