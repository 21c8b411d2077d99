import { createMemoryScheduler } from '../../test/fakes/memory-scheduler';
import { createTestLog } from '../../test/fakes/test-log';
import { TICK_NAME } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { ScheduleData } from '../platform/ports';
import { planNextRuns } from './plan-next-runs';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const CUT_OVER = NOON - 86_400_000;
const TICK: ScheduleData = { kind: 'tick', cutOver: CUT_OVER, every: 5 };

async function plan(trigger: ScheduleData, hasWork: boolean, lastTickAt: number | null = NOON) {
  const scheduler = createMemoryScheduler();
  const log = createTestLog();
  await planNextRuns(scheduler, trigger, { lastTickAt, cutOver: CUT_OVER, hasWork, now: NOON, log });
  return { scheduler, log };
}

it.each([
  [1, []],
  [10, [11, 12, 13, 14, 15, 16, 17, 18, 19]],
])('fills the minutes between ticks of %i minutes', async (every, minutes) => {
  const { scheduler } = await plan({ ...TICK, every }, true);

  expect([...scheduler.planned.values()].map(({ at }) => (at - NOON) / 60_000)).toEqual(minutes);
});

it('plans a run for each minute between the next two ticks when a tick leaves work', async () => {
  const { scheduler } = await plan(TICK, true);

  expect([...scheduler.planned].map(([name, { at }]) => [name, at - NOON])).toEqual([
    ['injixo-connect-run-06', 360_000],
    ['injixo-connect-run-07', 420_000],
    ['injixo-connect-run-08', 480_000],
    ['injixo-connect-run-09', 540_000],
  ]);
  for (const { data } of scheduler.planned.values()) expect(data).toEqual({ kind: 'run', every: 5 });
});

it('plans nothing when a tick leaves no work', async () => {
  expect((await plan(TICK, false)).scheduler.calls).toEqual([]);
});

it('plans nothing after a run between ticks, work or not', async () => {
  expect((await plan({ kind: 'run' }, true)).scheduler.calls).toEqual([]);
});

it('goes on when single runs are refused', async () => {
  const scheduler = createMemoryScheduler();
  const log = createTestLog();
  scheduler.refuses = (_verb, name) => name.endsWith('07');

  const facts = { lastTickAt: NOON, cutOver: CUT_OVER, hasWork: true, now: NOON, log } as const;
  await planNextRuns(scheduler, TICK, facts);

  expect(scheduler.planned.size).toBe(3);
  expect(log.lines).toMatchObject([{ level: 'warn', fields: { code: 'schedule_failed' } }]);
});

describe('a run between ticks', () => {
  it.each([
    ['too long ago', NOON - 5 * 60_000 - LIMITS.tickLateMs - 1],
    ['never', null],
  ])('starts the recurring schedule anew when a tick came last %s', async (_when, lastTickAt) => {
    const { scheduler } = await plan({ kind: 'run' }, false, lastTickAt);

    expect(scheduler.planned.get(TICK_NAME)).toMatchObject({ every: 5, data: { cutOver: CUT_OVER } });
  });

  it('does not look for it while ticks come', async () => {
    expect(
      (await plan({ kind: 'run' }, false, NOON - 5 * 60_000 - LIMITS.tickLateMs)).scheduler.calls,
    ).toEqual([]);
  });
});
