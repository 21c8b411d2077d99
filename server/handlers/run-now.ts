import { refusal, type FunctionAnswer } from '../platform/answer';
import { parseFreshdeskUrl } from '../setup/parse-freshdesk-url';
import { answerPage } from './answer-page';
import { parseRequest } from './parse-request';
import { startRun } from './start-run';

async function answer(payload: unknown): Promise<FunctionAnswer> {
  if (parseRequest(payload, []) === null || parseFreshdeskUrl(payload) === null)
    return refusal('bad_request');
  await startRun(payload, { kind: 'run' });
  return { ok: true };
}

/** Starts a run at once, unless one had the lease within the last minute; answers when it is done. */
export async function runNow(payload: unknown): Promise<void> {
  await answerPage('runNow', () => answer(payload));
}
