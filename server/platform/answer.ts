/** Lets an installation, an update or an uninstallation finish. */
export function finishSetup(): void {
  renderData();
}

/** Refuses an installation with one sentence of at most 60 characters. */
export function refuseSetup(sentence: string): void {
  renderData({ message: sentence });
}

/** What a function answers the page: sentences are the page's, never the server's. */
export type FunctionAnswer =
  | ({ readonly ok: true } & Readonly<Record<string, unknown>>)
  | { readonly ok: false; readonly code: string; readonly params: Readonly<Record<string, string | number>> };

/** An answer that says no, for the reason of this code. */
export function refusal(code: string): FunctionAnswer {
  return { ok: false, code, params: {} };
}

/** Answers a function for the page. */
export function answerFunction(answer: FunctionAnswer): void {
  renderData(null, answer);
}
