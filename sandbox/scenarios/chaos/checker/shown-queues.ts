import type { Helpdesk } from '../../../freshdesk/model/helpdesk';
import type { Ticket, TicketRecord } from '../../../freshdesk/model/ticket';
import { toSecond } from '../../../oracle/contact-path';
import type { ToldRecord } from '../../../oracle/live/told';
import { namedQueue, type Series } from '../../../oracle/queue-of';
import { replySource } from '../../../oracle/reply-truth';
import type { RightQueue } from '../../../oracle/true-contact';

/** What was shown and told. Milliseconds. */
export interface ShownAndTold {
  /** The times in which the app had a key. */
  readonly keyTimes: readonly { readonly from: number; readonly to: number }[];
  readonly records: readonly ToldRecord[];
}

/** A contact's ticket, its series, and its source by that of the ticket. */
interface Subject {
  readonly record: TicketRecord;
  readonly series: Series;
  readonly sourceOf: (ticketSource: number) => number;
}

function replySubject({ conversations, tickets }: Helpdesk, replyId: number): Subject | null {
  const conversation = conversations.get(replyId);
  const record = tickets.get(conversation?.receivedOnTicketId ?? 0);
  if (conversation === undefined || record === undefined) return null;
  return { record, series: 'replies', sourceOf: replySource(conversation) };
}

function ticketSubject({ tickets }: Helpdesk, ticketId: number): Subject | null {
  const record = tickets.get(ticketId);
  const created = record?.versions[0]?.ticket.source;
  return record === undefined ? null : { record, series: 'tickets', sourceOf: (source) => created ?? source };
}

function subjectOf(helpdesk: Helpdesk, contactId: string): Subject | null {
  const [kind, digits] = contactId.split(':');
  if (kind === 'reply') return replySubject(helpdesk, Number(digits));
  return kind === 'ticket' ? ticketSubject(helpdesk, Number(digits)) : null;
}

/**
 * The states that Freshdesk showed with a key until the contact was named, apart from those that events had corrected by then. One
 * that no event told was found by a scan, and may have been named at any time.
 */
function shownStates(
  { id, versions }: TicketRecord,
  contactId: string,
  { keyTimes, records }: ShownAndTold,
): readonly Ticket[] {
  const own = records.filter((each) => each.contactId === contactId);
  const namedAt = Math.min(...own.map(({ removedAt }) => removedAt ?? Infinity));
  const known = records.filter(
    ({ ticketId, removedAt }) => ticketId === id && (removedAt ?? Infinity) < namedAt,
  );
  const told = own.length === 0 ? [] : known;
  const newest = Math.max(...told.map(({ changedAt }) => changedAt ?? -Infinity));
  const shown = versions.filter(({ at }, index) => {
    const end = versions[index + 1]?.at ?? Infinity;
    return at <= namedAt && keyTimes.some(({ from, to }) => at <= to && from < end);
  });
  return shown.map(({ ticket }) => ticket).filter(({ updatedAt }) => toSecond(updatedAt) >= newest);
}

/**
 * The queues of a contact by what Freshdesk showed of its ticket in times with a key: the app keeps that for the time after, until
 * an event tells otherwise.
 */
export function shownQueues(
  helpdesk: Helpdesk,
  contactId: string,
  shownAndTold: ShownAndTold,
): readonly RightQueue[] {
  const subject = subjectOf(helpdesk, contactId);
  if (subject === null) return [];
  const { record, series, sourceOf } = subject;
  const queues = shownStates(record, contactId, shownAndTold).map(({ groupId, source }) =>
    namedQueue(helpdesk, { groupId, source: sourceOf(source), series }),
  );
  return [...new Map(queues.map((queue) => [queue.identifier, queue])).values()];
}
