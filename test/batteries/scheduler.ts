import type { Scheduler } from '../../server/platform/ports';

/** The tested implementation. */
export interface SchedulerUnderTest {
  readonly scheduler: Scheduler;
  /** The time of the scheduler's clock (ms). */
  readonly now: number;
  /** The next time of a schedule (ms); null if there is none. */
  firesAt(name: string): Promise<number | null>;
  /** Makes the scheduler refuse shorter intervals from now on. */
  refuseShorterThan(minutes: number): void;
  /** Makes the scheduler refuse every call from now on. */
  breakDown(): void;
}

const MINUTE = 60_000;

/** Tests for every implementation of Scheduler. */
export function describeScheduler(name: string, open: () => SchedulerUnderTest): void {
  describe(`a scheduler ${name}`, () => {
    it('has no schedule at first', async () => {
      const { scheduler } = open();

      expect(await scheduler.exists('tick')).toBe(false);
      expect(await scheduler.dataOf('tick')).toBeUndefined();
    });

    it('has a recurring schedule once it was started', async () => {
      const { scheduler, now, firesAt } = open();

      await scheduler.repeat('tick', now + 6 * MINUTE, 5, { kind: 'tick', cutOver: now, every: 5 });

      expect(await scheduler.exists('tick')).toBe(true);
      expect(await scheduler.dataOf('tick')).toEqual({ kind: 'tick', cutOver: now, every: 5 });
      expect(await firesAt('tick')).toBe(now + 6 * MINUTE);
    });

    it('refuses an interval that the platform does not want', async () => {
      const { scheduler, now, refuseShorterThan } = open();
      refuseShorterThan(10);

      await expect(
        scheduler.repeat('tick', now + 6 * MINUTE, 5, { kind: 'tick', every: 5 }),
      ).rejects.toMatchObject({ code: 'schedule_failed' });
      expect(await scheduler.exists('tick')).toBe(false);

      await scheduler.repeat('tick', now + 6 * MINUTE, 10, { kind: 'tick', every: 10 });
      expect(await scheduler.exists('tick')).toBe(true);
    });

    it('moves a one-time run when one of that name exists', async () => {
      const { scheduler, now, firesAt } = open();

      await scheduler.once('run-07', now + 7 * MINUTE, { kind: 'run' });
      await scheduler.once('run-07', now + 67 * MINUTE, { kind: 'run' });

      expect(await firesAt('run-07')).toBe(now + 67 * MINUTE);
    });

    it('removes a schedule, and is content when there is none', async () => {
      const { scheduler, now } = open();
      await scheduler.once('run-07', now + 7 * MINUTE, { kind: 'run' });

      await scheduler.remove('run-07');
      expect(await scheduler.exists('run-07')).toBe(false);

      await expect(scheduler.remove('run-07')).resolves.toBeUndefined();
    });

    it('says so when the platform refuses', async () => {
      const { scheduler, now, breakDown } = open();
      breakDown();
      const refused = { code: 'schedule_failed' };

      await expect(scheduler.exists('tick')).rejects.toMatchObject(refused);
      await expect(scheduler.dataOf('tick')).rejects.toMatchObject(refused);
      await expect(scheduler.repeat('tick', now + 6 * MINUTE, 5, { kind: 'tick' })).rejects.toMatchObject(
        refused,
      );
      await expect(scheduler.once('run-07', now + 7 * MINUTE, { kind: 'run' })).rejects.toMatchObject(
        refused,
      );
      await expect(scheduler.remove('tick')).rejects.toMatchObject(refused);
    });
  });
}
