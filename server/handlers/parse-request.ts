import { readField } from '../contacts/read-field';

/** The page's own arguments: an object under `request` with no other keys than these; null for anything else. */
export function parseRequest(
  payload: unknown,
  keys: readonly string[],
): Readonly<Record<string, unknown>> | null {
  const request = readField(payload, 'request') ?? {};
  if (typeof request !== 'object' || Array.isArray(request)) return null;
  const known = Object.keys(request).every((key) => keys.includes(key));
  return known ? (request as Readonly<Record<string, unknown>>) : null;
}

/** The number of a held batch in `request.number`; null when it is missing or anything else stands beside it. */
export function parseBatchNumber(payload: unknown): number | null {
  const number = parseRequest(payload, ['number'])?.['number'];
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
}
