import { ALERT_TAG } from '../contacts/counting-rules';
import {
  addPublicNote,
  askIsOpen,
  hasNote,
  madeId,
  openTicket,
  searchTagged,
} from '../freshdesk/alert-tickets';
import type { FreshdeskAnswer, FreshdeskProblem, PostResult } from '../freshdesk/client';
import type { FreshdeskSession, FreshdeskState } from '../freshdesk/session';
import { ledgerTicket, type Ledger } from '../ledger/ledger';
import type { Light } from '../page-contract';
import type { Log } from '../platform/ports';
import type { RunBudget } from '../platform/run-budget';
import { failureFacts } from '../status/failures';
import { LIMITS } from '../values/limits';
import type { OwnSlice, Slice } from '../values/slice';
import {
  SOLVED,
  afterAttempt,
  nextAlertStep,
  updateFromLight,
  type Alert,
  type AlertAttempt,
} from './alert-state';
import { noteMark, noteText, ticketTexts } from './alert-texts';

/** What notifying a person needs of a run. Only this room changes the slice `alert`. */
export interface AlertRun {
  readonly session: FreshdeskSession;
  readonly freshdesk: Slice<FreshdeskState>;
  readonly ledger: Pick<Ledger, 'load' | 'raise' | 'save'>;
  readonly budget: RunBudget;
  readonly log: Log;
  readonly now: () => number;
  readonly alert: OwnSlice<Alert>;
  /** The person named in the settings; null: nobody is notified. */
  readonly alertEmail: string | null;
  /** Writes the state; `more` operations follow. @ops 1 */
  save(more: number): Promise<void>;
}

/**
 * Notifies the person in the settings by one ticket and notes on it, at the end of a run with operations and time left. At
 * most two Freshdesk calls that read and one that writes. @ops 0 to 3
 */
export async function notifyPerson(run: AlertRun, light: Light, isFailing: boolean): Promise<void> {
  run.alert.set(updateFromLight(run.alert.value, light, isFailing, run.now()));
  if (!canNotify(run)) return;
  const step = nextAlertStep(run.alert.value, light, run.alertEmail !== null, run.now());
  if (step.kind === 'confirm') await confirmAttempt(run, step.attempt);
  if (step.kind === 'notify') await notify(run, step.code);
  if (step.kind === 'note solved') await addNote(run, SOLVED);
}

function canNotify({ freshdesk, budget }: AlertRun): boolean {
  const { failure } = freshdesk.value;
  const canWrite = failure === null || failureFacts(failure.code).isTellable;
  return canWrite && budget.mayPost() && budget.affords(1, 'alert');
}

/** Adds a note to the open ticket; opens a ticket when none is open. */
async function notify(run: AlertRun, code: string): Promise<void> {
  const open = await findOpenTicket(run);
  if (!open.ok) return;
  const alert = run.alert.value;
  if (open.value !== null) {
    run.alert.set({ ...alert, ticket: alert.ticket ?? { id: open.value, openedAt: run.now(), notes: 0 } });
    await addNote(run, code);
  } else if (run.alertEmail !== null) {
    const ticket = {
      email: run.alertEmail,
      ...ticketTexts(code, run.freshdesk.value.language?.tag ?? null),
      tag: ALERT_TAG,
    };
    await attempt(run, { what: 'ticket', says: code }, () => openTicket(run.session.post, ticket));
  }
}

/** The id of the alert ticket that is open; an earlier installation may have opened it. */
async function findOpenTicket(run: AlertRun): Promise<FreshdeskAnswer<number | null>> {
  const { ticket } = run.alert.value;
  if (ticket !== null) {
    const answer = await askIsOpen(run.session.get, ticket.id);
    return answer.ok ? { ...answer, value: answer.value ? ticket.id : null } : answer;
  }
  const answer = await searchTagged(run.session.get, ALERT_TAG, run.now() - LIMITS.alertTicketsMs);
  if (!answer.ok) return answer;
  return { ...answer, value: answer.value.find(({ isOpen }) => isOpen)?.id ?? null };
}

