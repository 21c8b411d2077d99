/** One line of the overview as people read it. */
export interface Figure {
  readonly label: string;
  readonly text: string;
}

const NOTHING = '–';
const ISO_TIME = /^\d{4}-\d{2}-\d{2}T/;

/** Turns `completeUntil` or `complete_until` into `Complete until`. */
function toLabel(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/_/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const TEXT_BY_TYPE: Readonly<Record<string, (value: never) => string>> = {
  boolean: (value: boolean) => (value ? 'yes' : 'no'),
  number: (value: number) => value.toLocaleString('en'),
  string: (value: string) => (ISO_TIME.test(value) ? new Date(value).toLocaleString() : value),
};

function toText(value: unknown): string {
  if (value === null || value === undefined || value === '') return NOTHING;
  const format = TEXT_BY_TYPE[typeof value];
  return format ? format(value as never) : JSON.stringify(value);
}

/** The overview's entries in the order the server gave them. */
export function formatFigures(overview: object): Figure[] {
  return Object.entries(overview).map(([key, value]) => ({ label: toLabel(key), text: toText(value) }));
}
