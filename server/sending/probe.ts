import { askAgent } from '../freshdesk/agent';
import { rewindToLastFullScope } from '../scan/scan-state';
import { interpretAnswer, interpretProbe } from '../injixo/interpret-answer';
import { reportFailure, withFailure } from '../status/failures';
import { freshdeskFailureCode } from '../freshdesk/client';
import type { RunContext } from '../run/run-context';
import type { Mode } from '../run/state';

/**
 * injixo answers but wants to be left alone; the state says until when. That is a failure only where something waits for the
 * answer: in quiet times it is one, as good as any.
 */
function afterThrottled(run: RunContext, retryAt: number | null): boolean {
  if (needsProbe(run.state.mode)) run.state = withFailure(run.state, 'injixo_throttled', run.now());
  run.state = { ...run.state, notBefore: retryAt, lastAnswerAt: run.now() };
  return false;
}

/**
 * Asks injixo with the empty request and notes the result; true when sending may go on, one contact first. While injixo
 * wants to be left alone nothing is asked, and the answer is false.
 */
export async function probeInjixo(run: RunContext): Promise<boolean> {
  if (isLeftAlone(run)) return false;
  const answer = await run.post([], `probe-${run.now()}`);
  const outcome = interpretAnswer(answer, run.now());
  if (outcome.kind === 'throttled') return afterThrottled(run, outcome.retryAt);
  const problem = interpretProbe(answer);
  if (problem !== null) {
    run.state = withFailure(run.state, problem.failure, run.now());
    return false;
  }
  const { failure } = run.state;
  // Only an accepted contact shows that the request itself is right again.
  const stays = failure?.code === 'contacts_refused' ? failure : null;
  const mode = run.state.mode === 'normal' ? 'normal' : 'single';
  run.state = { ...run.state, mode, failure: stays, lastAnswerAt: run.now() };
  return true;
}

/** After a failure of Freshdesk's side, asks whether the key works and sees everything again; true when it does. */
export async function probeFreshdesk(run: RunContext): Promise<boolean> {
  const answer = await askAgent(run.get);
  const sees = answer.ok && answer.value.seesAllTickets;
  if (sees) {
    run.state = { ...run.state, freshdeskFailure: null };
    return true;
  }
  const problem = answer.ok ? ({ kind: 'scope' } as const) : answer.problem;
  noteFreshdeskProblem(run, problem);
  return false;
}

/** Remembers why Freshdesk could not be asked. */
export function noteFreshdeskProblem(
  run: RunContext,
  problem: Parameters<typeof freshdeskFailureCode>[0],
): void {
  const code = freshdeskFailureCode(problem);
  if (code === null) return;
  // What was checked since the key last saw everything may have lacked tickets.
  if (code === 'freshdesk_scope') run.state = rewindToLastFullScope(run.state);
  run.state = { ...run.state, freshdeskFailure: reportFailure(run.state.freshdeskFailure, code, run.now()) };
}

/** Modes in which injixo is asked first. */
const ASK_FIRST: readonly Mode[] = ['probe', 'paused'];

/** True while injixo wants to be left alone. */
export function isLeftAlone({ state, now }: RunContext): boolean {
  return (state.notBefore ?? 0) > now();
}

/** True when injixo has to be asked before anything is sent. */
export function needsProbe(mode: Mode): boolean {
  return ASK_FIRST.includes(mode);
}
