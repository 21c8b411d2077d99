import { ALERT_TAG } from '../contacts/counting-rules';
import {
  addPublicNote,
  askIsOpen,
  openTicket,
  searchTagged,
  hasNote,
  madeId,
} from '../freshdesk/alert-tickets';
import type { FreshdeskAnswer, FreshdeskProblem, PostResult } from '../freshdesk/client';
import { LIMITS } from '../values/limits';
import {
  SOLVED,
  updateFromLight,
  nextAlertStep,
  type AlertStep,
  noteMade,
  nothingMade,
  type AlertAttempt,
  type AlertTicket,
  beginAttempt,
  resolveSilently,
  ticketMade,
  type Alert,
} from './alert-state';
import type { FreshdeskSession, FreshdeskState } from '../freshdesk/session';
import type { Ledger } from '../ledger/ledger';
import type { Log } from '../platform/ports';
import type { RunBudget } from '../platform/run-budget';
import type { OwnSlice, Slice } from '../values/slice';
import { failureFacts } from '../status/failures';
import type { Light } from '../page-contract';
import { noteText, ticketTexts, noteMark } from './alert-texts';

/** What telling a person needs of a run. It alone changes the slice `alert`. */
export interface AlertRun {
  readonly session: FreshdeskSession;
  readonly freshdesk: Slice<FreshdeskState>;
  readonly ledger: Pick<Ledger, 'load' | 'raise' | 'save'>;
  readonly budget: RunBudget;
  readonly log: Log;
  readonly now: () => number;
  readonly alert: OwnSlice<Alert>;
  /** The person named in the settings; null: nobody is told. */
  readonly alertEmail: string | null;
  /** Writes the state, with `more` operations that follow. One operation. */
  save(more: number): Promise<void>;
}

function openAlert(run: AlertRun, code: string): Promise<void> {
  const { alertEmail: email, session } = run;
  if (email === null) return Promise.resolve();
  const text = { email, ...ticketTexts(code), tag: ALERT_TAG };
  return notifyOnce(run, { what: 'ticket', says: code }, () => openTicket(session.post, text));
}

function addNote(run: AlertRun, says: string): Promise<void> {
  const { ticket } = run.alert.value;
  if (ticket === null) return Promise.resolve();
  const words = noteText(says, ticket.notes + 1);
  return notifyOnce(run, { what: 'note', says }, () => addPublicNote(run.session.post, ticket.id, words));
}

/** The ticket that is open already, whoever of this app opened it: an earlier installation may have. */
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

async function tell(run: AlertRun, code: string): Promise<void> {
  const open = await findOpenTicket(run);
  if (!open.ok) return;
  if (open.value === null) return openAlert(run, code);
  const alert = run.alert.value;
  const ticket = alert.ticket ?? { id: open.value, openedAt: run.now(), notes: 0 };
  run.alert.set({ ...alert, ticket });
  await addNote(run, code);
}

async function take(run: AlertRun, step: AlertStep): Promise<void> {
  if (step.kind === 'look') await confirmAttempt(run, step.attempt);
  if (step.kind === 'tell') await tell(run, step.code);
  if (step.kind === 'say solved') await addNote(run, SOLVED);
}

function canTell({ freshdesk, budget }: AlertRun): boolean {
  const { failure } = freshdesk.value;
  if (failure !== null && !failureFacts(failure.code).isTellable) return false;
  return budget.mayPost() && budget.affords(1, 'alert');
}

/**
 * Tells the person named in the settings what the light says, by one ticket and notes on it, at the end of a run that has
 * operations and time left. At most two Freshdesk calls that read and one that writes; as a rule none, and no operation.
 */
export async function notifyPerson(run: AlertRun, light: Light, isFailing: boolean): Promise<void> {
  run.alert.set(updateFromLight(run.alert.value, light, isFailing, run.now()));
  const step = nextAlertStep(run.alert.value, light, run.alertEmail !== null, run.now());
  if (canTell(run)) await take(run, step);
}

