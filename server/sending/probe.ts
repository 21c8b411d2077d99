import { interpretAnswer, interpretProbe } from '../injixo/interpret-answer';
import { isPaused } from '../values/pause';
import { noteFailure, type Mode, type SendingRun } from './sending-state';

/** True until the time that injixo's last 429 asked the app to wait for; that answer was the last one. */
export function isLeftAlone({ sending, now }: Pick<SendingRun, 'sending' | 'now'>): boolean {
  const { notBefore, lastAnswerAt } = sending.value;
  return notBefore !== null && isPaused({ readAt: lastAnswerAt ?? 0, until: notBefore }, now());
}

/** True when the empty request has to come before any batch. */
export function needsProbe(mode: Mode): boolean {
  return mode === 'probe' || mode === 'paused';
}

/** If no batch waits for the probe, a 429 is no failure: it shows that injixo answers. */
function afterThrottled(run: SendingRun, retryAt: number | null): false {
  if (needsProbe(run.sending.value.mode)) noteFailure(run, 'injixo_throttled');
  run.sending.change({ notBefore: retryAt, lastAnswerAt: run.now() });
  return false;
}

/**
 * Sends injixo the empty request and remembers the result. True: sending may go on, with one contact first. Sends nothing
 * and returns false until `notBefore`.
 */
export async function probeInjixo(run: SendingRun): Promise<boolean> {
  if (isLeftAlone(run)) return false;
  const { failure, mode } = run.sending.value;
  const answer = await run.post([], `probe-${run.now()}`);
  const outcome = interpretAnswer(answer, run.now());
  if (outcome.kind === 'throttled') return afterThrottled(run, outcome.retryAt);
  const problem = interpretProbe(answer);
  if (problem !== null) {
    noteFailure(run, problem.failure);
    return false;
  }
  run.sending.change({
    mode: mode === 'normal' ? 'normal' : 'single',
    // The probe has no contacts, so it cannot show that injixo accepts them again.
    failure: failure?.code === 'contacts_refused' ? failure : null,
    lastAnswerAt: run.now(),
  });
  return true;
}
