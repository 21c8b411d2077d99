import { formatTable } from '../../sandbox/support/format-table';
import type { ContactEvent } from '../../server/contacts/contact-event';
import { type HistoryView, OUT_OF_REACH } from '../../server/history/history-view';

/** The contacts of one queue. */
interface QueueSum {
  readonly channel: string;
  contacts: number;
  first: string;
  last: string;
}

/** Sums contacts by queue. */
export interface QueueSums {
  add(events: readonly ContactEvent[]): void;
  contacts(): number;
  /** The queues with their volumes, largest first, and all of them together. */
  table(): string;
}

const COLUMNS = [
  { head: 'queue', align: 'left' },
  { head: 'channel', align: 'left' },
  { head: 'contacts', align: 'right' },
  { head: 'first', align: 'left' },
  { head: 'last', align: 'left' },
] as const;

/** Creates empty sums. */
export function createQueueSums(): QueueSums {
  const sums = new Map<string, QueueSum>();
  const addOne = ({ queueName, channel, timestamp }: ContactEvent): void => {
    const day = timestamp.slice(0, 10);
    const sum = sums.get(queueName) ?? { channel, contacts: 0, first: day, last: day };
    sum.contacts += 1;
    sum.first = day < sum.first ? day : sum.first;
    sum.last = day > sum.last ? day : sum.last;
    sums.set(queueName, sum);
  };
  return {
    add: (events) => events.forEach(addOne),
    contacts: () => [...sums.values()].reduce((sum, { contacts }) => sum + contacts, 0),
    table: () => {
      const queues = [...sums].sort(([, a], [, b]) => b.contacts - a.contacts);
      const rows = queues.map(([name, { channel, contacts, first, last }]) => [
        name,
        channel,
        String(contacts),
        first,
        last,
      ]);
      const days = [...sums.values()];
      const [first = ''] = days.map((each) => each.first).sort();
      const last =
        days
          .map((each) => each.last)
          .sort()
          .at(-1) ?? '';
      const total = String(days.reduce((sum, { contacts }) => sum + contacts, 0));
      return formatTable(COLUMNS, [...rows, [`all ${rows.length} queues`, '', total, first, last]]);
    },
  };
}

/** The limits of the import, in sentences. */
export function formatLimits(view: HistoryView): string {
  const known = view.outOfReach.map((code) => OUT_OF_REACH[code as keyof typeof OUT_OF_REACH]);
  const gap = view.plan?.gap ?? null;
  const archived =
    gap === null
      ? []
      : [`About ${gap} ticket numbers of this time are archived, spam or permanently deleted.`];
  return ['Not in these figures:', ...known.map((sentence) => `  - ${sentence}`), ...archived].join('\n');
}
