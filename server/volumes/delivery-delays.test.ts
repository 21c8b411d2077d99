import { fc } from '../../test/property';
import { createCalendar, parseDay } from '../values/calendar';
import { figuresOf, NO_DELAYS, withAccepted, type DeliveryDelays } from './delivery-delays';

const BERLIN = createCalendar('Europe/Berlin');
const TODAY = parseDay('2026-11-05') ?? 0;
const NOON = Date.parse('2026-11-05T11:00:00Z');
const DAY = 86_400_000;

function accept(totals: DeliveryDelays, delays: readonly number[], at = NOON, isLive = true): DeliveryDelays {
  const occurredAt = delays.map((seconds) => at - seconds * 1000);
  return withAccepted(totals, { at, occurredAt, isLive }, BERLIN);
}

it('counts what was accepted on each day of the account', () => {
  const late = Date.parse('2026-11-04T22:59:59Z');
  const totals = accept(accept(accept(NO_DELAYS, [60, 61], late), [60], late + 1000), [60, 70, 80]);

  expect(figuresOf(totals, TODAY).today.accepted).toBe(4);
  expect(figuresOf(totals, TODAY - 1).today.accepted).toBe(2);
  expect(figuresOf(totals, TODAY + 1).today).toEqual({
    accepted: 0,
    medianSeconds: null,
    worstSeconds: null,
  });
});

it('adds up seven days and forgets older ones', () => {
  let totals = NO_DELAYS;
  for (let day = 0; day < 10; day += 1) totals = accept(totals, [60], NOON + (day - 9) * DAY);

  expect(figuresOf(totals, TODAY).accepted7Days).toBe(7);
  expect(figuresOf(totals, TODAY + 2).accepted7Days).toBe(5);
  expect(totals.days).toHaveLength(7);
});

it('tells the median within five per cent, and the worst to the second', () => {
  const delays = fc.array(fc.integer({ min: 0, max: 3_000_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(delays, (seconds) => {
      const { medianSeconds, worstSeconds } = figuresOf(accept(NO_DELAYS, seconds), TODAY).today;
      const inOrder = [...seconds].sort((a, b) => a - b);
      const median = inOrder[Math.ceil(seconds.length / 2) - 1] ?? 0;

      expect(worstSeconds).toBe(Math.max(...seconds));
      expect(Math.abs((medianSeconds ?? -1) - median)).toBeLessThanOrEqual(1 + median * 0.05);
    }),
  );
});

it('begins the delays anew each day', () => {
  const totals = accept(accept(NO_DELAYS, [9000], NOON - DAY), [60]);

  expect(figuresOf(totals, TODAY).today).toMatchObject({ accepted: 1, worstSeconds: 60 });
});

it('takes what is not live for accepted, and for no delay', () => {
  const totals = accept(accept(NO_DELAYS, [60]), [900_000], NOON, false);

  expect(figuresOf(totals, TODAY).today).toEqual({ accepted: 2, medianSeconds: 60, worstSeconds: 60 });
});

it('knows no delay below none: a contact may be dated a moment ahead', () => {
  expect(figuresOf(accept(NO_DELAYS, [-5]), TODAY).today).toMatchObject({
    medianSeconds: 0,
    worstSeconds: 0,
  });
});
