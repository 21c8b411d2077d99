import { interpretAnswer, interpretProbe } from '../injixo/interpret-answer';
import { isPaused } from '../values/pause';
import { noteError, noteFailure, type Mode, type SendingRun, type SendingState } from './sending-state';

/** True while a person has to say what injixo counted: the empty request has nothing to count. */
function waitsForDecision({ failure, mode }: SendingState): boolean {
  return failure?.code === 'injixo_counts_otherwise' && mode === 'paused';
}

/** True until the time that injixo's last 429 asked the app to wait for, or until a person decided: see resumeByDecision. */
export function isLeftAlone({ sending, now }: Pick<SendingRun, 'sending' | 'now'>): boolean {
  const { notBefore, lastAnswerAt } = sending.value;
  const isThrottled = notBefore !== null && isPaused({ readAt: lastAnswerAt ?? 0, until: notBefore }, now());
  return isThrottled || waitsForDecision(sending.value);
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
 * Lets sending go on after a person decided about held contacts, if it was paused because injixo counted fewer than were
 * sent: only a person can see in injixo what it counted.
 */
export function resumeByDecision({ sending }: Pick<SendingRun, 'sending'>): void {
  if (waitsForDecision(sending.value)) sending.change({ mode: 'probe', countedLess: 0 });
}

/**
 * Sends injixo the empty request and remembers the result. True: sending may go on, with one contact first. Sends nothing
 * and returns false until `notBefore`.
 */
export async function probeInjixo(run: SendingRun): Promise<boolean> {
  if (isLeftAlone(run)) return false;
  const { failure, mode } = run.sending.value;
  const answer = await run.post([], `probe-${run.now()}`);
  const outcome = interpretAnswer(answer, { sent: 0, now: run.now() });
  noteError(run, answer, outcome);
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
