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

/** True when nothing waits that a run could have sent. Contacts without a name are due, and no run can send them. */
function isSent({ due, found, waits, waitingComplete }: LightFacts): boolean {
  const unsent = Math.max(0, due - waits.names.contacts) + waits.sending.contacts + found;
  return unsent === 0 && waitingComplete;
}

function findBacklog(facts: LightFacts, now: number): SeenFailure | null {
  const { oldestWaiting, lastRunAt, checkedUntil, way } = facts;
  // Where no event can be recorded, only the scan knows what is due; live only, there is none.
  const isChecked = way === 'live' || now - checkedUntil <= LIMITS.scanBehindMs;
  if (isSent(facts) && isChecked) return null;
  return { code: 'backlog', since: oldestWaiting ?? (isChecked ? lastRunAt : checkedUntil) };
}

/** What keeps contacts from being recorded or named, and is no failure: it delays no others. */
function findHindrance({ way, waits, storeSilentSince }: LightFacts): SeenFailure | null {
  if (way === 'live' && storeSilentSince !== null) return { code: 'store_silent', since: storeSilentSince };
  const { oldestDueAt } = waits.names;
  return oldestDueAt === null ? null : { code: 'names_wait', since: oldestDueAt };
}

/** What a hindrance is called once a person has to end it. */
const UNTIL_A_PERSON_ACTS: Readonly<Record<string, string>> = {
  store_silent: 'no_place_to_record',
  names_wait: 'names_missing',
};

/** That no answer of injixo came for an hour; a timestamp in the future means the clock was wrong. */
function findSilence({ lastAnswerAt, installedAt }: LightFacts, now: number): SeenFailure | null {
  const since = lastAnswerAt ?? installedAt;
  return Math.abs(now - since) > LIMITS.answerBelievedMs ? { code: 'no_answer', since } : null;
}

/** What makes the light amber (*Delayed*): the first of these that holds. */
function findDelay(facts: LightFacts, failure: SeenFailure | null, now: number): SeenFailure | null {
  const { lastRunAt, oldestWaiting } = facts;
  // Whatever waited at the last run must be due by now, whatever it waited for.
  const longestWait = LIMITS.settleWithoutGroupMs + LIMITS.tickLateMs;
  const limit = oldestWaiting === null ? LIMITS.tickMissingMs : longestWait;
  if (Math.abs(now - lastRunAt) > limit) return { code: 'no_runs', since: lastRunAt };
  return failure ?? findBacklog(facts, now) ?? findHindrance(facts) ?? findSilence(facts, now);
}

/** What waits for a person and delays no other contacts: a hindrance that lasts, or else held contacts. */
function findMatters(
  facts: LightFacts,
  now: number,
): readonly { readonly code: string; readonly since: number | null }[] {
  const hindrance = findHindrance(facts);
  const isLasting = hindrance !== null && now - hindrance.since > LIMITS.hindranceMs;
  const lasting = isLasting
    ? [{ ...hindrance, code: UNTIL_A_PERSON_ACTS[hindrance.code] ?? hindrance.code }]
    : [];
  const isHeld = facts.unclear + facts.parked > 0;
  return isHeld ? [...lasting, { code: 'contacts_held', since: null }] : lasting;
}

/** What makes the light red (*Action needed*): a failure that needs a person, a lasting hindrance, or held contacts. */
function findAction(facts: LightFacts, delay: SeenFailure | null, now: number): Light | null {
  const failures = [facts.failure, facts.freshdeskFailure].filter((each) => each !== null);
  const failure = failures.find(({ code }) => needsPerson(code));
  const nextTry = facts.nextTryAt > now ? { nextTryAt: facts.nextTryAt } : {};
  if (failure !== undefined) return { kind: 'action needed', ...failure, ...nextTry };
  const matters = findMatters(facts, now);
  const [matter] = matters;
  if (matter === undefined) return null;
  const others = delay === null || delay.code in UNTIL_A_PERSON_ACTS ? [] : [delay];
  // A further matter, or what delays the other contacts, is shown beside it.
  const [, further] = [...matters, ...others];
  // What waits for a decision alone is not tried.
  return {
    kind: 'action needed',
    ...matter,
    ...(further === undefined ? {} : { also: further.code, ...nextTry }),
  };
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
