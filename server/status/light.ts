import type { Light } from '../page-contract';
import { LIMITS } from '../values/limits';
import { needsPerson } from './failures';

/** A failure as the overview has it; `since` in milliseconds. */
export interface SeenFailure {
  readonly code: string;
  readonly since: number;
}

/** What the light depends on, as the last run left it. Times in milliseconds. */
export interface LightFacts {
  readonly lastRunAt: number;
  /** The next attempt: the next tick, or the end of the pause that injixo asked for. */
  readonly nextTryAt: number;
  readonly installedAt: number;
  readonly failure: SeenFailure | null;
  readonly freshdeskFailure: SeenFailure | null;
  readonly unclear: number;
  readonly parked: number;
  readonly due: number;
  readonly oldestWaiting: number | null;
  /** False: the outbox may hold more than the last run read. */
  readonly waitingComplete: boolean;
  /** Missing contacts that are not settled yet. */
  readonly found: number;
  readonly checkedUntil: number;
  readonly lastAnswerAt: number | null;
  readonly accepted: number;
  readonly isImporting: boolean;
}

function hasBacklog(facts: LightFacts, now: number): SeenFailure | null {
  const { due, found, waitingComplete, oldestWaiting, lastRunAt, checkedUntil } = facts;
  const isSent = due === 0 && found === 0 && waitingComplete;
  // Where no event can be recorded, only the scan knows what is due.
  const isChecked = now - checkedUntil <= LIMITS.scanBehindMs;
  if (isSent && isChecked) return null;
  return { code: 'backlog', since: oldestWaiting ?? (isChecked ? lastRunAt : checkedUntil) };
}

/** What makes the light amber (*Delayed*): the first of these that holds. A timestamp in the future means the clock was wrong. */
function findDelay(facts: LightFacts, failure: SeenFailure | null, now: number): SeenFailure | null {
  const { lastRunAt, oldestWaiting, lastAnswerAt, installedAt } = facts;
  // Whatever waited at the last run must be due by now, whatever it waited for.
  const longestWait = LIMITS.settleWithoutGroupMs + LIMITS.tickLateMs;
  const limit = oldestWaiting === null ? LIMITS.tickMissingMs : longestWait;
  if (Math.abs(now - lastRunAt) > limit) return { code: 'no_runs', since: lastRunAt };
  const delay = failure ?? hasBacklog(facts, now);
  if (delay !== null) return delay;
  const since = lastAnswerAt ?? installedAt;
  return Math.abs(now - since) > LIMITS.answerBelievedMs ? { code: 'no_answer', since } : null;
}

/** What makes the light red (*Action needed*): a failure that needs a person, or held contacts. */
function findAction(facts: LightFacts, delay: SeenFailure | null): Light | null {
  const failures = [facts.failure, facts.freshdeskFailure].filter((each) => each !== null);
  const failure = failures.find(({ code }) => needsPerson(code));
  if (failure !== undefined) return { kind: 'action needed', ...failure };
  if (facts.unclear + facts.parked === 0) return null;
  // Held contacts delay no others, so what does is shown beside them.
  const also = delay === null ? {} : { also: delay.code };
  return { kind: 'action needed', code: 'contacts_held', since: null, ...also };
}

/**
 * The light at `now` (ms): red before amber before the others. *Operational* needs an answer of injixo within the last hour,
 * which the app asks for in quiet times.
 */
export function lightOf(facts: LightFacts, now: number): Light {
  const delay = findDelay(facts, facts.failure ?? facts.freshdeskFailure, now);
  const action = findAction(facts, delay);
  if (action !== null) return action;
  const { nextTryAt, isImporting, accepted } = facts;
  if (delay !== null) return { kind: 'delayed', ...delay, ...(nextTryAt > now ? { nextTryAt } : {}) };
  if (isImporting) return { kind: 'importing' };
  return { kind: accepted === 0 ? 'waiting for the first contact' : 'operational' };
}
