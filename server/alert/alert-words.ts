/** The texts of the alert ticket and its notes in one language: the issue, what to do, and what happens to the data. */
export interface AlertWords {
  readonly subject: string;
  /** What to do about an issue that `advice` does not have. */
  readonly unknown: string;
  readonly meanwhile: string;
  readonly where: string;
  readonly notCounted: string;
  readonly solved: string;
  /** What a note about another issue begins with. */
  readonly further: string;
  /** What to do, by the code of the issue. Held contacts are an issue but not a failure: all other contacts are sent. */
  readonly advice: Readonly<Record<string, string>>;
}
