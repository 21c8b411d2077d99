import type { FunctionAnswer, PageFunctions } from '../page-contract';
import { answerFunction, refusal } from '../platform/answer';
import { errorCode } from '../values/app-error';
import { createLog } from '../platform/log';
import { createKeyValueStore } from '../platform/key-value-store';
import type { KeyValueStore, Log } from '../platform/ports';
import { createRunBudget } from '../platform/run-budget';
import { createCountedStore } from '../platform/run-store';
import { stopAtLimit } from '../platform/stop-at-limit';
import { readField } from '../values/read-field';

/** The answer of a function, as the page's contract has it. */
export type AnswerOf<Name extends keyof PageFunctions> = FunctionAnswer<PageFunctions[Name]['answer']>;

/**
 * Answers a function of the page with the result of its work, or with the code of the error it threw, and with what it cost:
 * the calls of the key-value store. After a 429 the store is not called again. Never rejects.
 */
export async function answerPage<Name extends keyof PageFunctions>(
  functionName: Name,
  work: (store: KeyValueStore, log: Log) => Promise<AnswerOf<Name>>,
  logName: string = functionName,
): Promise<void> {
  const log = createLog(logName);
  const budget = createRunBudget(Date.now);
  const store = stopAtLimit(createCountedStore(createKeyValueStore(), budget), budget);
  try {
    const answer = await work(store, log);
    answerFunction({ ...answer, cost: budget.opsSpent() });
  } catch (error) {
    log.warn('the page was not answered', { event: logName, code: errorCode(error) });
    answerFunction({ ...refusal(errorCode(error)), cost: budget.opsSpent() });
  }
}

/** The arguments under `request`; null unless they are an object with no keys but these. */
export function parseRequest(
  payload: unknown,
  keys: readonly string[],
): Readonly<Record<string, unknown>> | null {
  const request = readField(payload, 'request') ?? {};
  if (typeof request !== 'object' || Array.isArray(request)) return null;
  const known = Object.keys(request).every((key) => keys.includes(key));
  return known ? (request as Readonly<Record<string, unknown>>) : null;
}

/** The number of a held batch in `request.number`; null when it is missing or not alone. */
export function parseBatchNumber(payload: unknown): number | null {
  const number = parseRequest(payload, ['number'])?.['number'];
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : null;
}
