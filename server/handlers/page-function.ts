import type { FunctionAnswer, PageFunctions } from '../page-contract';
import { answerFunction, refusal } from '../platform/answer';
import { errorCode } from '../values/app-error';
import { createLog } from '../platform/log';
import type { Log } from '../platform/ports';
import { readField } from '../values/read-field';

/** What a function of the page's contract answers. */
export type AnswerOf<Name extends keyof PageFunctions> = FunctionAnswer<PageFunctions[Name]['answer']>;

/**
 * Answers a function for the page with what its work comes to, or with the code of what that threw; never rejects. Work that
 * answers anything else than the contract says does not compile.
 */
export async function answerPage<Name extends keyof PageFunctions>(
  functionName: Name,
  work: (log: Log) => Promise<AnswerOf<Name>>,
  logName: string = functionName,
): Promise<void> {
  const log = createLog(logName);
  try {
    answerFunction(await work(log));
  } catch (error) {
    log.warn('the page was not answered', { event: logName, code: errorCode(error) });
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
