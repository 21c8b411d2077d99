/** Bytes of a value's JSON text in UTF-8: what every size limit is measured on. */
export function jsonBytes(value: unknown): number {
  // JSON text has no lone surrogates, on which encodeURIComponent would throw.
  return encodeURIComponent(JSON.stringify(value)).replace(/%[0-9A-F]{2}/g, '_').length;
}
