/**
 * What the ledger knows of a contact. A mark only ever grows: none, then in doubt (it was in a POST whose outcome is not
 * known, or injixo refused it), then settled (accepted, discarded, or left out on purpose).
 */
export const MARKS = ['none', 'in doubt', 'settled'] as const;
export type Mark = (typeof MARKS)[number];

/** The greater of two marks. */
export function strongerMark(a: Mark, b: Mark): Mark {
  return MARKS.indexOf(a) >= MARKS.indexOf(b) ? a : b;
}
