import type { Light } from '../page-contract';
import { LIMITS } from '../values/limits';
import { needsPerson } from './failures';

/** A failure as the overview has it; times in milliseconds. */
export interface SeenFailure {
  readonly code: string;
  readonly since: number;
}

/** What the light goes by, as the last run left it. Times in milliseconds. */
export interface LightFacts {
  readonly lastRunAt: number;
  /** When the next tick is due, or injixo may be asked again. */
  readonly nextTryAt: number;
  readonly installedAt: number;
  readonly failure: SeenFailure | null;
  readonly freshdeskFailure: SeenFailure | null;
  readonly unclear: number;
  readonly parked: number;
  readonly due: number;
  readonly oldestWaiting: number | null;
  /** False: there was, or may have been, more than the last run could look at. */
  readonly waitingComplete: boolean;
  /** Contacts that the scan found and no run has sent yet. */
  readonly found: number;
  /** Up to here the scan knows of every contact. */
  readonly checkedUntil: number;
  readonly lastAnswerAt: number | null;
  readonly accepted: number;
  readonly isImporting: boolean;
}

type Rule = (facts: LightFacts, now: number) => Light | null;

function failuresOf({ failure, freshdeskFailure }: LightFacts): readonly SeenFailure[] {
  return [failure, freshdeskFailure].filter((each) => each !== null);
}

function delayed(code: string, since: number, { nextTryAt }: LightFacts, now: number): Light {
  return { kind: 'delayed', code, since, ...(nextTryAt > now ? { nextTryAt } : {}) };
}

/** How far apart two moments are: one in the future comes from a clock that was wrong and proves nothing. */
function apart(now: number, at: number): number {
  return Math.abs(now - at);
}

function runsStayAway(facts: LightFacts, now: number): Light | null {
  const { lastRunAt, oldestWaiting } = facts;
  // What waited then is due by now, whatever it waited for.
  const longest = LIMITS.settleWithoutGroupMs + LIMITS.tickLateMs;
  const most = oldestWaiting === null ? LIMITS.tickMissingMs : longest;
  return apart(now, lastRunAt) > most ? delayed('no_runs', lastRunAt, facts, now) : null;
}

function failing(facts: LightFacts, now: number): Light | null {
  const [failure] = failuresOf(facts);
  return failure === undefined ? null : delayed(failure.code, failure.since, facts, now);
}

function waiting(facts: LightFacts, now: number): Light | null {
  const isSent = facts.due === 0 && facts.found === 0 && facts.waitingComplete;
  // Where no event can be recorded the scan alone knows what is due.
  const isChecked = now - facts.checkedUntil <= LIMITS.scanBehindMs;
  if (isSent && isChecked) return null;
  const since = facts.oldestWaiting ?? (isChecked ? facts.lastRunAt : facts.checkedUntil);
  return delayed('backlog', since, facts, now);
}

function importing({ isImporting }: LightFacts): Light | null {
  return isImporting ? { kind: 'importing' } : null;
}

function firstContact({ accepted }: LightFacts): Light | null {
  return accepted === 0 ? { kind: 'waiting for the first contact' } : null;
}

function unanswered(facts: LightFacts, now: number): Light | null {
  const last = facts.lastAnswerAt ?? facts.installedAt;
  return apart(now, last) > LIMITS.answerBelievedMs ? delayed('no_answer', last, facts, now) : null;
}

const DELAYS: readonly Rule[] = [runsStayAway, failing, waiting, unanswered];

function delayOf(facts: LightFacts, now: number): string | null {
  for (const rule of DELAYS) {
    const light = rule(facts, now);
    if (light?.kind === 'delayed') return light.code;
  }
  return null;
}

function actionNeeded(facts: LightFacts, now: number): Light | null {
  const failure = failuresOf(facts).find(({ code }) => needsPerson(code));
  if (failure !== undefined) return { kind: 'action needed', ...failure };
  if (facts.unclear + facts.parked === 0) return null;
  // Held contacts hold up no others: what does must not be hidden behind them.
  const also = delayOf(facts, now);
  return { kind: 'action needed', code: 'contacts_held', since: null, ...(also === null ? {} : { also }) };
}

const RULES: readonly Rule[] = [actionNeeded, ...DELAYS, importing, firstContact];

/**
 * The light for these facts now (ms): the first state that holds. It is never green because nothing was tried: Operational
 * needs an answer of injixo within the last hour, which the app asks for in quiet times.
 */
export function lightOf(facts: LightFacts, now: number): Light {
  for (const rule of RULES) {
    const light = rule(facts, now);
    if (light !== null) return light;
  }
  return { kind: 'operational' };
}
