import { LIMITS } from '../values/limits';
import { parseStoredBits } from '../values/packed-bits';

/**
 * The ledger of 50,000 tickets in one value: four bits each, two for the ticket's own contact and two for its contact in
 * Unknown Tickets. At most 33,336 characters of base64.
 */

const BYTES = LIMITS.ticketsPerKey / 2;

/** Which of a ticket's two contacts is meant. */
export type TicketPart = 'own' | 'unknown';
const SHIFTS: Readonly<Record<TicketPart, number>> = { own: 0, unknown: 2 };

/** The open value of a ledger key: changes in place as marks grow. */
export type TicketBits = Uint8Array;

/** The stored value opened; nothing known when the key does not exist, null when it cannot be read. */
export function parseTicketBits(stored: unknown): TicketBits | null {
  return parseStoredBits(stored, BYTES);
}

function place(ticketId: number, part: TicketPart): { readonly byte: number; readonly shift: number } {
  const index = ticketId % LIMITS.ticketsPerKey;
  return { byte: index >> 1, shift: (index % 2) * 4 + SHIFTS[part] };
}

/** What is known of one of a ticket's two contacts. */
export function readTicketMark(bits: TicketBits, ticketId: number, part: TicketPart): Mark {
  const { byte, shift } = place(ticketId, part);
  return MARKS[((bits[byte] ?? 0) >> shift) & 3] ?? 'settled';
}

/** Lets a mark grow; true when that changed anything. */
export function growTicketMark(bits: TicketBits, ticketId: number, part: TicketPart, mark: Mark): boolean {
  const { byte, shift } = place(ticketId, part);
  const before = bits[byte] ?? 0;
  const grown = strongerMark(readTicketMark(bits, ticketId, part), mark);
  const after = (before & ~(3 << shift)) | (MARKS.indexOf(grown) << shift);
  bits[byte] = after;
  return after !== before;
}

/**
 * What the ledger knows of a contact. A mark only ever grows: none, then in doubt (it was in a POST whose outcome is not
 * known, or injixo refused it), then settled (accepted, discarded, or left out on purpose).
 */
export const MARKS = ['none', 'in doubt', 'settled'] as const;
export type Mark = (typeof MARKS)[number];

/** The greater of two marks. */
export function strongerMark(a: Mark, b: Mark): Mark {
  return MARKS.indexOf(a) >= MARKS.indexOf(b) ? a : b;
}
