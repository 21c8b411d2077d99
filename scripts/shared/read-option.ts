/** Parses a whole number of an option; throws a sentence if it is invalid. */
export function readNumber(name: string, text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new Error(`--${name} takes whole numbers, not ${text}.`);
  return Number(text);
}

/** Parses an option with the values `known`; throws a sentence if it is none of them. */
export function readOneOf<Known extends string>(name: string, text: string, known: readonly Known[]): Known {
  const found = known.find((each) => each === text);
  if (found === undefined) throw new Error(`--${name} takes one of ${known.join(', ')}, not ${text}.`);
  return found;
}
