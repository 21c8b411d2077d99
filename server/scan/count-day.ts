import { nextPage, startCursor, type Cursor } from '../freshdesk/ticket-list-cursor';
import { KEY_OF, KEYS } from '../platform/keys';
import { jsonBytes } from '../values/json-bytes';
import { LIMITS } from '../values/limits';
import type { DayRecord } from '../volumes/day-record';
import {
  countDeletedOrSpam,
  newDayCount,
  NEXT_LIST,
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

/**
 * Writes the days once all lists are counted, and the count with those that are left. Counting ends when none is left, or the
 * count is larger than a value. @ops 1, and 1 for each day
 */
async function store(run: ScanRun, count: DayCount): Promise<void> {
  const days = count.list === 'write' ? [...count.days] : [];
  for (const [day, shown] of days) {
    if (!run.budget.affords(0, 'dayCount')) break;
    const record: DayRecord = { v: 1, lookedAt: run.now(), from: count.from, ...shown };
    await run.store.set(KEY_OF.day(day), record, { ttlSeconds: LIMITS.countsSeconds });
    count.days.delete(day);
  }
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
  await countLists(run, count);
  await store(run, count);
}

/** Counts the lists that are left, as far as calls allow. */
async function countLists(run: ScanRun, count: DayCount): Promise<void> {
  while (count.list !== 'write') {
    const { from, until, list } = count;
    const cursor = count.walk ?? startCursor(list, from, until, from);
    const answer = run.budget.mayPost() ? await run.session.listPage(cursor) : null;
    if (answer?.ok !== true) return;
    answer.value.tickets.forEach((ticket) => countDeletedOrSpam(count, ticket));
    const next = nextPage(cursor, answer.value);
    [count.walk, count.list] = next.isRead ? [null, NEXT_LIST[list]] : [next, list];
  }
}
