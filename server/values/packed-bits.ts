import { LIMITS } from './limits';
import { readField } from './read-field';

// Base64 in plain ECMAScript: the platform's sandbox has neither Buffer nor btoa.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: ReadonlyMap<string, number> = new Map([...ALPHABET].map((char, value) => [char, value]));

/** The bytes as base64 without padding; `length` must be a multiple of three for others to read it as standard base64. */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const triple = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
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

/** Opens the bitmap of a stored value (undefined: the key does not exist); null when the value cannot be read. */
export function openBitmap(stored: unknown, bitsPerTicket: 1 | 2 | 4): Bitmap | null {
  const bytes = new Uint8Array((LIMITS.ticketsPerKey * bitsPerTicket) / 8);
  const bits = readField(stored, 'bits');
  const isWritten = readField(stored, 'v') === 1 && typeof bits === 'string';
  const isReadable = isWritten ? decodeBase64Into(bits, bytes) !== null : stored === undefined;
  if (!isReadable) return null;
  const mask = (1 << bitsPerTicket) - 1;
  return {
    get(ticketId) {
      const bit = (ticketId % LIMITS.ticketsPerKey) * bitsPerTicket;
      return ((bytes[bit >> 3] ?? 0) >> (bit & 7)) & mask;
    },
    set(ticketId, value) {
      const bit = (ticketId % LIMITS.ticketsPerKey) * bitsPerTicket;
      const before = bytes[bit >> 3] ?? 0;
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
