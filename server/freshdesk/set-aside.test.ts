import {
  afterFailure,
  afterSuccess,
  changeAside,
  failsForAll,
  findAside,
  isDueAgain,
  namedTickets,
  NOTHING_ASIDE,
  release,
  standstillOf,
  type AsideReason,
  type SetAside,
} from './set-aside';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Failure {
  readonly ticketId: number;
  readonly run?: number;
  readonly reason?: AsideReason;
}

/** After these failures in this order; a run begins each minute. */
function after(failures: readonly Failure[], before = NOTHING_ASIDE, most = 50): SetAside {
  return failures.reduce((state, { ticketId, run = 0, reason = 'unreachable' }) => {
    const at = NOON + run * MINUTE;
    const failed = { ticketId, call: 'replies', reason, from: NOON - HOUR } as const;
    return afterFailure(state, failed, { runAt: at, now: at + 1, most });
  }, before);
}

const runs = (ticketId: number, ...numbers: readonly number[]): readonly Failure[] =>
  numbers.map((run) => ({ ticketId, run }));
const idsOf = ({ tickets }: SetAside): readonly number[] => tickets.map(({ ticketId }) => ticketId);
const ABOUT_7 = { ticketId: 7, call: 'replies' } as const;

describe('a ticket that fails', () => {
  it('is set aside in its third run, since its first failure, with the moment from which replies are looked for', () => {
    expect(after(runs(7, 0, 1)).tickets).toEqual([]);
    expect(after(runs(7, 0, 1, 2)).tickets).toEqual([
      {
        ...ABOUT_7,
        reason: 'unreachable',
        since: NOON + 1,
        triedAt: NOON + 2 * MINUTE + 1,
        from: NOON - HOUR,
      },
    ]);
  });

  it('fails once in a run, however often it is asked for', () => {
    expect(after(runs(7, 0, 0, 0, 1, 1)).tickets).toEqual([]);
  });

  it('begins anew when it worked in between', () => {
    const between = afterSuccess(after(runs(7, 0, 1)), ABOUT_7);

    expect(after(runs(7, 2, 3), between).tickets).toEqual([]);
  });

  it('is set aside for the call that fails, and not for others', () => {
    const aside = after(runs(7, 0, 1, 2));

    expect(findAside(aside, ABOUT_7)).toBeDefined();
    expect(findAside(aside, { ticketId: 7, call: 'view' })).toBeUndefined();
    expect(findAside(afterSuccess(aside, { ticketId: 7, call: 'view' }), ABOUT_7)).toBeDefined();
  });

  it('is tried again after an hour, also when the clock went back', () => {
    const aside = findAside(after(runs(7, 0, 1, 2)), ABOUT_7);
    const isDue = (at: number): boolean => aside !== undefined && isDueAgain(aside, at);

    expect([59, 63, -70].map((minutes) => isDue(NOON + minutes * MINUTE))).toEqual([false, true, true]);
  });

  it('keeps its moment when it fails again, with the new reason', () => {
    const earlier = changeAside(after(runs(7, 0, 1, 2)), ABOUT_7, { from: 5 });

    expect(after([{ ticketId: 7, run: 70, reason: 'refused' }], earlier).tickets).toEqual([
      expect.objectContaining({
        from: 5,
        since: NOON + 1,
        reason: 'refused',
        triedAt: NOON + 70 * MINUTE + 1,
      }),
    ]);
  });

  it('is released when it is gone', () => {
    expect(release(after(runs(7, 0, 1, 2)), ABOUT_7).tickets).toEqual([]);
  });
});

describe('three different tickets that fail alike in a row', () => {
  const THREE = [...runs(1, 0, 1, 2), ...runs(2, 3, 4, 5), ...runs(3, 6, 7, 8, 9)];

  it('are the fault of the call: nothing more is set aside', () => {
    const state = after(THREE);

    expect(idsOf(state)).toEqual([1, 2]);
    expect(failsForAll(state, 'replies')).toBe(true);
    expect(failsForAll(state, 'view')).toBe(false);
    expect(standstillOf(state, NOON + 10 * MINUTE)).toEqual({ code: 'freshdesk_tickets', since: NOON + 1 });
  });

  it('set nothing aside at all when they fail in one run', () => {
    const each = (run: number): readonly Failure[] => [1, 2, 3, 4, 5].map((ticketId) => ({ ticketId, run }));

    expect(after([0, 1, 2, 3].flatMap(each)).tickets).toEqual([]);
  });

  it('are told no longer than the scan has stood lately', () => {
    expect(standstillOf(after(THREE), NOON + 40 * MINUTE)).toBeNull();
  });

  it('are single tickets when one works in between, or when they fail for different reasons', () => {
    const worked = afterSuccess(after(THREE.slice(0, 6)), { ticketId: 9, call: 'replies' });
    const other = [0, 1, 2].map((run) => ({ ticketId: 3, run, reason: 'refused' }) as const);

    expect(idsOf(after(runs(3, 6, 7, 8), worked))).toEqual([1, 2, 3]);
    expect(idsOf(after([...THREE.slice(0, 6), ...other]))).toEqual([1, 2, 3]);
  });

  it('end with the first that works', () => {
    const well = afterSuccess(after(THREE), { ticketId: 3, call: 'replies' });

    expect(failsForAll(well, 'replies')).toBe(false);
    expect(standstillOf(well, NOON + 10 * MINUTE)).toBeNull();
  });
});

it('sets no more tickets aside than it may, and says that the scan stands', () => {
  const full = [1, 2].reduce(
    (state, ticketId) =>
      afterSuccess(after(runs(ticketId, 0, 1, 2), state, 2), { ticketId: 99, call: 'replies' }),
    NOTHING_ASIDE,
  );
  const state = after(runs(3, 3, 4, 5, 6), full, 2);

  expect(idsOf(state)).toEqual([1, 2]);
  expect(standstillOf(state, NOON + 7 * MINUTE)).toEqual({
    code: 'too_many_set_aside',
    since: NOON + 3 * MINUTE + 1,
  });
});

it('changes nothing when a ticket works of which nothing was known', () => {
  expect(afterSuccess(NOTHING_ASIDE, ABOUT_7)).toBe(NOTHING_ASIDE);
});

it('fits into the state: 50 tickets take less than 8 KB', () => {
  const tickets = [...Array(50).keys()].map((n) => ({
    ...({ ticketId: 10_000_000 + n, call: 'first messages', reason: 'unreachable' } as const),
    ...{ since: NOON, triedAt: NOON, from: NOON, page: 10 },
  }));

  expect(JSON.stringify({ ...NOTHING_ASIDE, tickets }).length).toBeLessThan(8_000);
});

it('names each ticket once, those that cannot be read for the longest time first', () => {
  const of = (ticketId: number, since: number) => ({ ticketId, since, reason: 'refused', from: 1 });

  expect(namedTickets([of(1, 30), of(2, 10), of(1, 20)])).toEqual([
    { ticketId: 2, since: 10, reason: 'refused' },
    { ticketId: 1, since: 20, reason: 'refused' },
  ]);
});
