export function instrument(source: string, file: string, scope: string): string;

/** `counters`: those of the file before it ran, in istanbul's form. */
export function instrumentWithCounters(
  source: string,
  file: string,
  scope: string,
): { readonly code: string; readonly counters: unknown };
