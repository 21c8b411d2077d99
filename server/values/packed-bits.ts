/** Base64 in plain ECMAScript: the platform's sandbox has neither Buffer nor btoa. */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: ReadonlyMap<string, number> = new Map([...ALPHABET].map((char, value) => [char, value]));

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

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

/** The 24 bits of four characters; null when one of them is not base64. */
function quadAt(text: string, index: number): number | null {
  let bits = 0;
  for (let offset = 0; offset < 4; offset += 1) {
    const value = VALUES.get(text.charAt(index + offset));
    if (value === undefined) return null;
    bits = (bits << 6) | value;
  }
  return bits;
}

/** Writes the bytes that `text` stands for into `target`; null when the text is not what encodeBase64 writes. */
export function decodeBase64Into(text: string, target: Uint8Array): Uint8Array | null {
  for (let i = 0; i < text.length; i += 4) {
    const bits = quadAt(text, i);
    if (bits === null) return null;
    const at = (i / 4) * 3;
    const triple = [bits >> 16, (bits >> 8) & 255, bits & 255];
    const room = target.length - at;
    if (room > 0) target.set(triple.slice(0, room), at);
  }
  return target;
}

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
