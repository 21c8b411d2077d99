import type { TicketFacts } from '../contacts/ticket-facts';
import { AppError, ERROR_CODES } from '../values/app-error';
import { isEmptyRecord } from '../values/empty-record';
import { readField } from '../values/read-field';

/** The value under `facts:new`: facts that wait until their ticket's key is written. */
interface NewFactsRecord {
  readonly v: 1;
  /** A ticket's numbers in base 36 with points between them; tickets with commas. */
  readonly facts: string;
}

const FLAGS = ['deleted', 'spam', 'alert', 'isUpdate'] as const;
const TURNED = ['deleted', 'spam'] as const;
/** The place of the group before, where it is told. */
const BEFORE = 6;

function bitsOf<T>(all: readonly T[], has: (each: T) => boolean): number {
  return all.reduce((sum, each, place) => sum + (has(each) ? 2 ** place : 0), 0);
}

/** The value to store. */
export function storeNewFacts(facts: ReadonlyMap<number, TicketFacts>): NewFactsRecord {
  const entries = [...facts.values()].map((each) => {
    const { ticketId, source, groupId, changedAt, groupBefore, turned } = each;
    const numbers = [
      ...[ticketId, source, groupId ?? 0, changedAt / 1000],
      bitsOf(FLAGS, (flag) => each[flag]),
      bitsOf(TURNED, (flag) => turned.includes(flag)),
      ...(groupBefore === undefined ? [] : [groupBefore ?? 0]),
    ];
    return numbers.map((number) => number.toString(36)).join('.');
  });
  return { v: 1, facts: entries.join(',') };
}

function hasBit(bits: number, place: number): boolean {
  return ((bits >> place) & 1) === 1;
}

function parseEntry(entry: string): TicketFacts {
  const numbers = entry.split('.').map((number) => parseInt(number, 36));
  const at = (place: number): number => numbers[place] ?? 0;
  const has = (flag: (typeof FLAGS)[number]): boolean => hasBit(at(4), FLAGS.indexOf(flag));
  const idOrNull = (place: number): number | null => (at(place) === 0 ? null : at(place));
  return {
    ...{ ticketId: at(0), source: at(1), groupId: idOrNull(2), changedAt: at(3) * 1000 },
    ...{ deleted: has('deleted'), spam: has('spam'), alert: has('alert'), isUpdate: has('isUpdate') },
    ...{ createdAt: null, requesterId: null },
    ...(numbers.length > BEFORE ? { groupBefore: idOrNull(BEFORE) } : {}),
    turned: TURNED.filter((flag) => hasBit(at(5), TURNED.indexOf(flag))),
  };
}

/** Opens the stored value; throws when it cannot be read, which stops the run. */
export function openNewFacts(value: unknown): Map<number, TicketFacts> {
  const text = readField(value, 'facts');
  // The platform's store returns an empty text as null.
  if (isEmptyRecord(value) || text === '' || text === null) return new Map();
  if (readField(value, 'v') !== 1 || typeof text !== 'string')
    throw new AppError(ERROR_CODES.recordUnreadable, 'New facts of tickets cannot be read');
  return new Map(text.split(',').map((entry) => [parseEntry(entry).ticketId, parseEntry(entry)]));
}
