/**
 * Up to here every contact is accepted or accounted for (held ones are named beside it): the scan's cursor, or the oldest
 * contact that is due and not sent when that is earlier. Milliseconds.
 */
export function completeUntil(checkedUntil: number, oldestDue: number | null): number {
  return oldestDue === null ? checkedUntil : Math.min(checkedUntil, oldestDue);
}
