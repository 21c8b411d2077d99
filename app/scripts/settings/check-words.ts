import type { Speaker } from '../catalogue/speak.ts';
import type { Check } from '../functions/answers.ts';

/** One line of the settings check as people read it. */
export interface CheckWords {
  readonly result: Check['result'];
  readonly label: string;
  readonly resultWord: string;
  /** What is wrong and what to do; empty when nothing is. */
  readonly sentence: string;
}

/** The lines of the settings check in words. */
export function checkWords(checks: readonly Check[], { say, tell }: Speaker): readonly CheckWords[] {
  return checks.map(({ check, result, code }) => ({
    result,
    label: tell('check', check),
    resultWord: say(`settings.${result}`),
    sentence: code === null ? '' : tell('finding', code),
  }));
}
