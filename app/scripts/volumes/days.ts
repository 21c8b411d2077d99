/** Days for which counts are kept. */
const KEPT_DAYS = 35;

const DAY_MS = 86_400_000;

/** The day (`YYYY-MM-DD`) some days before or after another; days have no clock, so no clock change matters. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The days that can be chosen, the latest first. */
export function keptDays(today: string): readonly string[] {
  return [...Array(KEPT_DAYS).keys()].map((index) => shiftDay(today, -index));
}
