import { LIMITS } from '../platform/limits';
import { decodeBase64Into, encodeBase64 } from './base64';
import { MARKS, strongerMark, type Mark } from './mark';

/**
 * The ledger of 50,000 tickets in one value: four bits each, two for the ticket's own contact and two for its contact in
 * Unknown Tickets, as base64 with the unused end cut off.
 */

const BYTES = LIMITS.ticketsPerKey / 2;

/** Which of a ticket's two contacts is meant. */
export type TicketPart = 'own' | 'unknown';
const SHIFTS: Readonly<Record<TicketPart, number>> = { own: 0, unknown: 2 };

/** An open ledger key; `bits` changes in place as marks grow. */
export interface TicketBits {
  readonly bits: Uint8Array;
}

/** The value stored under a `tickets:` key. */
export interface StoredTicketBits {
  readonly v: 1;
  readonly bits: string;
}

/** Tickets of which nothing is known yet. */
export function emptyTicketBits(): TicketBits {
  return { bits: new Uint8Array(BYTES) };
}

/** The stored value opened; empty when the key does not exist, null when it cannot be read. */
export function parseTicketBits(stored: unknown): TicketBits | null {
  if (stored === undefined) return emptyTicketBits();
  const { v, bits } = (stored ?? {}) as { v?: unknown; bits?: unknown };
  if (v !== 1 || typeof bits !== 'string') return null;
  const opened = decodeBase64Into(bits, new Uint8Array(BYTES));
  return opened === null ? null : { bits: opened };
}

/** The value to store; at most 33,336 characters of base64. */
export function storeTicketBits(ledger: TicketBits): StoredTicketBits {
  let used = ledger.bits.length;
  while (used > 0 && ledger.bits[used - 1] === 0) used -= 1;
  const whole = Math.min(BYTES, Math.max(3, Math.ceil(used / 3) * 3));
  return { v: 1, bits: encodeBase64(ledger.bits.subarray(0, whole)) };
}

function place(ticketId: number, part: TicketPart): { readonly byte: number; readonly shift: number } {
  const index = ticketId % LIMITS.ticketsPerKey;
  return { byte: index >> 1, shift: (index % 2) * 4 + SHIFTS[part] };
}

/** What is known of one of a ticket's two contacts. */
export function readTicketMark(ledger: TicketBits, ticketId: number, part: TicketPart): Mark {
  const { byte, shift } = place(ticketId, part);
  return MARKS[((ledger.bits[byte] ?? 0) >> shift) & 3] ?? 'settled';
}

/** Lets a mark grow; true when that changed anything. */
export function growTicketMark(ledger: TicketBits, ticketId: number, part: TicketPart, mark: Mark): boolean {
  const { byte, shift } = place(ticketId, part);
  const before = ledger.bits[byte] ?? 0;
  const grown = strongerMark(readTicketMark(ledger, ticketId, part), mark);
  const after = (before & ~(3 << shift)) | (MARKS.indexOf(grown) << shift);
  ledger.bits[byte] = after;
  return after !== before;
}
