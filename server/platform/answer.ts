import type { FunctionAnswer, Refusal } from '../page-contract';

/** Lets an installation or an uninstallation finish, or refuses it with a sentence of at most 60 characters. */
export function finishSetup(sentence: string | null): void {
  if (sentence === null) renderData();
  else renderData({ message: sentence });
}

/** An answer that says no, for the reason of this code. */
export function refusal(code: string): Refusal {
  return { ok: false, code, params: {} };
}

/** Answers a function for the page. */
export function answerFunction(answer: FunctionAnswer<object> & { readonly cost: number }): void {
  renderData(null, answer);
}
