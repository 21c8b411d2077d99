import { LIMITS } from '../platform/limits';

/**
 * The light of the page: the first state that holds. It is never green because nothing was tried: Operational needs an
 * answer of injixo within the last hour, which the app asks for in quiet times. Times in milliseconds.
 */
export type Light =
  | { readonly kind: 'action needed'; readonly code: string; readonly since: number | null }
  | { readonly kind: 'delayed'; readonly code: string; readonly since: number; readonly nextTryAt: number }
  | { readonly kind: 'importing' }
  | { readonly kind: 'waiting for the first contact' }
  | { readonly kind: 'operational' };

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

/** Failures that last until a person acts; all others end by themselves. */
export const FOR_A_PERSON: ReadonlySet<string> = new Set([
  'injixo_key',
  'injixo_integration',
  'injixo_refuses',
  'contacts_refused',
  'too_many_held',
  'freshdesk_key',
  'freshdesk_scope',
  'freshdesk_forbidden',
  'settings_invalid',
]);

type Rule = (facts: LightFacts, now: number) => Light | null;

function failuresOf({ failure, freshdeskFailure }: LightFacts): readonly SeenFailure[] {
  return [failure, freshdeskFailure].filter((each) => each !== null);
}

function actionNeeded(facts: LightFacts): Light | null {
  const failure = failuresOf(facts).find(({ code }) => FOR_A_PERSON.has(code));
  if (failure !== undefined) return { kind: 'action needed', ...failure };
  const held = facts.unclear + facts.parked;
  return held > 0 ? { kind: 'action needed', code: 'contacts_held', since: null } : null;
}

function delayed(code: string, since: number, facts: LightFacts): Light {
  return { kind: 'delayed', code, since, nextTryAt: facts.nextTryAt };
}

function runsStayAway(facts: LightFacts, now: number): Light | null {
  return now - facts.lastRunAt > LIMITS.tickMissingMs ? delayed('no_runs', facts.lastRunAt, facts) : null;
}

function failing(facts: LightFacts): Light | null {
  const [failure] = failuresOf(facts);
  return failure === undefined ? null : delayed(failure.code, failure.since, facts);
}

function waiting(facts: LightFacts, now: number): Light | null {
  const isSent = facts.due === 0 && facts.found === 0 && facts.waitingComplete;
  // Where no event can be recorded the scan alone knows what is due.
  const isChecked = now - facts.checkedUntil <= LIMITS.scanBehindMs;
  if (isSent && isChecked) return null;
  return delayed('backlog', facts.oldestWaiting ?? (isChecked ? facts.lastRunAt : facts.checkedUntil), facts);
}

function importing({ isImporting }: LightFacts): Light | null {
  return isImporting ? { kind: 'importing' } : null;
}

function firstContact({ accepted }: LightFacts): Light | null {
  return accepted === 0 ? { kind: 'waiting for the first contact' } : null;
}

function unanswered(facts: LightFacts, now: number): Light | null {
  const last = facts.lastAnswerAt ?? facts.installedAt;
  return now - last > LIMITS.answerBelievedMs ? delayed('no_answer', last, facts) : null;
}

const RULES: readonly Rule[] = [
  actionNeeded,
  runsStayAway,
  failing,
  waiting,
  unanswered,
  importing,
  firstContact,
];

/** The light for these facts now (ms). */
export function lightOf(facts: LightFacts, now: number): Light {
  for (const rule of RULES) {
    const light = rule(facts, now);
    if (light !== null) return light;
  }
  return { kind: 'operational' };
}
