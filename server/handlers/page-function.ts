import { answerFunction, refusal, type FunctionAnswer } from '../platform/answer';
import { errorCode } from '../values/app-error';
import { createLog } from '../platform/log';
import type { Log } from '../platform/ports';
import { readField } from '../values/read-field';

/** Answers a function for the page with what its work comes to, or with the code of what that threw; never rejects. */
export async function answerPage(
  functionName: string,
  work: (log: Log) => Promise<FunctionAnswer>,
): Promise<void> {
  const log = createLog(functionName);
  try {
    answerFunction(await work(log));
  } catch (error) {
    log.warn('the page was not answered', { event: functionName, code: errorCode(error) });
    answerFunction(refusal(errorCode(error)));
  }
}

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
