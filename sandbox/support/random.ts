import { keepFields, type Restorable } from './snapshot';

/** A stream of numbers in [0, 1) that is determined by its seed. */
export interface Random extends Restorable {
  (): number;
}

/** Mixes two numbers into one unsigned 32-bit number; equal inputs give equal results. */
export function mixBits(seed: number, value: number): number {
  let bits = (seed ^ Math.imul(value + 1, 0x9e3779b1)) >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Creates a repeatable stream of random numbers. */
export function createRandom(seed: number): Random {
  const place = { turn: 0 };
  const next = (): number => {
    place.turn += 1;
    return mixBits(seed, place.turn) / 2 ** 32;
  };
  return Object.assign(next, { takeSnapshot: () => keepFields(place) });
}

/** Picks one of the choices. */
export function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new Error('Nothing to pick from');
  return choice;
}
