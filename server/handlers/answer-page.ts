import { answerFunction, refusal, type FunctionAnswer } from '../platform/answer';
import { errorCode } from '../platform/app-error';
import { createLog } from '../platform/log';
import type { Log } from '../platform/ports';

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
