import type { DeliveryOutcome } from '../injixo/interpret-answer';
import { withFailure } from '../status/failures';
import { LIMITS } from '../values/limits';
import { isLeftAlone, needsProbe } from './probe';
import { noteFailure, type Refusal, type SendingRun, type SendingState } from './sending-state';

/** What a batch's answer leads to. */
export interface AfterOutcome {
  readonly sending: SendingState;
  /** Why the batch's only contact has to be parked at once; null: it has not. */
  readonly parkThis: 'refused' | 'too_large' | null;
  /** False: no further batch in this run. */
  readonly goOn: boolean;
}

/** The state before an answer, the contacts it is about, and its time. */
interface Given {
  readonly before: SendingState;
  readonly contactIds: readonly string[];
  readonly now: number;
}

/** What a rule says: without more, sending goes on and nothing is parked. */
type Ruling = Pick<AfterOutcome, 'sending'> & Partial<AfterOutcome>;

/** Ids of the contacts with a refusal at this stage. */
export function refusedIds(
  { refusals }: Pick<SendingState, 'refusals'>,
  stage: Refusal['stage'],
): readonly string[] {
  return refusals.filter((each) => each.stage === stage).map(({ id }) => id);
}

/** Why a contact is to be parked when it comes up again; null: it is not. */
export function suspectedOf(
  { sending }: Pick<SendingRun, 'sending'>,
  contactId: string,
): 'refused' | 'too_large' | null {
  const suspect = sending.value.refusals.find(({ id, stage }) => id === contactId && stage === 'suspect');
  return suspect === undefined ? null : (suspect.why ?? 'refused');
}

function afterAccepted({ before, contactIds, now }: Given): Ruling {
  // A probe in between may have replaced the failure, so the number of refusals decides.
  const requestWasAtFault = refusedIds(before, 'waiting').length >= LIMITS.refusedInARow;
  const next = requestWasAtFault ? 'retry' : 'suspect';
  const kept = before.refusals.filter(({ id, stage }) =>
    requestWasAtFault ? stage !== 'retry' : stage !== 'waiting' || !contactIds.includes(id),
  );
  const doubled = Math.min(LIMITS.batchContacts, before.batchLimit * 2);
  const sending: SendingState = {
    ...before,
    mode: 'normal',
    batchLimit: before.mode === 'normal' ? doubled : before.batchLimit,
    failure: null,
    notBefore: null,
    refusals: kept.map((each) => (each.stage === 'waiting' ? { ...each, stage: next } : each)),
    lastAnswerAt: now,
    // A single contact is counted as one whatever injixo counts: only a batch shows that it counts contacts.
    countedLess: contactIds.length < Math.min(2, before.countedLess) ? before.countedLess : 0,
  };
  return { sending };
}

function afterRefused({ before, contactIds, now }: Given, why: 'refused' | 'too_large'): Ruling {
  const answered = { ...before, lastAnswerAt: now };
  const half = Math.ceil(contactIds.length / 2);
  if (contactIds.length > 1) return { sending: { ...answered, batchLimit: half } };
  const [only = ''] = contactIds;
  const others = before.refusals.filter(({ id, stage }) => id !== only || stage === 'suspect');
  if (refusedIds(before, 'retry').includes(only))
    return { sending: { ...answered, refusals: others }, parkThis: why };
  const refused: Refusal = { id: only, at: now, stage: 'waiting', why };
  const sending = { ...answered, refusals: [...others, refused] };
  const isStillAtFault = before.failure?.code === 'contacts_refused';
  const inARow = refusedIds(sending, 'waiting').length;
  if (!isStillAtFault && inARow < LIMITS.refusedInARow) return { sending };
  return { sending: withFailure(sending, 'contacts_refused', now), goOn: false };
}

function afterUnclear(
  { before, contactIds, now }: Given,
  { code, confirmed }: DeliveryOutcome & { readonly kind: 'unclear' },
): Ruling {
  const countsLess = confirmed?.isOnlySign === true;
  const isAgain = countsLess && before.countedLess > 0;
  const sending: SendingState = {
    ...withFailure(before, isAgain ? 'injixo_counts_otherwise' : code, now),
    batchLimit: Math.max(1, Math.floor(before.batchLimit / 2)),
    countedLess: countsLess ? contactIds.length : before.countedLess,
  };
  return { sending, goOn: false };
}

type Rules = {
  readonly [K in DeliveryOutcome['kind']]: (
    given: Given,
    outcome: DeliveryOutcome & { readonly kind: K },
  ) => Ruling;
};

const RULES: Rules = {
  accepted: afterAccepted,
  'contacts refused': (given) => afterRefused(given, 'refused'),
  'too large': (given) => afterRefused(given, 'too_large'),
  throttled: ({ before, now }, { retryAt }) => ({
    sending: { ...withFailure(before, 'injixo_throttled', now), notBefore: retryAt, lastAnswerAt: now },
    goOn: false,
  }),
  'request refused': ({ before, now }, { code }) => ({
    sending: withFailure(before, code, now),
    goOn: false,
  }),
  'not taken': ({ before, now }, { code }) => ({ sending: withFailure(before, code, now), goOn: false }),
  unclear: afterUnclear,
};

/**
 * How sending goes on after an answer. After a failure: the probe, then one contact alone, then batches. After an unclear
 * batch: slow start, from half the batch limit, doubled by every accepted batch.
 */
export function afterOutcome(given: Given, outcome: DeliveryOutcome): AfterOutcome {
  const rule = RULES[outcome.kind] as (given: Given, outcome: DeliveryOutcome) => Ruling;
  const { sending, parkThis = null, goOn = true } = rule(given, outcome);
  // Each stage keeps its newest refusals.
  const refusals = sending.refusals.filter(
    ({ stage }, n) => refusedIds({ refusals: sending.refusals.slice(n) }, stage).length <= LIMITS.refusals,
  );
  return { sending: { ...sending, refusals }, parkThis, goOn };
}

/** True while a batch may begin: no probe is needed, injixo did not ask to wait, and the run has time. */
export function mayBegin(run: SendingRun): boolean {
  return !needsProbe(run.sending.value.mode) && !isLeftAlone(run) && run.budget.mayPost();
}

/** True when as many batches are held as may be: nothing more can be held, so nothing is sent that might have to be. */
export function hasHeldMost({ held }: Pick<SendingRun, 'held'>): boolean {
  return held.value.batches.length >= LIMITS.heldBatches;
}

/** True when too many batches are held for more to be sent; the state then has the failure `too_many_held`. */
export function tooManyHeld(run: SendingRun): boolean {
  if (!hasHeldMost(run)) return false;
  noteFailure(run, 'too_many_held');
  return true;
}

/** The most contacts that the next batch may have. */
export function batchLimit({ sending }: Pick<SendingRun, 'sending'>): number {
  return sending.value.mode === 'single' ? 1 : sending.value.batchLimit;
}
