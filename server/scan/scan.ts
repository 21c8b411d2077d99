import type { FreshdeskAnswer } from '../freshdesk/client';
import {
  CURSOR_KINDS,
  nextPage,
  remainingRows,
  type Cursor,
  type CursorKind,
  type ListedPage,
} from '../freshdesk/ticket-list-cursor';
import type { TicketPage } from '../freshdesk/tickets';
import { settleWithoutSending } from '../outbox/settle-without-sending';
import { withoutRecord } from '../outbox/waiting-contacts';
import { LIMITS } from '../values/limits';
import { beginDayCount, continueDayCount, saveDayCount } from './count-day';
import type { DayCount } from './day-count';
import { findMissing } from './find-missing';
import { finishScans, planDeletedOrSpamScan, planLiveScan, planRecheck } from './plan-scans';
import { followScope, seesAllTickets, type ScanRun } from './scan-state';
import {
  mergeMissing,
  readMissing,
  settleMissing,
  writeMissing,
  type KnownWaiting,
  type MissingContact,
} from './unsettled-missing';

function planCursor({ scan, session, calendar, cutOver }: ScanRun, kind: CursorKind): Cursor | null {
  const startOfDay = (at: number): number => calendar.startOf(calendar.dayOf(at));
  const facts = { cutOver, now: session.time(), startOfDay };
  if (kind === 'live') return planLiveScan(scan.value, facts);
  return kind === 'deep' ? planRecheck(scan.value, facts) : planDeletedOrSpamScan(kind, scan.value, facts);
}

/** Caps the cursor at Freshdesk's clock minus 15 minutes. */
function endingInThePast(cursor: Cursor, { serverTime }: FreshdeskAnswer<TicketPage> & { ok: true }): Cursor {
  if (serverTime === null) return cursor;
  return { ...cursor, until: Math.min(cursor.until, serverTime - LIMITS.scanAgeMs) };
}

/** Reads the page a cursor stands on and shows it to whoever names contacts; null when there is none to be had. */
async function readPage({ session }: ScanRun, cursor: Cursor): Promise<ListedPage | null> {
  const answer = cursor.isRead ? null : await session.showPage(cursor);
  return answer?.ok === true ? { cursor: endingInThePast(cursor, answer), page: answer.value } : null;
}

/** With many missing contacts waiting, a run settles those instead of looking for more. */
function hasRoom(found: number): boolean {
  return found < LIMITS.foundContacts / 2;
}

/**
 * Begins the scan of a run before the outbox is delivered, so that one call serves both: reads the page of the live list
 * when one is due. At most two calls.
 */
export async function beginScan(run: ScanRun): Promise<ListedPage | null> {
  // A run that saw the key see less may have been killed before its scan went back.
  followScope(run);
  const cursor = hasRoom(run.scan.value.found) ? planCursor(run, 'live') : null;
  if (cursor === null || !(await seesAllTickets(run))) return null;
  return readPage(run, cursor);
}

interface Scanning {
  readonly run: ScanRun;
  readonly known: KnownWaiting;
  found: readonly MissingContact[];
  /** What the daily recheck counts besides. */
  dayCount: DayCount | null;
}

/** Collects from one page and settles what it can; keeps the cursor's place, and returns it when the page is done. */
async function workOnPage(work: Scanning, { cursor, page }: ListedPage): Promise<Cursor | null> {
  const { run } = work;
  const missing = await findMissing(run, cursor, remainingRows(cursor, page), {
    keys: Math.max(1, run.budget.keysToOpen(LIMITS.scanKeysPerRun) - LIMITS.scanKeysForFinds),
    ticketsToAsk: cursor.kind === 'deep' ? LIMITS.deepTicketsToAsk : LIMITS.scanTicketsToAsk,
    found: LIMITS.foundContacts - work.found.length,
    dayCount: work.dayCount,
  });
  await settleWithoutSending(run, missing.leftOut.map(withoutRecord), false);
  work.found = mergeMissing(work.found, missing.found);
  const next = missing.complete ? nextPage(missing.cursor, page) : missing.cursor;
  run.scan.change({ [cursor.kind]: next });
  return missing.complete ? next : null;
}

async function workOnList(work: Scanning, first: ListedPage | null): Promise<void> {
  let read = first;
  while (read !== null) {
    const next = await workOnPage(work, read);
    const mayGoOn = hasRoom(work.found.length) && work.run.budget.mayPost();
    read = next !== null && mayGoOn ? await readPage(work.run, next) : null;
  }
}

/** Another list; a key that does not see all tickets would end it with some of them left out. */
async function workOnOther(work: Scanning, kind: CursorKind): Promise<void> {
  const { run } = work;
  const cursor = planCursor(run, kind);
  if (cursor === null || !(await seesAllTickets(run))) return;
  const isCounted = kind === 'deep' && !cursor.isRead;
  work.dayCount = isCounted ? await beginDayCount(run, cursor) : null;
  await workOnList(work, await readPage(run, cursor));
  await saveDayCount(run, work.dayCount);
  work.dayCount = null;
}

/** Scans that look into the past wait until the live one is not behind. */
async function workOnOthers(work: Scanning): Promise<void> {
  const { run } = work;
  for (const kind of CURSOR_KINDS.filter((each) => each !== 'live')) {
    const { live } = run.scan.value;
    const mayBegin = (live === null || live.isRead) && run.budget.mayPost() && work.found.length === 0;
    if (mayBegin) await workOnOther(work, kind);
  }
}

/** The record counts only together with the number of missing contacts in the state. */
async function keepMissing(run: ScanRun, found: readonly MissingContact[]): Promise<void> {
  if (found.length > 0) await writeMissing(run.store, found);
  run.scan.change({ found: found.length });
}

/** Sending may write the state with the cursors' new places, and the run may end then: what they found is kept before. */
async function settleAndKeep(work: Scanning): Promise<void> {
  const { run, found, known } = work;
  await keepMissing(run, found);
  if (found.length === 0) return;
  work.found = await settleMissing(run, found, known);
  if (work.found.length < found.length) await keepMissing(run, work.found);
}

/**
 * Goes on with the scan after the outbox was delivered: the live list, then spam, deleted and the daily recheck. What it
 * and earlier runs found is sent at once as far as operations allow; a scan ends only when all it found is settled.
 */
export async function continueScan(
  run: ScanRun,
  begun: ListedPage | null,
  known: KnownWaiting,
): Promise<void> {
  const found = run.scan.value.found > 0 ? await readMissing(run.store) : [];
  const work: Scanning = { run, known, found, dayCount: null };
  // The key may have been seen to see less since that page was read, and may be seen to see all again below.
  followScope(run);
  if (run.freshdesk.value.scopeSeenAt > 0) await workOnList(work, begun);
  await workOnOthers(work);
  await settleAndKeep(work);
  // Whatever showed that the key sees less: nothing that was read since it last saw everything may end.
  followScope(run);
  if (work.found.length === 0) run.scan.set(finishScans(run.scan.value, run.session.time()));
  await continueDayCount(run);
}
