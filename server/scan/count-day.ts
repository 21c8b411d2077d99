import { nextPage, startCursor, type Cursor } from '../freshdesk/ticket-list-cursor';
import { KEY_OF, KEYS } from '../platform/keys';
import { jsonBytes } from '../values/json-bytes';
import { LIMITS } from '../values/limits';
import type { DayRecord } from '../volumes/day-record';
import {
  COUNTED_LISTS,
  countDeletedOrSpam,
  newDayCount,
  packDayCount,
  readDayCount,
  type DayCount,
} from './day-count';
import type { ScanRun } from './scan-state';

/**
 * The day count of a daily recheck that begins or goes on. Null when a part of the recheck was not counted: repairing comes
 * first, and the page then shows no figures for the day. @ops 0 to 1
 */
export async function beginDayCount(run: ScanRun, cursor: Cursor): Promise<DayCount | null> {
  const { deep, deepUntil, counting } = run.scan.value;
  const hasRoom = run.budget.affords(0, 'dayCount');
  if (deep === null && hasRoom) return newDayCount(deepUntil, cursor.until, run.calendar);
  const stored = counting && hasRoom ? await run.store.get(KEYS.tally) : undefined;
  const count = readDayCount(stored, run.calendar);
  if (count?.until !== cursor.until) {
    run.scan.change({ counting: false });
    return null;
  }
  // After a kill the stored count may be ahead of the recheck.
  return { ...count, list: 'live', walk: null };
}

/** Saves the day count before the run writes its state. @ops 0 to 1 */
export async function saveDayCount(run: ScanRun, count: DayCount | null): Promise<void> {
  if (count === null) return;
  if (!run.budget.affords(1, 'close')) return run.scan.change({ counting: false });
  if (run.scan.value.deep?.isRead === true) count.list = 'spam';
  await store(run, count);
}

/** Counting ends when no day is left to write, or the count is larger than a value. @ops 1 */
async function store(run: ScanRun, count: DayCount): Promise<void> {
  const record = packDayCount(count);
  const fits = jsonBytes(record) <= LIMITS.keyValueBytes;
  if (fits) await run.store.set(KEYS.tally, record, { ttlSeconds: LIMITS.tallySeconds });
  run.scan.change({ counting: fits && count.days.size > 0 });
}

/**
 * Goes on with a day count after the live tickets: counts the spam and deleted ones, then writes the days. @ops 2, and 1 for
 * each day
 */
export async function continueDayCount(run: ScanRun): Promise<void> {
  const { counting } = run.scan.value;
  if (!counting || !run.budget.affords(0, 'dayCount') || !run.budget.mayPost()) return;
  const count = readDayCount(await run.store.get(KEYS.tally), run.calendar);
  if (count === null) return run.scan.change({ counting: false });
  if (count.list === 'live') return;
  if (await countLists(run, count)) await writeDays(run, count);
  await store(run, count);
}

/** Counts the lists that are left. True when all are counted to their ends. */
async function countLists(run: ScanRun, count: DayCount): Promise<boolean> {
  for (const list of ['spam', 'deleted'] as const) {
    if (count.list !== list) continue;
    if (!(await countList(run, count, list))) return false;
    count.list = COUNTED_LISTS[COUNTED_LISTS.indexOf(list) + 1] ?? 'write';
  }
  return true;
}

async function countList(run: ScanRun, count: DayCount, list: 'spam' | 'deleted'): Promise<boolean> {
  let cursor = count.walk ?? startCursor(list, count.from, count.until, count.from);
  while (!cursor.isRead) {
    const answer = run.budget.mayPost() ? await run.session.listPage(cursor) : null;
    if (answer?.ok !== true) return false;
    for (const ticket of answer.value.tickets) countDeletedOrSpam(count, ticket);
    cursor = nextPage(cursor, answer.value);
    count.walk = cursor;
  }
  count.walk = null;
  return true;
}

async function writeDays(run: ScanRun, count: DayCount): Promise<void> {
  for (const [day, shown] of [...count.days]) {
    if (!run.budget.affords(0, 'dayCount')) return;
    const record: DayRecord = { v: 1, lookedAt: run.now(), from: count.from, ...shown };
    await run.store.set(KEY_OF.day(day), record, { ttlSeconds: LIMITS.countsSeconds });
    count.days.delete(day);
  }
}