async function addNote(run: AlertRun, says: string): Promise<void> {
  const { ticket } = run.alert.value;
  if (ticket === null) return;
  const text = noteText(says, ticket.notes + 1, run.freshdesk.value.language?.tag ?? null);
  await attempt(run, { what: 'note', says }, () => addPublicNote(run.session.post, ticket.id, text));
}

/** Stores the attempt, makes it, and records its outcome. One call. @ops 1; 3 for a ticket */
async function attempt(
  run: AlertRun,
  { what, says }: Omit<AlertAttempt, 'at'>,
  make: () => Promise<PostResult>,
): Promise<void> {
  if (!run.budget.mayPost()) return;
  run.alert.set({ ...run.alert.value, attempt: { what, says, at: run.now() } });
  await run.save(LIMITS.reserves.alert);
  const result = await make();
  if (result.kind === 'not made') return keepFailed(run, says, result.problem);
  if (result.kind !== 'made') return;
  if (what === 'note') return run.alert.set(afterAttempt(run.alert.value, 'note'));
  const ticketId = madeId(result.value);
  if (ticketId !== null) await keepTicket(run, ticketId);
}

/** A resolution that cannot be noted, because the ticket is gone, deleted or spam, is not tried again. */
function keepFailed(run: AlertRun, says: string, { kind }: FreshdeskProblem): void {
  run.log.warn('alert was not told', { reason: kind });
  const isGone = kind === 'not found' || kind === 'refused';
  run.alert.set(afterAttempt(run.alert.value, isGone && says === SOLVED ? 'gone' : 'nothing'));
}

/** Records the ticket, and settles its own and its Unknown contact so that it is never counted, with or without its tag. @ops 2 */
async function keepTicket(run: AlertRun, ticketId: number): Promise<void> {
  const contact = ledgerTicket(ticketId);
  await run.ledger.load([contact]);
  run.ledger.raise(contact, 'settled', true);
  await run.ledger.save();
  run.alert.set(afterAttempt(run.alert.value, { ticketId }));
  run.log.info('alert ticket is there', { ticketId });
}

/** Looks for what an attempt of unknown outcome created; changes nothing while that cannot be known. One call. @ops 0; 2 for a ticket */
async function confirmAttempt(run: AlertRun, { what, at }: AlertAttempt): Promise<void> {
  const isThere = await (what === 'ticket' ? confirmTicket(run, at) : confirmNote(run, at));
  // Freshdesk's index lags, and the key may not see every ticket.
  const isBelieved = run.freshdesk.value.failure === null && run.now() - at >= LIMITS.alertShownMs;
  if (isThere === false && isBelieved) run.alert.set(afterAttempt(run.alert.value, 'nothing'));
}

/** True: the ticket exists and is recorded. Null: Freshdesk did not answer. */
async function confirmTicket(run: AlertRun, at: number): Promise<boolean | null> {
  const before = run.alert.value.ticket?.id ?? 0;
  const answer = await searchTagged(run.session.get, ALERT_TAG, at - LIMITS.alertClockMs);
  if (!answer.ok) return null;
  const found = answer.value.find(({ id }) => id > before);
  if (found !== undefined) await keepTicket(run, found.id);
  return found !== undefined;
}

/** True: the note exists and is recorded. Null: nothing to conclude. A ticket that is gone has no note. */
async function confirmNote(run: AlertRun, at: number): Promise<boolean | null> {
  const { ticket } = run.alert.value;
  if (ticket === null) {
    run.alert.set(afterAttempt(run.alert.value, 'nothing'));
    return null;
  }
  const mark = noteMark(ticket.notes + 1);
  const answer = await hasNote(run.session.get, ticket.id, mark, at - LIMITS.alertClockMs);
  if (!answer.ok) return answer.problem.kind === 'not found' ? false : null;
  if (answer.value) run.alert.set(afterAttempt(run.alert.value, 'note'));
  return answer.value;
}
