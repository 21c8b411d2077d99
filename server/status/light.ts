import type { Light, Overview } from '../page-contract';
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
  readonly way: 'live' | 'checked';
  readonly waits: Required<Overview>['waits'];
  /** Since when the entity store has not answered; null: it answers. */
  readonly storeSilentSince: number | null;
}

function hasBacklog(facts: LightFacts, now: number): SeenFailure | null {
  const { due, found, waits, waitingComplete, oldestWaiting, lastRunAt, checkedUntil, way } = facts;
  const isSent =
    due <= waits.names.contacts && waits.sending.contacts === 0 && found === 0 && waitingComplete;
  // Where no event can be recorded, only the scan knows what is due; live only, there is none.
  const isChecked = way === 'live' || now - checkedUntil <= LIMITS.scanBehindMs;
  if (isSent && isChecked) return null;
  return { code: 'backlog', since: oldestWaiting ?? (isChecked ? lastRunAt : checkedUntil) };
}

/** What keeps contacts from being recorded or named, and no failure: it delays no others. */
function findHindrance({ way, waits, storeSilentSince }: LightFacts): SeenFailure | null {
  if (way === 'live' && storeSilentSince !== null) return { code: 'store_silent', since: storeSilentSince };
  const { oldestDueAt } = waits.names;
  return oldestDueAt === null ? null : { code: 'names_wait', since: oldestDueAt };
}

const HELD = 'contacts_held';

/** What a hindrance is called once a person has to end it. */
const UNTIL_A_PERSON_ACTS: Readonly<Record<string, string>> = {
  store_silent: 'no_place_to_record',
  names_wait: 'names_missing',
};

/** What makes the light amber (*Delayed*): the first of these that holds. A timestamp in the future means the clock was wrong. */
function findDelay(facts: LightFacts, failure: SeenFailure | null, now: number): SeenFailure | null {
  const { lastRunAt, oldestWaiting, lastAnswerAt, installedAt } = facts;
  // Whatever waited at the last run must be due by now, whatever it waited for.
  const longestWait = LIMITS.settleWithoutGroupMs + LIMITS.tickLateMs;
  const limit = oldestWaiting === null ? LIMITS.tickMissingMs : longestWait;
  if (Math.abs(now - lastRunAt) > limit) return { code: 'no_runs', since: lastRunAt };
  const delay = failure ?? hasBacklog(facts, now) ?? findHindrance(facts);
  if (delay !== null) return delay;
  const since = lastAnswerAt ?? installedAt;
  return Math.abs(now - since) > LIMITS.answerBelievedMs ? { code: 'no_answer', since } : null;
}

/** What makes the light red (*Action needed*): a failure that needs a person, a lasting hindrance, or held contacts. */
function findAction(facts: LightFacts, delay: SeenFailure | null, now: number): Light | null {
  const failures = [facts.failure, facts.freshdeskFailure].filter((each) => each !== null);
  const failure = failures.find(({ code }) => needsPerson(code));
  if (failure !== undefined) return { kind: 'action needed', ...failure };
  const hindrance = findHindrance(facts);
  const isLasting = hindrance !== null && now - hindrance.since > LIMITS.hindranceMs;
  const isHeld = facts.unclear + facts.parked > 0;
  // They delay no other contacts, so what does is shown beside them.
  const others = delay === null || delay.code === hindrance?.code ? {} : { also: delay.code };
  if (isLasting) {
    const code = UNTIL_A_PERSON_ACTS[hindrance.code] ?? hindrance.code;
    return { kind: 'action needed', code, since: hindrance.since, ...(isHeld ? { also: HELD } : others) };
  }
  return isHeld ? { kind: 'action needed', code: HELD, since: null, ...others } : null;
}

/**
 * The light at `now` (ms): red before amber before the others. *Operational* needs an answer of injixo within the last hour,
 * which the app asks for in quiet times.
 */
export function lightOf(facts: LightFacts, now: number): Light {
  const delay = findDelay(facts, facts.failure ?? facts.freshdeskFailure, now);
  const action = findAction(facts, delay, now);
  if (action !== null) return action;
  const { nextTryAt, isImporting, accepted } = facts;
  if (delay !== null) return { kind: 'delayed', ...delay, ...(nextTryAt > now ? { nextTryAt } : {}) };
  if (isImporting) return { kind: 'importing' };
  return { kind: accepted === 0 ? 'waiting for the first contact' : 'operational' };
}
