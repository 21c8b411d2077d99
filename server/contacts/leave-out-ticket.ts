import type { LeftOutReason } from './contact';
import { SOURCE } from './sources';

/** The tag of the tickets in which the app itself tells somebody that something needs attention. */
export const ALERT_TAG = 'injixo-connect-alert';

/** True for a ticket in which the app itself tells somebody something: neither it nor what is written on it is a contact (T7). */
export function isAlert(ticket: { readonly tags: readonly string[] }): boolean {
  return ticket.tags.includes(ALERT_TAG);
}

/** The signs that a ticket is no contact; a ticket of Freshdesk's API does not show the last two. */
export interface TicketSigns {
  readonly source: number;
  readonly tags: readonly string[];
  readonly outboundEmail?: boolean;
  readonly imported?: boolean;
}

interface Row {
  readonly reason: LeftOutReason;
  readonly applies: (ticket: TicketSigns) => boolean;
}

/**
 * Rows T7, T4, T2 and T3, in the order in which they are tried. What the API cannot show (T4, T2) goes before T3, so
 * that it is remembered even when both apply.
 */
const ROWS: readonly Row[] = [
  { reason: 'alert', applies: isAlert },
  { reason: 'migrated', applies: (ticket) => ticket.imported === true },
  {
    reason: 'outbound',
    applies: (ticket) => ticket.outboundEmail === true || ticket.source === SOURCE.OUTBOUND_EMAIL,
  },
  { reason: 'internal task', applies: (ticket) => ticket.source === SOURCE.INTERNAL_TASK },
];

/** Says why a ticket is not counted, for an event's ticket and for one of the API alike; null when it is counted. */
export function leaveOutTicket(ticket: TicketSigns): LeftOutReason | null {
  return ROWS.find((row) => row.applies(ticket))?.reason ?? null;
}
