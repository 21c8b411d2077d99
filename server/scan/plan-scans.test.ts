import { LIMITS } from '../values/limits';
import { finishScans, planRecheck, planLiveScan, planDeletedOrSpamScan, type PlanFacts } from './plan-scans';
import { newScanState, type ScanState } from './scan-state';
import { startCursor, type Cursor } from '../freshdesk/ticket-list-cursor';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MIDNIGHT = Date.parse('2026-11-05T00:00:00Z');
const NOON = MIDNIGHT + 12 * HOUR;
const CUT_OVER = MIDNIGHT - 10 * DAY;

function facts(changed: Partial<PlanFacts> = {}): PlanFacts {
  const startOfDay = (at: number): number => Math.floor(at / DAY) * DAY;
  return { cutOver: CUT_OVER, ageMs: LIMITS.scanAgeMs, now: NOON, startOfDay, ...changed };
}

function scan(changed: Partial<ScanState> = {}): ScanState {
  return { ...newScanState(CUT_OVER), checkedUntil: NOON - HOUR, ...changed };
}

function startedBy(cursor: Cursor | null): Cursor {
  if (cursor === null) throw new Error('No scan is due');
  return cursor;
}

describe('the live scan', () => {
  it('goes from five minutes before what is checked to fifteen minutes ago', () => {
    const since = NOON - HOUR - 5 * MINUTE;
    const busy = scan({ rowsPerMinute: 1 });
    expect(planLiveScan(busy, facts())).toEqual(startCursor('live', since, NOON - 15 * MINUTE, since));
  });

  it.each([
    [0, true],
    [0.04, undefined],
  ])('expects no row after a window with %d changed tickets a minute: %p', (rowsPerMinute, isQuiet) => {
    expect(planLiveScan(scan({ rowsPerMinute }), facts())?.isQuiet).toBe(isQuiet);
  });

  it('goes to a minute ago with each run where no event can be recorded, however busy the account is', () => {
    const alone = facts({ ageMs: LIMITS.scanAgeAloneMs });
    const busy = { rowsPerMinute: 60 };

    expect(planLiveScan(scan({ ...busy, checkedUntil: NOON - 2 * MINUTE }), alone)).toMatchObject({
      until: NOON - MINUTE,
    });
    expect(planLiveScan(scan({ ...busy, checkedUntil: NOON - 80_000 }), alone)).toBeNull();
  });

  it('checks for good only what a list that may lag was sure to show when it was read, however late it ends', () => {
    const before = scan({ checkedUntil: NOON - HOUR });
    const live = startedBy(planLiveScan(before, facts({ ageMs: LIMITS.scanAgeAloneMs })));
    const read = { ...live, isRead: true };

    expect(finishScans({ ...before, live: read }, NOON + HOUR).checkedUntil).toBe(NOON - 15 * MINUTE);
  });

  it('never looks before the cut-over', () => {
    const cursor = planLiveScan(scan(), facts({ cutOver: NOON - HOUR }));
    expect(cursor).toMatchObject({ from: NOON - HOUR, since: NOON - HOUR });
  });

  it.each([
    [0, 4],
    [3, 4],
    [4, 19],
    [14, 19],
    [15, 40],
    [60, 40],
  ])('with %i changed tickets a minute is worth its pages after %i minutes', (rowsPerMinute, minutes) => {
    const due = NOON - LIMITS.scanAgeMs - minutes * MINUTE;
    const checked = (checkedUntil: number): ScanState => scan({ rowsPerMinute, checkedUntil });

    expect(planLiveScan(checked(due + 1), facts())).toBeNull();
    expect(planLiveScan(checked(due), facts())).not.toBeNull();
  });

  it('goes on where it stands', () => {
    const live = startCursor('live', 1, 2, 1);
    expect(planLiveScan(scan({ live }), facts())).toBe(live);
  });
});

describe('a scan of deleted or spam tickets', () => {
  it.each(['spam', 'deleted'] as const)('is due once an hour: %s', (kind) => {
    const until = NOON - LIMITS.scanAgeMs;
    const state = (doneUntil: number): ScanState => scan({ spamUntil: doneUntil, deletedUntil: doneUntil });

    expect(planDeletedOrSpamScan(kind, state(until - HOUR + 1), facts())).toBeNull();
    expect(planDeletedOrSpamScan(kind, state(until - HOUR), facts())).toMatchObject({ kind, until });
  });

  it('looks for replies of the days that no daily recheck has seen', () => {
    const state = scan({ spamUntil: NOON - 2 * HOUR, deepUntil: MIDNIGHT });
    expect(planDeletedOrSpamScan('spam', state, facts())).toMatchObject({
      from: MIDNIGHT - DAY,
      since: NOON - 2 * HOUR - 5 * MINUTE,
    });
  });
});

describe('the daily recheck', () => {
  const checkedUntil = MIDNIGHT + HOUR;

  it('goes over the days that ended, an hour after midnight', () => {
    const state = scan({ deepUntil: MIDNIGHT - DAY, checkedUntil });
    const at = (now: number): PlanFacts => facts({ now });

    expect(planRecheck(state, at(MIDNIGHT + HOUR - 1))).toBeNull();
    expect(planRecheck(state, at(MIDNIGHT + HOUR))).toMatchObject({
      from: MIDNIGHT - DAY - 5 * MINUTE,
      until: MIDNIGHT,
    });
  });

  it('waits for the live scan, and comes once a day', () => {
    const late = scan({ deepUntil: MIDNIGHT - DAY, checkedUntil: MIDNIGHT - 1 });
    expect(planRecheck(late, facts())).toBeNull();
    expect(planRecheck(scan({ deepUntil: MIDNIGHT, checkedUntil }), facts())).toBeNull();
  });
});

it('takes nothing younger than a list may lag for checked, also where the scan alone delivers', () => {
  const alone = facts({ ageMs: LIMITS.scanAgeAloneMs });
  const isRead = true;
  const before = scan({ spamUntil: NOON - 2 * HOUR, deletedUntil: NOON - 2 * HOUR });
  const live = { ...startedBy(planLiveScan(before, alone)), isRead };
  const done = (kind: 'spam' | 'deleted') => ({
    ...startedBy(planDeletedOrSpamScan(kind, before, alone)),
    isRead,
  });

  const after = finishScans({ ...before, live, spam: done('spam'), deleted: done('deleted') }, NOON);

  const { checkedUntil, spamUntil, deletedUntil } = after;
  expect([checkedUntil, spamUntil, deletedUntil]).toEqual(Array(3).fill(NOON - LIMITS.scanAgeMs));
});
