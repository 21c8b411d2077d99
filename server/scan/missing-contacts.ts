import {
  type RecordedContact,
  type Ticket,
  isDeletedOrSpam,
  ownContactOf,
  unknownContactOf,
} from '../contacts/contact';
import { leaveOutTicket } from '../contacts/counting-rules';
import type { Mark } from '../ledger/ticket-bits';
import type { Cursor } from '../freshdesk/ticket-list-cursor';

/** What the ledger knows of a ticket's two contacts. */
export interface TicketMarks {
  readonly own: Mark;
  readonly unknown: Mark;
}

function missingUnknown(
  ticket: Ticket,
  marks: TicketMarks,
  until: number,
  cutOver: number,
): RecordedContact | null {
  const isInSpan = ticket.updatedAt >= cutOver && ticket.updatedAt <= until;
  const isMissing = isDeletedOrSpam(ticket) && isInSpan && marks.unknown === 'none';
  return isMissing ? unknownContactOf(ticket) : null;
}

/**
 * The ticket's own contact when the ledger does not have it (T1; T5 when it is thrown away by now), else, for a ticket that
 * was thrown away, its Unknown contact (U1). Null when nothing is missing, it was left out on purpose, it lies before the
 * cut-over, or it is younger than the walk looks.
 */
export function missingInTicket(
  ticket: Ticket,
  marks: TicketMarks,
  walk: Pick<Cursor, 'until'>,
  cutOver: number,
): RecordedContact | null {
  if (leaveOutTicket(ticket) !== null) return null;
  if (ticket.createdAt >= cutOver && marks.own === 'none')
    return ticket.createdAt <= walk.until ? ownContactOf(ticket) : null;
  return missingUnknown(ticket, marks, walk.until, cutOver);
}
