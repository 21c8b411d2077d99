import type { Bitmap } from '../values/packed-bits';

/**
 * The ledger of 50,000 tickets in one value: four bits each, two for the ticket's own contact and two for its contact in
 * Unknown Tickets. At most 33,336 characters of base64.
 */

/** The bits of one ticket. */
export const BITS_PER_TICKET = 4;

/** Which of a ticket's two contacts is meant. */
export type TicketPart = 'own' | 'unknown';
const SHIFTS: Readonly<Record<TicketPart, number>> = { own: 0, unknown: 2 };

/**
 * What the ledger knows of a contact. A mark is only ever raised: none, then held (the outcome of its POST is unknown, or
 * injixo refused it), then settled (accepted, discarded, or left out on purpose).
 */
export const MARKS = ['none', 'held', 'settled'] as const;
export type Mark = (typeof MARKS)[number];

/** The mark of one of a ticket's two contacts. */
export function readTicketMark(bits: Bitmap, ticketId: number, part: TicketPart): Mark {
  return MARKS[(bits.get(ticketId) >> SHIFTS[part]) & 3] ?? 'settled';
}

/** Raises a mark; true when that changed anything. */
export function raiseTicketMark(bits: Bitmap, ticketId: number, part: TicketPart, mark: Mark): boolean {
  const raised = Math.max(MARKS.indexOf(readTicketMark(bits, ticketId, part)), MARKS.indexOf(mark));
  const other = bits.get(ticketId) & ~(3 << SHIFTS[part]);
  return bits.set(ticketId, other | (raised << SHIFTS[part]));
}
