import { answerFunction } from '../platform/answer';
import { parseHost } from '../setup/parse-settings';
import { parseRequest } from './parse-request';
import { startRun } from './start-run';

/** Starts a run at once, unless one had the lease within the last minute; answers when it is done. */
export async function runNow(payload: unknown): Promise<void> {
  const isKnown = parseRequest(payload, []) !== null && parseHost(payload).ok;
  if (!isKnown) return answerFunction({ ok: false, code: 'bad_request', params: {} });
  await startRun(payload, { kind: 'run' });
  answerFunction({ ok: true });
}
