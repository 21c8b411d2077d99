const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES: ReadonlyMap<string, number> = new Map([...DIGITS].map((digit, value) => [digit, value]));

/** A whole number from 0 in base 64, as so many characters: numbers of one width need nothing between them. */
export function writeDigits(number: number, width: number): string {
  let text = '';
  for (let rest = number; text.length < width; rest = Math.floor(rest / 64))
    text = DIGITS.charAt(rest % 64) + text;
  return text;
}

/** Reads what writeDigits wrote; null for any other text. */
export function readDigits(text: string): number | null {
  let number = 0;
  for (const digit of text) {
    const value = VALUES.get(digit);
    if (value === undefined) return null;
    number = number * 64 + value;
  }
  return number;
}
