import type { EN } from './en.ts';

/** A sentence whose wording follows a number. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

export type Key = keyof typeof EN;

/** What every language has to say: the compiler refuses a language that lacks a key or a plural. */
export type Texts = {
  readonly [K in Key]: (typeof EN)[K] extends string ? string : Plural;
};

export type Params = Readonly<Record<string, string | number>>;
