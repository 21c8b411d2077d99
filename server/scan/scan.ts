import {
  nextPage,
  remainingRows,
  type Cursor,
  type CursorKind,
  type ListedPage,
} from '../freshdesk/ticket-list-cursor';
import { isDeletedOrSpam } from '../contacts/contact';
import { settleWithoutSending } from '../outbox/settle-without-sending';
import { withoutRecord } from '../outbox/waiting-contacts';
import { LIMITS } from '../values/limits';
import { beginDayCount, continueDayCount, saveDayCount } from './count-day';
import type { DayCount } from './day-count';
import { findMissing, type FoundMissing } from './find-missing';
import { finishScans, planDeletedOrSpamScan, planLiveScan, planRecheck, type PlanFacts } from './plan-scans';
import type { Allowance } from './read-replies';
import { followScope, scanAge, seesAllTickets, type ScanRun } from './scan-state';
import { tryAsideAgain } from './try-aside';
import {
  keepMissing,
  readMissing,
  settleMissing,
  waitsForGroup,
  type KnownWaiting,
  type MissingContact,
} from './unsettled-missing';

/** Reads the cursor's page, which also serves naming. Null: all pages are read, or there was no answer. */
async function readPage(run: ScanRun, cursor: Cursor): Promise<ListedPage | null> {
  const answer = cursor.isRead ? null : await run.session.showPage(cursor);
  if (answer?.ok !== true) return null;
  // Caps the cursor at Freshdesk's clock minus the age.
  const latest = answer.serverTime === null ? cursor.until : answer.serverTime - scanAge(run);
  return { cursor: { ...cursor, until: Math.min(cursor.until, latest) }, page: answer.value };
}

/** While so many missing contacts wait, a run settles those instead of finding more. */
const MANY_MISSING = LIMITS.foundContacts / 2;

/**
 * Begins the scan of a run before the outbox is delivered, so that one call serves both: reads a page of the live list when
 * a scan is due. At most two calls.
 */
export async function beginScan(run: ScanRun): Promise<ListedPage | null> {
  // An earlier run may have been killed after the key lost its scope and before the scan was rewound.
  followScope(run);
  const { scan, session, cutOver } = run;
  const isBusy = scan.value.found >= MANY_MISSING;
  const cursor = isBusy
    ? null
    : planLiveScan(scan.value, { now: session.time(), cutOver, ageMs: scanAge(run) });
  if (cursor === null || !(await seesAllTickets(run))) return null;
  return readPage(run, cursor);
}

/**
 * What was found, where events told its tickets to be since: no list shows any more that a ticket got its group, or that it
 * was deleted.
 */
async function asTold(
  { states }: ScanRun,
  missing: readonly MissingContact[],
): Promise<readonly MissingContact[]> {
  const found = await states.find(missing.map(({ contact }) => withoutRecord(contact)));
  return missing.map((each) => {
    const state = found.get(each.contact.ticketId);
    if (state?.kind !== 'found') return each;
    const { ticket } = state;
    const unknown = each.unknown || isDeletedOrSpam(ticket);
    return { ...each, groupId: each.groupId ?? ticket.groupId, unknown };
  });
}

/**
 * Without a Freshdesk key: sends what an earlier scan found. @ops those of settling it and of opening the book; none when
 * nothing is left
 */
export async function sendFound(run: ScanRun): Promise<void> {
  const found = await readMissing(run);
  if (found.length === 0) return;
  const missing = await asTold(run, found);
  const left = await settleMissing(run, missing, { contactIds: new Set(), complete: false });
  if (left.length < missing.length) await keepMissing(run, left);
}

interface Scanning {
  readonly run: ScanRun;
  missing: readonly MissingContact[];
  /** The day count of the daily recheck. */
  dayCount: DayCount | null;
}

/**
 * Goes on with the scan after the outbox was delivered: the live list, then spam, deleted and the daily recheck. Sends what
 * this and earlier runs found as far as operations allow. A scan ends only when everything it found is settled.
 */
export async function continueScan(
  run: ScanRun,
  begun: ListedPage | null,
  known: KnownWaiting,
): Promise<void> {
  const { live } = run.scan.value;
  const missing = await readMissing(run);
  // A page that was read for a cursor that is there no more does not count.
  const page = run.scan.value.live === live ? begun : null;
  const work: Scanning = { run, missing, dayCount: null };
  // The key may have lost its scope since that page was read, and may regain it below.
  followScope(run);
  if (run.freshdesk.value.scopeSeenAt > 0) await scanList(work, page);
  for (const kind of ['spam', 'deleted', 'deep'] as const) await scanOther(work, kind);
  await keepFound(work, await tryAsideAgain(run, allowanceOf(work)));
  // Saved before sending: sending may write the state with the new cursors, and the run may end then.
  await keepMissing(run, work.missing);
  const left = work.missing.length > 0 ? await settleMissing(run, work.missing, known) : [];
  if (left.length < work.missing.length) await keepMissing(run, left);
  await endScans(run, left);
  await continueDayCount(run);
}

