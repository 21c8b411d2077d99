/** The whole number that is given for an option; throws a sentence when it is none. */
export function readNumber(name: string, text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new Error(`--${name} takes whole numbers, not ${text}.`);
  return Number(text);
}
