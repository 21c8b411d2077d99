import type { TicketFacts } from '../contacts/ticket-facts';
import { AppError, ERROR_CODES } from '../values/app-error';
import { isEmptyRecord } from '../values/empty-record';
import { readFlags, writeFlags } from '../values/flag-bits';
import { readField } from '../values/read-field';

/** The value under `facts:new`: facts that wait until their ticket's key is written. */
interface NewFactsRecord {
  readonly v: 1;
  /** A ticket's numbers in base 36 with points between them; tickets with commas. */
  readonly facts: string;
}

/** The last number is absent where no event told it. */
type Numbers = readonly [
  ...[ticketId: number, source: number, group: number, second: number, flags: number, turned: number],
  groupBefore?: number,
];

const FLAGS = ['deleted', 'spam', 'alert', 'isUpdate'] as const;
const TURNED = ['deleted', 'spam'] as const;

/** The value to store. */
export function storeNewFacts(facts: ReadonlyMap<number, TicketFacts>): NewFactsRecord {
  const entries = [...facts.values()].map((each) => {
    const { ticketId, source, groupId, changedAt, groupBefore, turned } = each;
    const set = FLAGS.filter((flag) => each[flag]);
    const before = groupBefore === undefined ? [] : [groupBefore ?? 0];
    const numbers = [ticketId, source, groupId ?? 0, changedAt / 1000, writeFlags(FLAGS, set)];
    const all = [...numbers, writeFlags(TURNED, turned), ...before];
    return all.map((number) => number.toString(36)).join('.');
  });
  return { v: 1, facts: entries.join(',') };
}

function readEntry(entry: string): TicketFacts {
  const numbers = entry.split('.').map((number) => parseInt(number, 36));
  const [ticketId, source, group, second, flags, turned, before] = numbers as unknown as Numbers;
  const set = readFlags(FLAGS, flags);
  return {
    ...{ ticketId, source, groupId: group || null, changedAt: second * 1000 },
    ...{ deleted: set.includes('deleted'), spam: set.includes('spam') },
    ...{ alert: set.includes('alert'), isUpdate: set.includes('isUpdate') },
    ...{ createdAt: null, requesterId: null, turned: readFlags(TURNED, turned) },
    ...(before === undefined ? {} : { groupBefore: before || null }),
  };
}

/** Opens the stored value; throws when it cannot be read, which stops the run. */
export function openNewFacts(value: unknown): Map<number, TicketFacts> {
  const text = readField(value, 'facts');
  // The platform's store returns an empty text as null.
  if (isEmptyRecord(value) || text === '' || text === null) return new Map();
  if (readField(value, 'v') !== 1 || typeof text !== 'string')
    throw new AppError(ERROR_CODES.recordUnreadable, 'New facts of tickets cannot be read');
  const told = text.split(',').map(readEntry);
  return new Map(told.map((facts) => [facts.ticketId, facts]));
}
