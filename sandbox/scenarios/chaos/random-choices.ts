import { createRandom, pick } from '../../support/random';

/** All random choices; determined by the seed. */
export interface RandomChoices {
  chance(share: number): boolean;
  /** A number from `from` up to, but not including, `to`. */
  between(from: number, to: number): number;
  whole(from: number, to: number): number;
  pick<T>(choices: readonly T[]): T;
  /** A waiting time with this mean, as between independent events. */
  gap(meanMs: number): number;
}

/** Random choices for one purpose; another name gives an independent stream. */
export function createRandomChoices(seed: number, name: string): RandomChoices {
  const salt = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  const roll = createRandom((seed * 7919 + salt) >>> 0);
  const between = (from: number, to: number): number => from + roll() * (to - from);
  return {
    chance: (share) => roll() < share,
    between,
    whole: (from, to) => Math.floor(between(from, to + 1)),
    pick: (choices) => pick(roll, choices),
    gap: (meanMs) => Math.ceil(-Math.log(1 - roll()) * meanMs),
  };
}