/** Ends the scans that are read to their end, once nothing they found is left. At most one call, for the daily recheck. */
async function endScans(run: ScanRun, left: readonly MissingContact[]): Promise<void> {
  // The daily recheck reads each day once, so a key that sees all tickets now ends it, not one that did an hour ago.
  const mayEnd = run.scan.value.deep?.isRead !== true || (await run.session.check());
  // If the key lost its scope, nothing read since the last full scope may end a scan.
  followScope(run);
  if (mayEnd && left.length === 0) run.scan.set(finishScans(run.scan.value, run.session.time()));
}

/** Scans a list from a page on, as far as the allowance and the time reach. */
async function scanList(work: Scanning, first: ListedPage | null): Promise<void> {
  let read = first;
  while (read !== null) {
    const next = await scanPage(work, read);
    const mayGoOn = next !== null && work.missing.length < MANY_MISSING && work.run.budget.mayPost();
    read = mayGoOn ? await readPage(work.run, next) : null;
  }
}

/** Finds what is missing on a page and keeps the cursor's place; returns the cursor when the page is done. */
async function scanPage(work: Scanning, { cursor, page }: ListedPage): Promise<Cursor | null> {
  const { run } = work;
  const ticketsToAsk = cursor.kind === 'deep' ? LIMITS.deepTicketsToAsk : LIMITS.scanTicketsToAsk;
  const allowance = { ...allowanceOf(work), ticketsToAsk };
  const { complete, ...after } = await findMissing(run, cursor, remainingRows(cursor, page), allowance);
  await keepFound(work, after);
  const next = complete ? nextPage(after.cursor, page) : after.cursor;
  run.scan.change({ [cursor.kind]: next });
  return complete ? next : null;
}

function allowanceOf({ run, missing, dayCount }: Scanning): Allowance {
  return {
    keys: Math.max(1, run.budget.keysToOpen(LIMITS.scanKeysPerRun) - LIMITS.scanKeysForMissing),
    ticketsToAsk: LIMITS.setAsidePerRun,
    found: LIMITS.foundContacts - missing.length,
    dayCount,
  };
}

/** Settles what is left out, and adds what was found to what is missing. */
async function keepFound(
  work: Scanning,
  { found, leftOut }: Pick<FoundMissing, 'found' | 'leftOut'>,
): Promise<void> {
  await settleWithoutSending(work.run, leftOut.map(withoutRecord), false);
  const now = work.run.session.time();
  // What may still get a group lies after all that is checked for good: a later scan finds it with the group it has got by then.
  const ripe = found.filter((each) => !waitsForGroup(each, now));
  // What was found last has the ticket's group of now.
  const byId = new Map([...work.missing, ...ripe].map((each) => [each.contact.contactId, each]));
  work.missing = [...byId.values()];
}

type OtherKind = Exclude<CursorKind, 'live'>;

/** The scan of spam, deleted tickets or past days, once the live scan is up to date and nothing missing waits. */
function planOther({ run, missing }: Scanning, kind: OtherKind): Cursor | null {
  const { scan, session, calendar, cutOver } = run;
  const isLiveLeft = scan.value.live?.isRead === false;
  if (isLiveLeft || !run.budget.mayPost() || missing.length > 0) return null;
  const facts: PlanFacts = {
    cutOver,
    ageMs: scanAge(run),
    now: session.time(),
    startOfDay: (at) => calendar.startOf(calendar.dayOf(at)),
  };
  return kind === 'deep' ? planRecheck(scan.value, facts) : planDeletedOrSpamScan(kind, scan.value, facts);
}

async function scanOther(work: Scanning, kind: OtherKind): Promise<void> {
  const { run } = work;
  const cursor = planOther(work, kind);
  // Without full scope a list would end with tickets missing.
  if (cursor === null || !(await seesAllTickets(run))) return;
  const isCounted = kind === 'deep' && !cursor.isRead;
  work.dayCount = isCounted ? await beginDayCount(run, cursor) : null;
  await scanList(work, await readPage(run, cursor));
  await saveDayCount(run, work.dayCount);
  work.dayCount = null;
}
