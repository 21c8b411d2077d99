import { KEY_OF } from '../platform/keys';
import type { KeyValueStore } from '../platform/ports';
import { LIMITS } from '../values/limits';
import { readField } from '../values/read-field';
import { readable } from './readable';
import {
  openReplyPart,
  storeReplyPart,
  type ReplyEntry,
  type ReplyPart,
  type StoredReplyPart,
} from './reply-entries';
import { MARKS } from './ticket-bits';

/**
 * The ledger's replies of one hour. Its first four parts are filled in a row; a crowded hour goes on in one of 64 parts by
 * conversation id, so that four reads and one find any reply. Such a part that is full goes on 64 places later. The first
 * version of the app filled all parts in a row: of its crowded hours the whole row is read as well, and grows no more.
 */
export interface ReplyHour {
  /** Any moment of the hour (ms). */
  readonly at: number;
  /** The parts that are known, by place: read, or begun by this run. */
  readonly parts: Map<number, ReplyPart>;
  /** Places that were full when they were read: behind them only reading tells what there is. */
  readonly full: Set<number>;
  /** The first version of the app may have filled more than four parts in a row. */
  isRow: boolean;
}

const LAST_IN_ROW = 3;

/** An hour of which nothing is read yet. */
export function openHour(at: number): ReplyHour {
  return { at, parts: new Map(), full: new Set(), isRow: false };
}

/** Where a new reply goes: the first place on its way through the hour that is not full. */
function placeForNew(id: number, isFull: (place: number) => boolean): number {
  let place = 0;
  while (isFull(place)) {
    if (place === LAST_IN_ROW) place += 1 + (id % LIMITS.repliesSpread);
    else place += place < LAST_IN_ROW ? 1 : LIMITS.repliesSpread;
  }
  return place;
}

/** The place of the part that knows a reply. */
function placeOf({ parts }: ReplyHour, id: number): number | undefined {
  for (const [place, part] of parts) if (part.has(id)) return place;
  return undefined;
}

/** What has to be read next to know what the ledger has of a reply; null: nothing. */
export function unreadPlace(hour: ReplyHour, id: number): number | null {
  let place = 0;
  while (hour.full.has(place) && (place < LAST_IN_ROW || hour.isRow)) place += 1;
  if (!hour.parts.has(place)) return place;
  if (placeOf(hour, id) !== undefined) return null;
  place = placeForNew(id, (each) => hour.full.has(each));
  return hour.parts.has(place) ? null : place;
}

/** Reads what is needed to answer for a reply, at most so many parts; returns how many it read. @ops 1 a part */
export async function readForReply(
  hour: ReplyHour,
  id: number,
  store: KeyValueStore,
  most: number,
): Promise<number> {
  let reads = 0;
  for (let place = unreadPlace(hour, id); place !== null && reads < most; place = unreadPlace(hour, id)) {
    const stored = await store.get(KEY_OF.replies(hour.at, place));
    const part = readable(openReplyPart(stored));
    reads += 1;
    hour.parts.set(place, part);
    if (part.size < LIMITS.repliesPerKey) continue;
    hour.full.add(place);
    if (place === LAST_IN_ROW) hour.isRow = readField(stored, 'byId') !== true;
  }
  return reads;
}

/** Raises a reply's mark where it is known, or adds it; returns the place that changed, null when none did. */
export function raiseInHour(hour: ReplyHour, entry: ReplyEntry): number | null {
  const id = entry.conversationId;
  const place =
    placeOf(hour, id) ?? placeForNew(id, (each) => (hour.parts.get(each)?.size ?? 0) >= LIMITS.repliesPerKey);
  const part = hour.parts.get(place) ?? new Map<number, ReplyEntry>();
  const known = part.get(id);
  if (known !== undefined && MARKS.indexOf(known.mark) >= MARKS.indexOf(entry.mark)) return null;
  hour.parts.set(place, part.set(id, entry));
  return place;
}

/** The value to store for a place. */
export function storedPlace({ parts, isRow }: ReplyHour, place: number): StoredReplyPart {
  const isLast = place === LAST_IN_ROW && !isRow;
  return storeReplyPart(readable(parts.get(place)), isLast);
}

/** The places that a run reads to answer for a reply, as far as this one has read them. */
export function placesToRead({ parts, isRow }: ReplyHour, id: number): readonly number[] {
  const spread = LIMITS.repliesSpread;
  return [...parts.keys()].filter(
    (place) => place <= LAST_IN_ROW || isRow || (place - LAST_IN_ROW - 1) % spread === id % spread,
  );
}

/** The place that marking each of these replies would write, each new one beside those before it. */
export function placesToWrite(hour: ReplyHour, ids: readonly number[]): ReadonlySet<number> {
  const added = new Map<number, number>();
  const sizeAt = (place: number): number => (hour.parts.get(place)?.size ?? 0) + (added.get(place) ?? 0);
  const places = new Set<number>();
  for (const id of ids) {
    const known = placeOf(hour, id);
    const place = known ?? placeForNew(id, (each) => sizeAt(each) >= LIMITS.repliesPerKey);
    if (known === undefined) added.set(place, (added.get(place) ?? 0) + 1);
    places.add(place);
  }
  return places;
}
