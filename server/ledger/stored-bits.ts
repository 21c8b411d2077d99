import { decodeBase64Into, encodeBase64 } from './base64';

/** Bits of many tickets as one value stores them: base64 with the unused end cut off. */
export interface StoredBits {
  readonly v: 1;
  readonly bits: string;
}

/** The stored bits in so many bytes; none set when the key does not exist, null when the value cannot be read. */
export function parseStoredBits(stored: unknown, bytes: number): Uint8Array | null {
  if (stored === undefined) return new Uint8Array(bytes);
  const { v, bits } = (stored ?? {}) as { v?: unknown; bits?: unknown };
  if (v !== 1 || typeof bits !== 'string') return null;
  return decodeBase64Into(bits, new Uint8Array(bytes));
}

/** The value to store: whole groups of three bytes, at least one, as the platform's store keeps no empty text. */
export function storeBits(bits: Uint8Array): StoredBits {
  let used = bits.length;
  while (used > 0 && bits[used - 1] === 0) used -= 1;
  const whole = Math.min(bits.length, Math.max(3, Math.ceil(used / 3) * 3));
  return { v: 1, bits: encodeBase64(bits.subarray(0, whole)) };
}
