import type { Language } from './catalogue.ts';

/** Formats numbers, times and time spans in one language and one time zone. */
export interface Format {
  readonly zone: string;
  readonly isBrowserZone: boolean;
  count(value: number | null | undefined): string;
  percent(share: number): string;
  /** Date and time. */
  moment(ms: number | null | undefined): string;
  /** Time of day. `exact` adds the UTC offset, for hours that occur twice. */
  time(ms: number, exact?: boolean): string;
  /** Formats a day (`YYYY-MM-DD`). */
  day(day: string, style?: 'long' | 'short'): string;
  /** The day (`YYYY-MM-DD`) of a moment in the account's time zone, or in UTC while the zone is unknown. */
  dayOf(ms: number): string;
  /** Hour and minute of a moment as numbers. */
  clock(ms: number): { readonly hour: number; readonly minute: number };
  seconds(value: number | null | undefined): string;
}

const NOTHING = '–';

function isZone(zone: string | null | undefined): zone is string {
  try {
    return typeof zone === 'string' && new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

/** A span in its largest unit and the next smaller one, e.g. 1 hr 5 min. */
function spanWords(language: Language, value: number): string {
  const first = Math.max(
    0,
    UNITS.findIndex(({ seconds }) => value >= seconds),
  );
  const start = value < 1 ? UNITS.length - 1 : first;
  const parts: { readonly amount: number; readonly text: string }[] = [];
  let rest = Math.round(value);
  for (const { unit, seconds } of UNITS.slice(start, start + 2)) {
    const amount = Math.floor(rest / seconds);
    rest %= seconds;
    const words = new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' });
    parts.push({ amount, text: words.format(amount) });
  }
  return parts
    .filter(({ amount }, index) => index === 0 || amount > 0)
    .map(({ text }) => text)
    .join(' ');
}

function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Creates the formats of a language in the account's time zone, or in the browser's while that is unknown. */
export function createFormat(
  language: Language,
  accountZone: string | null | undefined,
  ofBrowser = browserZone(),
): Format {
  const isKnown = isZone(accountZone);
  const zone = isKnown ? accountZone : ofBrowser;
  const inZone = (options: Intl.DateTimeFormatOptions, locale: string = language): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  const numbers = new Intl.NumberFormat(language);
  const percents = new Intl.NumberFormat(language, { style: 'percent' });
  const moments = inZone({ dateStyle: 'medium', timeStyle: 'short' });
  const times = inZone({ timeStyle: 'short' });
  const exactTimes = inZone({ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });
  const days = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: isKnown ? zone : 'UTC',
  });
  const clocks = inZone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-GB');
  const dayWords = {
    long: new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }),
    short: new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  };
  return {
    zone,
    isBrowserZone: !isKnown,
    count: (value) => (typeof value === 'number' ? numbers.format(value).replace('-', '−') : NOTHING),
    percent: (share) => percents.format(share),
    moment: (ms) => (typeof ms === 'number' ? moments.format(ms) : NOTHING),
    time: (ms, exact = false) => (exact ? exactTimes : times).format(ms),
    day: (day, style = 'long') => dayWords[style].format(Date.parse(`${day}T12:00:00Z`)),
    dayOf: (ms) => days.format(ms),
    clock: (ms) => {
      const [hour = '0', minute = '0'] = clocks.format(ms).split(':');
      return { hour: Number(hour), minute: Number(minute) };
    },
    seconds: (value) => (typeof value === 'number' ? spanWords(language, value) : NOTHING),
  };
}
