import { createMemoryScheduler } from '../../test/fakes/memory-scheduler';
import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { createTestLog } from '../../test/fakes/test-log';
import { allScheduleNames, runName, TICK_NAME } from '../platform/keys';
import type { ScheduleData } from '../platform/ports';
import { ensureTick, isSilent, removeSchedules, readTicks, startTick } from './schedules';

const NOW = Date.parse('2026-11-05T12:00:00Z');
const CUT_OVER = NOW - 86_400_000;
const MINUTE = 60_000;

describe('startTick', () => {
  it('runs every 5 minutes, first in 6, and carries the cut-over', async () => {
    const scheduler = createMemoryScheduler();

    await startTick(scheduler, CUT_OVER, NOW);

    expect(scheduler.planned.get(TICK_NAME)).toEqual({
      at: NOW + 6 * MINUTE,
      every: 5,
      data: { kind: 'tick', cutOver: CUT_OVER, every: 5 },
    });
  });

  it('runs every 10 minutes where 5 are refused', async () => {
    const scheduler = createMemoryScheduler();
    scheduler.minRepeatMinutes = 10;

    await startTick(scheduler, CUT_OVER, NOW);

    expect(scheduler.planned.get(TICK_NAME)).toMatchObject({ every: 10, data: { every: 10 } });
  });

  it('runs every 5 minutes though the first try failed: the interval stays for good', async () => {
    const scheduler = createMemoryScheduler();
    let tries = 0;
    scheduler.refuses = (verb) => verb === 'repeat' && (tries += 1) === 1;

    await startTick(scheduler, CUT_OVER, NOW);

    expect(scheduler.planned.get(TICK_NAME)).toMatchObject({ every: 5, data: { every: 5 } });
  });

  it('rejects when both are refused, so that nothing is installed that never runs', async () => {
    const scheduler = createMemoryScheduler();
    scheduler.refuses = () => true;

    await expect(startTick(scheduler, CUT_OVER, NOW)).rejects.toMatchObject({ code: 'schedule_failed' });
  });

  it('takes the place of a schedule that an earlier installation left behind', async () => {
    const scheduler = createMemoryScheduler();
    await startTick(scheduler, CUT_OVER, NOW - 60 * MINUTE);

    await startTick(scheduler, NOW, NOW);

    expect(scheduler.planned.get(TICK_NAME)).toMatchObject({
      at: NOW + 6 * MINUTE,
      data: { cutOver: NOW },
    });
  });
});

describe('isSilent', () => {
  const ENTRY = { kind: 'tick', cutOver: CUT_OVER } as const;

  it.each<[string, boolean, ScheduleData, number | null]>([
    ['ticks come', false, ENTRY, NOW - 21 * MINUTE],
    ['they stay away', true, ENTRY, NOW - 21 * MINUTE - 1],
    ['nothing is known of them', false, ENTRY, null],
    ['none ever came', true, ENTRY, 0],
    ['none came yet', false, { kind: 'tick', cutOver: NOW - 21 * MINUTE }, 0],
    ['the schedule is young', false, { ...ENTRY, madeAt: NOW - 21 * MINUTE }, NOW - 60 * MINUTE],
    ['it is no longer young', true, { ...ENTRY, madeAt: NOW - 21 * MINUTE - 1 }, NOW - 60 * MINUTE],
    ['it does not say how old it is', true, { kind: 'run' }, NOW - 60 * MINUTE],
    ['the clock was wrong at the last tick', true, ENTRY, NOW + 60 * MINUTE],
    ['the clock was wrong when it was made', true, { ...ENTRY, madeAt: NOW + 60 * MINUTE }, 0],
  ])('when %s: %p', (_when, silent, entry, lastTickAt) => {
    expect(isSilent(entry, lastTickAt, NOW)).toBe(silent);
  });
});

