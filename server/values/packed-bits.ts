import { isEmptyRecord } from './empty-record';
import { LIMITS } from './limits';

// Base64 in plain ECMAScript: the platform's sandbox has neither Buffer nor btoa.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: ReadonlyMap<string, number> = new Map([...ALPHABET].map((char, value) => [char, value]));

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

/** The bytes as base64 without padding; `length` must be a multiple of three for others to read it as standard base64. */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const triple = (byteAt(bytes, i) << 16) | (byteAt(bytes, i + 1) << 8) | byteAt(bytes, i + 2);
    parts.push(
      ALPHABET.charAt(triple >> 18) +
        ALPHABET.charAt((triple >> 12) & 63) +
        ALPHABET.charAt((triple >> 6) & 63) +
        ALPHABET.charAt(triple & 63),
    );
  }
  return parts.join('');
}

/** Writes the bytes that `text` stands for into `target`; null when the text is not what encodeBase64 writes. */
export function decodeBase64Into(text: string, target: Uint8Array): Uint8Array | null {
  for (let i = 0; i < text.length; i += 4) {
    let bits = 0;
    for (let offset = 0; offset < 4; offset += 1) {
      const value = VALUES.get(text.charAt(i + offset));
      if (value === undefined) return null;
      bits = (bits << 6) | value;
    }
    const at = (i / 4) * 3;
    const triple = [bits >> 16, (bits >> 8) & 255, bits & 255];
    const room = target.length - at;
    if (room > 0) target.set(triple.slice(0, room), at);
  }
  return target;
}

/** The value under the key of a bitmap: base64 with the unused end cut off. */
export interface StoredBits {
  readonly v: 1;
  readonly bits: string;
}

/** A small number for each ticket of one key, 0 where none was set. */
export interface Bitmap {
  get(ticketId: number): number;
  /** True when that changed the number. */
  set(ticketId: number, value: number): boolean;
  toStored(): StoredBits;
}

/** The bytes of a stored value; none set for an empty record, null when the value cannot be read. */
function readBytes(stored: unknown, bytes: Uint8Array): Uint8Array | null {
  if (isEmptyRecord(stored)) return bytes;
  const { v, bits } = (stored ?? {}) as { v?: unknown; bits?: unknown };
  return v === 1 && typeof bits === 'string' ? decodeBase64Into(bits, bytes) : null;
}

/** Opens the bitmap of a stored value (none set for an empty record); null when the value cannot be read. */
export function openBitmap(stored: unknown, bitsPerTicket: 1 | 2 | 4): Bitmap | null {
  const bytes = readBytes(stored, new Uint8Array((LIMITS.ticketsPerKey * bitsPerTicket) / 8));
  if (bytes === null) return null;
  const mask = (1 << bitsPerTicket) - 1;
  const firstBit = (ticketId: number): number => (ticketId % LIMITS.ticketsPerKey) * bitsPerTicket;
  return {
    get(ticketId) {
      const bit = firstBit(ticketId);
      return (byteAt(bytes, bit >> 3) >> (bit & 7)) & mask;
    },
    set(ticketId, value) {
      const bit = firstBit(ticketId);
      const before = byteAt(bytes, bit >> 3);
      const after = (before & ~(mask << (bit & 7))) | ((value & mask) << (bit & 7));
      bytes[bit >> 3] = after;
      return after !== before;
    },
    toStored() {
      let used = bytes.length;
      while (used > 0 && bytes[used - 1] === 0) used -= 1;
      // Whole groups of three bytes, at least one: the platform's store keeps no empty text.
      const whole = Math.min(bytes.length, Math.max(3, Math.ceil(used / 3) * 3));
      return { v: 1, bits: encodeBase64(bytes.subarray(0, whole)) };
    },
  };
}
