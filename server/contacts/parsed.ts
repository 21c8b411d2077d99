/** What every parser answers: a clean value, or a constant reason that never quotes what was read. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };
