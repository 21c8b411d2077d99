import { readFlags, writeFlags } from './flag-bits';

const ALL = ['deleted', 'spam', 'alert'] as const;

it.each([
  [[], 0],
  [['deleted'], 1],
  [['spam'], 2],
  [['deleted', 'alert'], 5],
] as const)('%j is %i, and is read back', (set, bits) => {
  expect(writeFlags(ALL, set)).toBe(bits);
  expect(readFlags(ALL, bits)).toEqual(set);
});
