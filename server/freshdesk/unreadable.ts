import type { Log } from '../platform/ports';
import { LIMITS } from '../values/limits';
import { readField, readId } from '../values/read-field';
import type { OwnSlice } from '../values/slice';

/** A row of a list of Freshdesk that cannot be read; where it is, and nothing of what it says. */
export interface UnreadableRow {
  /** The kind of list: `tickets`, `spam`, `deleted` or `conversations`. */
  readonly list: string;
  /** The page of the answer, and the row in it, from 1. */
  readonly page: number;
  readonly row: number;
  /** The ticket as far as it is known. */
  readonly ticketId: number | null;
  /** The same for the same row when it is met again: its id, or how many rows it comes after the one before it with an id. */
  readonly place: string;
}

/** Rows that could not be read. Times in milliseconds. */
export interface UnreadableRows {
  readonly count: number;
  readonly lastAt: number;
  /** The places of the last ones, which are not counted again. */
  readonly places: readonly string[];
}

/** Where a list was read; `start` is the place before its first row, `ticketId` null: each row is a ticket. */
interface ReadList extends Pick<UnreadableRow, 'list' | 'page' | 'ticketId'> {
  readonly start: string;
}

/** The rows of an answer that were parsed to null. */
export function findUnreadable(
  rows: readonly unknown[],
  parsed: readonly unknown[],
  { list, page, ticketId, start }: ReadList,
): readonly UnreadableRow[] {
  let last: number | string = start;
  let after = 0;
  return rows.flatMap((each, index) => {
    const id = readId(readField(each, 'id'));
    after = id === null ? after + 1 : 0;
    last = id ?? last;
    if (parsed[index] !== null) return [];
    const place = [...(ticketId === null ? [] : [ticketId]), last].join('/') + (after > 0 ? `+${after}` : '');
    return [{ list, page, row: index + 1, ticketId: ticketId ?? id, place }];
  });
}

/** What noting them needs of a run. */
export interface RowNoter {
  readonly freshdesk: OwnSlice<{ readonly unreadable: UnreadableRows | null }>;
  readonly log: Pick<Log, 'warn'>;
  readonly now: () => number;
}

/** The count that the page still shows; null: no row was met in the last 35 days. `now` in milliseconds. */
export function recentlyUnreadable(known: UnreadableRows | null, now: number): UnreadableRows | null {
  return known !== null && now - known.lastAt < LIMITS.lostShownMs ? known : null;
}

const NONE: Omit<UnreadableRows, 'lastAt'> = { count: 0, places: [] };

/** Logs the place of each row and counts it, unless it is one of the last that were counted. */
export function noteUnreadable({ freshdesk, log, now }: RowNoter, rows: readonly UnreadableRow[]): void {
  const lastAt = now();
  for (const { place, ticketId, ...where } of rows) {
    const { count, places } = recentlyUnreadable(freshdesk.value.unreadable, lastAt) ?? NONE;
    if (places.includes(place)) {
      freshdesk.change({ unreadable: { count, places, lastAt } });
      continue;
    }
    log.warn('a row cannot be read', { ...where, ...(ticketId === null ? {} : { ticketId }) });
    const last = [...places, place].slice(-LIMITS.unreadablePlaces);
    freshdesk.change({ unreadable: { count: count + 1, places: last, lastAt } });
  }
}