/** True once Freshdesk would show what an attempt made; never while the key may not see everything. */
function isSurelyMissing(run: AlertRun, attempt: AlertAttempt): boolean {
  return run.freshdesk.value.failure === null && run.now() - attempt.at >= LIMITS.alertShownMs;
}

async function lookForTicket(run: AlertRun, attempt: AlertAttempt): Promise<void> {
  const before = run.alert.value.ticket?.id ?? 0;
  const answer = await searchTagged(run.session.get, ALERT_TAG, attempt.at - LIMITS.alertClockMs);
  if (!answer.ok) return;
  const found = answer.value.find(({ id }) => id > before);
  if (found !== undefined) return keepTicket(run, found.id);
  if (isSurelyMissing(run, attempt)) run.alert.set(nothingMade(run.alert.value));
}

/** Whether the note is there; a ticket that is gone has none; null: Freshdesk did not say. */
async function isNoteThere(
  run: AlertRun,
  ticket: AlertTicket,
  attempt: AlertAttempt,
): Promise<boolean | null> {
  const mark = noteMark(ticket.notes + 1);
  const answer = await hasNote(run.session.get, ticket.id, mark, attempt.at - LIMITS.alertClockMs);
  if (answer.ok) return answer.value;
  return answer.problem.kind === 'not found' ? false : null;
}

async function lookForNote(run: AlertRun, attempt: AlertAttempt): Promise<void> {
  const alert = run.alert.value;
  if (alert.ticket === null) return run.alert.set(nothingMade(alert));
  const isThere = await isNoteThere(run, alert.ticket, attempt);
  if (isThere === true) return run.alert.set(noteMade(alert));
  if (isThere === false && isSurelyMissing(run, attempt)) run.alert.set(nothingMade(alert));
}

/** Finds out what became of an attempt whose outcome nobody noted; does nothing while that cannot be known. One call, two operations. */
function confirmAttempt(run: AlertRun, attempt: AlertAttempt): Promise<void> {
  return attempt.what === 'ticket' ? lookForTicket(run, attempt) : lookForNote(run, attempt);
}

type Attempt = Omit<AlertAttempt, 'at'>;

/** Settles the ticket's own contact and its Unknown one, so that it is never counted, whatever becomes of its tag. Two operations. */
async function settleTicket(run: AlertRun, ticketId: number): Promise<void> {
  const contact = { contactId: `ticket:${ticketId}`, ticketId, occurredAt: 0 };
  await run.ledger.load([contact]);
  run.ledger.raise(contact, 'settled', true);
  await run.ledger.save();
}

/** Keeps the ticket that was made, and settles it in the ledger. Two operations. */
async function keepTicket(run: AlertRun, ticketId: number): Promise<void> {
  await settleTicket(run, ticketId);
  run.alert.set(ticketMade(run.alert.value, ticketId));
  run.log.info('alert ticket is there', { ticketId });
}

async function keepMade(run: AlertRun, { what }: Attempt, value: unknown): Promise<void> {
  if (what === 'note') return run.alert.set(noteMade(run.alert.value));
  const ticketId = madeId(value);
  if (ticketId !== null) await keepTicket(run, ticketId);
}

/** What could be said only on a ticket that is gone, deleted or spam needs no further attempt. */
function keepNotMade(run: AlertRun, { says }: Attempt, { kind }: FreshdeskProblem): void {
  run.log.warn('alert was not told', { reason: kind });
  const isGone = kind === 'not found' || kind === 'refused';
  const alert = run.alert.value;
  run.alert.set(isGone && says === SOLVED ? resolveSilently(alert) : nothingMade(alert));
}

/** Notes the attempt, makes it, and notes what became of it. One operation, two more when a ticket is made; one call. */
async function notifyOnce(run: AlertRun, attempt: Attempt, make: () => Promise<PostResult>): Promise<void> {
  if (!run.budget.mayPost()) return;
  run.alert.set(beginAttempt(run.alert.value, attempt, run.now()));
  await run.save(LIMITS.reserves.alert);
  const result = await make();
  if (result.kind === 'made') await keepMade(run, attempt, result.value);
  if (result.kind === 'not made') keepNotMade(run, attempt, result.problem);
}
