import { createMemoryScheduler } from '../../test/fakes/memory-scheduler';
import { createTestLog } from '../../test/fakes/test-log';
import { allScheduleNames, runName, TICK_NAME } from '../platform/keys';
import { ensureTick, removeSchedules, startTick } from './schedules';

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

describe('ensureTick', () => {
  it('only looks when the schedule is there', async () => {
    const scheduler = createMemoryScheduler();
    await startTick(scheduler, CUT_OVER, NOW - 60 * MINUTE);
    const before = scheduler.planned.get(TICK_NAME);
    const log = createTestLog();

    await ensureTick(scheduler, NOW, NOW, log);

    expect(scheduler.planned.get(TICK_NAME)).toEqual(before);
    expect(log.lines).toEqual([]);
  });

  it('starts a lost schedule anew and says so', async () => {
    const scheduler = createMemoryScheduler();
    const log = createTestLog();

    await ensureTick(scheduler, CUT_OVER, NOW, log);

    expect(scheduler.planned.get(TICK_NAME)).toMatchObject({ data: { cutOver: CUT_OVER } });
    expect(log.messages('warn')).toEqual(['the recurring schedule was lost and is back']);
  });

  it.each(['exists', 'repeat'] as const)('never rejects, also when %s is refused', async (refused) => {
    const scheduler = createMemoryScheduler();
    scheduler.refuses = (verb) => verb === refused;
    const log = createTestLog();
    log.expectError('the recurring schedule cannot be checked');

    await ensureTick(scheduler, CUT_OVER, NOW, log);

    expect(scheduler.planned.size).toBe(0);
    expect(log.messages('error')).toHaveLength(1);
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