describe('ensureTick', () => {
  const COMING = { lastTickAt: NOW - MINUTE, cutOver: NOW };
  const AWAY = { lastTickAt: NOW - 60 * MINUTE, cutOver: NOW };

  it('only looks when the schedule is there and ticks come', async () => {
    const scheduler = createMemoryScheduler();
    await startTick(scheduler, CUT_OVER, NOW - 60 * MINUTE);
    const before = scheduler.planned.get(TICK_NAME);
    const log = createTestLog();

    expect(await ensureTick(scheduler, COMING, NOW, log)).toBeUndefined();

    expect(scheduler.planned.get(TICK_NAME)).toEqual(before);
    expect(log.lines).toEqual([]);
  });

  it('starts a lost schedule anew and says so', async () => {
    const scheduler = createMemoryScheduler();
    const log = createTestLog();

    expect(await ensureTick(scheduler, { ...COMING, cutOver: CUT_OVER }, NOW, log)).toBe(NOW);

    expect(scheduler.planned.get(TICK_NAME)).toMatchObject({ data: { cutOver: CUT_OVER, madeAt: NOW } });
    expect(log.messages('warn')).toEqual(['the recurring schedule was made anew']);
  });

  it('makes one that no longer fires anew, with the cut-over it had, and then leaves it alone', async () => {
    const scheduler = createMemoryScheduler();
    await startTick(scheduler, CUT_OVER, NOW - 90 * MINUTE);
    const log = createTestLog();

    expect(await ensureTick(scheduler, AWAY, NOW, log)).toBe(NOW);
    const made = scheduler.planned.get(TICK_NAME);
    expect(await ensureTick(scheduler, AWAY, NOW + 21 * MINUTE, log)).toBe(NOW);

    expect(made).toEqual({
      at: NOW + 6 * MINUTE,
      every: 5,
      data: { kind: 'tick', cutOver: CUT_OVER, every: 5, madeAt: NOW },
    });
    expect(scheduler.planned.get(TICK_NAME)).toBe(made);
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { reason: 'silent' } }]);
  });

  it('says in the data that nothing knew the cut-over', async () => {
    const scheduler = createMemoryScheduler();

    await ensureTick(scheduler, { lastTickAt: null, cutOver: null }, NOW, createTestLog());

    expect(scheduler.planned.get(TICK_NAME)).toMatchObject({ data: { cutOver: null } });
  });

  it('is content when another invocation makes it at the same time', async () => {
    const scheduler = createMemoryScheduler();
    await startTick(scheduler, CUT_OVER, NOW - 90 * MINUTE);
    const log = createTestLog();

    await Promise.all([ensureTick(scheduler, AWAY, NOW, log), ensureTick(scheduler, AWAY, NOW, log)]);

    expect(scheduler.planned.get(TICK_NAME)).toMatchObject({ data: { cutOver: CUT_OVER, madeAt: NOW } });
    expect(log.messages('error')).toEqual([]);
  });

  it.each(['dataOf', 'repeat'] as const)('never rejects, also when %s is refused', async (refused) => {
    const scheduler = createMemoryScheduler();
    scheduler.refuses = (verb) => verb === refused;
    const log = createTestLog();
    log.expectError('the recurring schedule cannot be checked');

    expect(await ensureTick(scheduler, COMING, NOW, log)).toBeUndefined();

    expect(scheduler.planned.size).toBe(0);
    expect(log.messages('error')).toHaveLength(1);
  });
});

describe('readTicks', () => {
  const OVERVIEW = { lastTickAt: NOW - MINUTE, installedAt: CUT_OVER, isCutOverKnown: true };

  it.each([
    ['the last tick', OVERVIEW, { lastTickAt: NOW - MINUTE, cutOver: CUT_OVER }],
    ['none yet', { ...OVERVIEW, lastTickAt: null }, { lastTickAt: CUT_OVER, cutOver: CUT_OVER }],
    [
      'a guessed cut-over',
      { ...OVERVIEW, isCutOverKnown: false },
      { lastTickAt: NOW - MINUTE, cutOver: null },
    ],
  ])('tells from the overview: %s', async (_what, overview, seen) => {
    expect(await readTicks(createMemoryKeyValueStore(), overview)).toEqual(seen);
  });

  it('takes a missing overview for evidence only when no run has ever ended', async () => {
    const store = createMemoryKeyValueStore();
    expect(await readTicks(store, undefined)).toEqual({ lastTickAt: 0, cutOver: null });

    await store.set('state', { v: 1 });
    expect(await readTicks(store, undefined)).toEqual({ lastTickAt: null, cutOver: null });
  });

  it('takes a store that does not answer for no evidence', async () => {
    const store = createMemoryKeyValueStore();
    store.onOperation = () => 'refuse before';

    expect(await readTicks(store, undefined)).toEqual({ lastTickAt: null, cutOver: null });
  });
});

describe('removeSchedules', () => {
  it('removes every schedule this app can have made, and no other', async () => {
    const scheduler = createMemoryScheduler();
    await startTick(scheduler, CUT_OVER, NOW);
    await scheduler.once(runName(NOW), NOW, { kind: 'run' });
    await scheduler.once('of somebody else', NOW, { kind: 'run' });

    expect(await removeSchedules(scheduler, createTestLog())).toBe(true);

    expect([...scheduler.planned.keys()]).toEqual(['of somebody else']);
  });

  it('goes on when one resists, and tells', async () => {
    const scheduler = createMemoryScheduler();
    await startTick(scheduler, CUT_OVER, NOW);
    scheduler.refuses = (_verb, name) => name === runName(7 * MINUTE);
    const log = createTestLog();

    expect(await removeSchedules(scheduler, log)).toBe(false);

    expect(scheduler.planned.size).toBe(0);
    expect(log.messages('warn')).toEqual(['a schedule was not removed']);
    expect(scheduler.calls.filter((call) => call.startsWith('remove'))).toHaveLength(
      allScheduleNames().length,
    );
  });
});
