import { describeScheduler } from '../../test/batteries/scheduler';
import { createMemoryScheduler } from '../../test/fakes/memory-scheduler';
import { putSandboxGlobals, removeGlobals } from '../../test/fakes/sandbox-globals';
import { createScheduler } from './scheduler';

const NOON = Date.parse('2026-11-05T12:00:00Z');

afterEach(removeGlobals);

describeScheduler('in memory', () => {
  const scheduler = createMemoryScheduler();
  return {
    scheduler,
    now: NOON,
    firesAt: (name) => Promise.resolve(scheduler.planned.get(name)?.at ?? null),
    refuseShorterThan: (minutes) => {
      scheduler.minRepeatMinutes = minutes;
    },
    breakDown: () => {
      scheduler.refuses = () => true;
    },
  };
});

describeScheduler('over $schedule', () => {
  const { clock, faults } = putSandboxGlobals();
  return {
    scheduler: createScheduler(),
    now: clock.now(),
    firesAt: async (name) => {
      const fetched = (await $schedule.fetch({ name })) as { readonly schedule_at: string };
      return Date.parse(fetched.schedule_at);
    },
    refuseShorterThan: (minutes) => {
      faults.minRepeatMinutes = minutes;
    },
    breakDown: () => {
      faults.refuse = () => ({ status: 500, message: 'Internal error' });
    },
  };
});

it('hands the data of a schedule to the platform as it is', async () => {
  const { clock } = putSandboxGlobals();
  const data = { kind: 'tick', cutOver: NOON, every: 5 } as const;

  await createScheduler().repeat('tick', clock.now() + 360_000, 5, data);

  expect(await $schedule.fetch({ name: 'tick' })).toMatchObject({
    data,
    repeat: { time_unit: 'minutes', frequency: 5 },
  });
});
