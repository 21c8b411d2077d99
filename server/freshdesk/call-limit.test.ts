import { fc } from '../../test/property';
import { LIMITS } from '../values/limits';
import { creditsPerMinute, UNKNOWN_LIMIT } from './call-limit';
import { createQuota, NOTHING_LEARNED, type Quota, type QuotaMemory } from './quota';

const START = Date.parse('2026-11-05T12:10:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** An account whose credits are renewed at once at every full period; the app's runs and others use them. */
function accountWith(total: number, periodMs: number) {
  const clock = { now: START };
  let used = 0;
  let period = -1;
  let memory: QuotaMemory = NOTHING_LEARNED;
  function left(): number {
    const current = Math.floor(clock.now / periodMs);
    if (current !== period) used = 0;
    period = current;
    return total - used;
  }
  function call(quota: Quota): void {
    left();
    used += 1;
    const headers = {
      'x-ratelimit-total': String(total),
      'x-ratelimit-remaining': `${Math.max(0, left())}.0`,
    };
    quota.learn('other', headers);
  }
  return {
    clock,
    left,
    useByOthers: (credits: number) => {
      left();
      used += credits;
    },
    /** One run that wants so many calls; how many it made. */
    run(wanted: number): number {
      const quota = createQuota(
        memory,
        () => clock.now,
        () => true,
      );
      let made = 0;
      while (made < wanted && quota.take('other')) {
        call(quota);
        made += 1;
      }
      memory = JSON.parse(JSON.stringify(quota.memory())) as QuotaMemory;
      return made;
    },
    memory: () => memory,
  };
}

type Account = ReturnType<typeof accountWith>;

/** Runs a minute apart that all want as many calls as they may make; calls of each run. */
function callsIn(account: Account, minutes: number): readonly number[] {
  return Array.from({ length: minutes }, () => {
    const made = account.run(5_000);
    account.clock.now += MINUTE;
    return made;
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

describe('a limit of an hour', () => {
  it.each([3_000, 5_000])('of %i: half of it at most in any hour, from the first answer on', (total) => {
    const calls = callsIn(accountWith(total, HOUR), 240);

    const hours = calls.map((_, minute) => sum(calls.slice(minute, minute + 60)));
    expect(Math.max(...hours)).toBeLessThanOrEqual(total / 2);
    expect(sum(calls.slice(60, 120))).toBeGreaterThan(total / 4);
  });

  it('leaves calls to every run, however many an import wants', () => {
    const calls = callsIn(accountWith(3_000, HOUR), 120);

    expect(Math.min(...calls.slice(2))).toBeGreaterThanOrEqual(10);
  });

  it('leaves a tenth untouched while others use the rest, and goes on in the next hour', () => {
    const account = accountWith(3_000, HOUR);
    callsIn(account, 5);
    account.useByOthers(account.left() - 320);

    expect(sum(callsIn(account, 30))).toBeLessThanOrEqual(20);
    expect(account.left()).toBeGreaterThanOrEqual(300);
    account.clock.now += HOUR;
    expect(account.run(5_000)).toBeGreaterThan(100);
  });

  it('is not taken for that of a minute when it is renewed', () => {
    const account = accountWith(3_000, HOUR);
    callsIn(account, 200);

    expect(account.memory().account).toMatchObject({ total: 3_000, isMinute: false });
    expect(creditsPerMinute(account.memory().account)).toBe(50);
  });

  it('gives nothing for free to a clock that goes back', () => {
    const account = accountWith(3_000, HOUR);
    const first = account.run(5_000);
    account.clock.now -= 30 * MINUTE;

    expect(account.run(5_000)).toBe(0);
    expect(first).toBe(3_000 * LIMITS.freshdeskShare * LIMITS.freshdeskHourBurst);
  });
});

describe('a limit of a minute', () => {
  it('that is large is used as such within half an hour, once its rest was seen to be renewed twice', () => {
    const account = accountWith(2_000, MINUTE);

    const calls = callsIn(account, 30);

    expect(account.memory().account.isMinute).toBe(true);
    expect(calls[29]).toBe(1_000);
  });

  it('that is large is known as such in minutes where others use much of it', () => {
    const account = accountWith(2_000, MINUTE);
    for (let minute = 0; minute < 6; minute += 1) {
      account.useByOthers(500 * (minute % 2));
      callsIn(account, 1);
    }

    expect(account.memory().account.isMinute).toBe(true);
  });

  it('that is small is one from the first answer on', () => {
    expect(callsIn(accountWith(400, MINUTE), 3)).toEqual([200, 200, 200]);
    expect(creditsPerMinute({ ...UNKNOWN_LIMIT, total: 400 })).toBe(400);
  });
});

it('never takes more than half of a period, nor of what others leave the last tenth', () => {
  const minutes = fc.array(
    fc.record({ wanted: fc.integer({ min: 0, max: 400 }), others: fc.integer({ min: 0, max: 300 }) }),
    { minLength: 1, maxLength: 90 },
  );
  fc.assert(
    fc.property(fc.integer({ min: 1_500, max: 6_000 }), minutes, (total, load) => {
      const account = accountWith(total, HOUR);
      const made = load.map(({ wanted, others }) => {
        account.useByOthers(Math.min(others, account.left()));
        const before = account.left();
        const calls = account.run(wanted);
        account.clock.now += MINUTE;
        if (calls > 1) expect(before - calls).toBeGreaterThanOrEqual(Math.floor(total / 10) - 1);
        return calls;
      });
      const hours = made.map((_, minute) => sum(made.slice(minute, minute + 60)));
      expect(Math.max(...hours)).toBeLessThanOrEqual(Math.ceil(total / 2) + 1);
    }),
  );
});
