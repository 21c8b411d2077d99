import { interpretAnswer, interpretProbe } from '../injixo/interpret-answer';
import { noteFailure, type Mode, type SendingRun } from './sending-state';

/**
 * injixo answers but wants to be left alone; the state says until when. That is a failure only where something waits for the
 * answer: in quiet times it is one, as good as any.
 */
function afterThrottled(run: SendingRun, retryAt: number | null): boolean {
  if (needsProbe(run.sending.value.mode)) noteFailure(run, 'injixo_throttled');
  run.sending.change({ notBefore: retryAt, lastAnswerAt: run.now() });
  return false;
}

/**
 * Asks injixo with the empty request and notes the result; true when sending may go on, one contact first. While injixo
 * wants to be left alone nothing is asked, and the answer is false.
 */
export async function probeInjixo(run: SendingRun): Promise<boolean> {
  if (isLeftAlone(run)) return false;
  const answer = await run.post([], `probe-${run.now()}`);
  const outcome = interpretAnswer(answer, run.now());
  if (outcome.kind === 'throttled') return afterThrottled(run, outcome.retryAt);
  const problem = interpretProbe(answer);
  if (problem !== null) {
    noteFailure(run, problem.failure);
    return false;
  }
  const { failure, mode: before } = run.sending.value;
  // Only an accepted contact shows that the request itself is right again.
  const stays = failure?.code === 'contacts_refused' ? failure : null;
  const mode = before === 'normal' ? 'normal' : 'single';
  run.sending.change({ mode, failure: stays, lastAnswerAt: run.now() });
  return true;
}

/** Modes in which injixo is asked first. */
const ASK_FIRST: readonly Mode[] = ['probe', 'paused'];

/** True while injixo wants to be left alone. */
export function isLeftAlone({ sending, now }: Pick<SendingRun, 'sending' | 'now'>): boolean {
  return (sending.value.notBefore ?? 0) > now();
}

/** True when injixo has to be asked before anything is sent. */
export function needsProbe(mode: Mode): boolean {
  return ASK_FIRST.includes(mode);
}
