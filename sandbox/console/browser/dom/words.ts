const UTC = { timeZone: 'UTC', hourCycle: 'h23' } as const;
const DAY = new Intl.DateTimeFormat('en-GB', { ...UTC, weekday: 'short', day: 'numeric', month: 'short' });
const TIME = new Intl.DateTimeFormat('en-GB', { ...UTC, hour: '2-digit', minute: '2-digit' });
const SECONDS = new Intl.DateTimeFormat('en-GB', {
  ...UTC,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** `Mon 2 Nov`. */
export function dayWords(ms: number): string {
  return DAY.format(ms).replace(',', '');
}

/** `08:15`. */
export function timeWords(ms: number): string {
  return TIME.format(ms);
}

/** `Mon 2 Nov 08:15:09`. */
export function momentWords(ms: number): string {
  return `${dayWords(ms)} ${SECONDS.format(ms)}`;
}

/** `1,234`. */
export function numberWords(value: number): string {
  return value.toLocaleString('en');
}

/** `1 contact`, `2 contacts`. */
export function countWords(count: number, one: string): string {
  return `${numberWords(count)} ${one}${count === 1 ? '' : 's'}`;
}
