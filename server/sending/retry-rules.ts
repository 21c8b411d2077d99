import type { DeliveryOutcome } from '../injixo/interpret-answer';
import { LIMITS } from '../values/limits';
import { withFailure } from '../status/failures';
import { noteFailure, type SendingRun, type SendingState } from './sending-state';
import { isLeftAlone, needsProbe } from './probe';

/** What a batch's answer leads to. */
export interface AfterOutcome {
  readonly sending: SendingState;
  /** Contacts refused alone that are now known to be at fault themselves. */
  readonly park: readonly string[];
  /** Why the batch's only contact is to be parked at once; null: it is not. */
  readonly parkThis: 'refused' | 'too_large' | null;
  /** False: no further batch in this run. */
  readonly goOn: boolean;
}

function stop(sending: SendingState): AfterOutcome {
  return { sending, park: [], parkThis: null, goOn: false };
}

function goOn(sending: SendingState): AfterOutcome {
  return { sending, park: [], parkThis: null, goOn: true };
}

function half(size: number): number {
  return Math.max(1, Math.floor(size / 2));
}

function afterAccepted(before: SendingState, contactIds: readonly string[], now: number): AfterOutcome {
  // A question in between may have found another reason, so the refusals themselves tell.
  const requestWasAtFault = before.refused.length >= LIMITS.refusedInARow;
  const doubled = Math.min(LIMITS.batchContacts, before.batchLimit * 2);
  return {
    ...goOn({
      ...before,
      mode: 'normal',
      batchLimit: before.mode === 'normal' ? doubled : before.batchLimit,
      failure: null,
      notBefore: null,
      refused: [],
      // What was refused while the request itself was at fault gets another try, and only one.
      triedAgain: requestWasAtFault ? before.refused : before.triedAgain,
      lastAnswerAt: now,
    }),
    park: requestWasAtFault ? [] : before.refused.filter((id) => !contactIds.includes(id)),
  };
}

function afterRefusedAlone(before: SendingState, contactId: string, now: number): AfterOutcome {
  if (before.triedAgain.includes(contactId)) {
    const triedAgain = before.triedAgain.filter((id) => id !== contactId);
    return { ...goOn({ ...before, triedAgain }), parkThis: 'refused' };
  }
  const refused = [...before.refused.filter((id) => id !== contactId), contactId].slice(
    -LIMITS.refusedRemembered,
  );
  const stillAtFault = before.failure?.code === 'contacts_refused';
  if (!stillAtFault && refused.length < LIMITS.refusedInARow) return goOn({ ...before, refused });
  return stop(withFailure({ ...before, refused }, 'contacts_refused', now));
}

function afterContactsRefused(
  before: SendingState,
  contactIds: readonly string[],
  now: number,
): AfterOutcome {
  const answered = { ...before, lastAnswerAt: now };
  const [only = ''] = contactIds;
  if (contactIds.length === 1) return afterRefusedAlone(answered, only, now);
  return goOn({ ...answered, batchLimit: Math.ceil(contactIds.length / 2) });
}

function afterTooLarge(before: SendingState, size: number, now: number): AfterOutcome {
  if (size > 1) return goOn({ ...before, batchLimit: Math.ceil(size / 2), lastAnswerAt: now });
  return { ...goOn({ ...before, lastAnswerAt: now }), parkThis: 'too_large' };
}

interface Given {
  readonly before: SendingState;
  readonly contactIds: readonly string[];
  readonly now: number;
}

type Rules = {
  readonly [K in DeliveryOutcome['kind']]: (
    given: Given,
    outcome: DeliveryOutcome & { readonly kind: K },
  ) => AfterOutcome;
};

const RULES: Rules = {
  accepted: ({ before, contactIds, now }) => afterAccepted(before, contactIds, now),
  'contacts refused': ({ before, contactIds, now }) => afterContactsRefused(before, contactIds, now),
  'too large': ({ before, contactIds, now }) => afterTooLarge(before, contactIds.length, now),
  throttled: ({ before, now }, outcome) => {
    const sending = withFailure(before, 'injixo_throttled', now);
    return stop({ ...sending, notBefore: outcome.retryAt, lastAnswerAt: now });
  },
  'request refused': ({ before, now }, outcome) => stop(withFailure(before, outcome.code, now)),
  'not taken': ({ before, now }, outcome) => stop(withFailure(before, outcome.code, now)),
  unclear: ({ before, now }, outcome) =>
    stop(withFailure({ ...before, batchLimit: half(before.batchLimit) }, outcome.code, now)),
};

/**
 * How sending goes on after an answer (injixo's contract table, and "After any failure" of the design): after a failure the
 * empty request first, then one contact alone, then batches; after an unclear batch half the size, doubled by every
 * acceptance.
 */
export function afterOutcome(
  before: SendingState,
  outcome: DeliveryOutcome,
  contactIds: readonly string[],
  now: number,
): AfterOutcome {
  const rule = RULES[outcome.kind] as (given: Given, outcome: DeliveryOutcome) => AfterOutcome;
  return rule({ before, contactIds, now }, outcome);
}

/** What the senders of live contacts, of held ones and of the history keep to alike. */

/** True while a batch may begin: injixo has not to be asked first or left alone, and the run has time. */
export function mayBegin(run: SendingRun): boolean {
  return !needsProbe(run.sending.value.mode) && !isLeftAlone(run) && run.budget.mayPost();
}

/** True when so many batches are held that a person has to decide about them before more is sent; `state` then says so. */
export function tooManyHeld(run: SendingRun): boolean {
  if (run.held.value.batches.length < LIMITS.heldBatches) return false;
  noteFailure(run, 'too_many_held');
  return true;
}

/** Contacts in the next batch, at most. */
export function batchLimit({ sending }: Pick<SendingRun, 'sending'>): number {
  return sending.value.mode === 'single' ? 1 : sending.value.batchLimit;
}

/** Remembers in `state` what an answer means for the batches that follow. */
export function rememberOutcome(
  run: SendingRun,
  contactIds: readonly string[],
  outcome: DeliveryOutcome,
): AfterOutcome {
  const after = afterOutcome(run.sending.value, outcome, contactIds, run.now());
  const suspects = [...run.sending.value.suspects, ...after.park].slice(-LIMITS.suspects);
  run.sending.set({ ...after.sending, suspects });
  return after;
}

/** Takes contacts off the list of suspects: they are parked now. */
export function forgetSuspects(
  { sending }: Pick<SendingRun, 'sending'>,
  contactIds: readonly string[],
): void {
  sending.change({ suspects: sending.value.suspects.filter((id) => !contactIds.includes(id)) });
}
