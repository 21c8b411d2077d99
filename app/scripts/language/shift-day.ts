const DAY_MS = 86_400_000;

/** Shifts a day (`YYYY-MM-DD`) by calendar days; clock changes do not matter. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
