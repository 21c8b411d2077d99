import { ALERT_TAG } from '../contacts/counting-rules';
import type { RunContext } from '../run/run-context';
import {
  addPublicNote,
  askIsOpen,
  openTicket,
  searchTagged,
  hasNote,
  madeId,
} from '../freshdesk/alert-tickets';
import type { FreshdeskAnswer, FreshdeskProblem, FreshdeskPost, PostResult } from '../freshdesk/client';
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
import type { Light } from '../page-contract';
import { noteText, ticketTexts, noteMark } from './alert-texts';
import { writeState } from '../run/write-state';

/** A run and how it writes to Freshdesk. */
interface Telling {
  readonly run: RunContext;
  readonly post: FreshdeskPost;
}

function openAlert({ run, post }: Telling, code: string): Promise<void> {
  const email = run.settings.alertEmail;
  if (email === null) return Promise.resolve();
  const text = { email, ...ticketTexts(code), tag: ALERT_TAG };
  return notifyOnce(run, { what: 'ticket', says: code }, () => openTicket(post, text));
}

function addNote({ run, post }: Telling, says: string): Promise<void> {
  const { ticket } = run.state.alert;
  if (ticket === null) return Promise.resolve();
  const words = noteText(says, ticket.notes + 1);
  return notifyOnce(run, { what: 'note', says }, () => addPublicNote(post, ticket.id, words));
}

/** The ticket that is open already, whoever of this app opened it: an earlier installation may have. */
async function findOpenTicket(run: RunContext): Promise<FreshdeskAnswer<number | null>> {
  const { ticket } = run.state.alert;
  if (ticket !== null) {
    const answer = await askIsOpen(run.get, ticket.id);
    return answer.ok ? { ...answer, value: answer.value ? ticket.id : null } : answer;
  }
  const answer = await searchTagged(run.get, ALERT_TAG, run.now() - LIMITS.alertTicketsMs);
  if (!answer.ok) return answer;
  return { ...answer, value: answer.value.find(({ isOpen }) => isOpen)?.id ?? null };
}

async function tell(telling: Telling, code: string): Promise<void> {
  const { run } = telling;
  const open = await findOpenTicket(run);
  if (!open.ok) return;
  if (open.value === null) return openAlert(telling, code);
  const { alert } = run.state;
  const ticket = alert.ticket ?? { id: open.value, openedAt: run.now(), notes: 0 };
  setAlert(run, { ...alert, ticket });
  await addNote(telling, code);
}

async function take(telling: Telling, step: AlertStep): Promise<void> {
  if (step.kind === 'look') await confirmAttempt(telling.run, step.attempt);
  if (step.kind === 'tell') await tell(telling, step.code);
  if (step.kind === 'say solved') await addNote(telling, SOLVED);
}

/** Failures with which Freshdesk cannot be written to either: then only the page tells. */
const CANNOT_TELL: ReadonlySet<string> = new Set([
  'freshdesk_key',
  'freshdesk_unreachable',
  'freshdesk_throttled',
]);

function canTell({ state, budget }: RunContext): boolean {
  if (CANNOT_TELL.has(state.freshdeskFailure?.code ?? '')) return false;
  return budget.mayPost() && budget.opsLeft() > LIMITS.opsToAlert;
}

/**
 * Tells the person named in the settings what the light says, by one ticket and notes on it, at the end of a run that has
 * operations and time left. At most two Freshdesk calls that read and one that writes; as a rule none, and no operation.
 */
export async function notifyPerson(run: RunContext, post: FreshdeskPost, light: Light): Promise<void> {
  const isFailing = run.state.failure !== null || run.state.freshdeskFailure !== null;
  setAlert(run, updateFromLight(run.state.alert, light, isFailing, run.now()));
  const step = nextAlertStep(run.state.alert, light, run.settings.alertEmail !== null, run.now());
  if (canTell(run)) await take({ run, post }, step);
}

/** True once Freshdesk would show what an attempt made; never while the key may not see everything. */
function isSurelyMissing(run: RunContext, attempt: AlertAttempt): boolean {
  return run.state.freshdeskFailure === null && run.now() - attempt.at >= LIMITS.alertShownMs;
}

async function lookForTicket(run: RunContext, attempt: AlertAttempt): Promise<void> {
  const before = run.state.alert.ticket?.id ?? 0;
  const answer = await searchTagged(run.get, ALERT_TAG, attempt.at - LIMITS.alertClockMs);
  if (!answer.ok) return;
  const found = answer.value.find(({ id }) => id > before);
  if (found !== undefined) return keepTicket(run, found.id);
  if (isSurelyMissing(run, attempt)) setAlert(run, nothingMade(run.state.alert));
}

/** Whether the note is there; a ticket that is gone has none; null: Freshdesk did not say. */
async function isNoteThere(
  run: RunContext,
  ticket: AlertTicket,
  attempt: AlertAttempt,
): Promise<boolean | null> {
  const mark = noteMark(ticket.notes + 1);
  const answer = await hasNote(run.get, ticket.id, mark, attempt.at - LIMITS.alertClockMs);
  if (answer.ok) return answer.value;
  return answer.problem.kind === 'not found' ? false : null;
}

async function lookForNote(run: RunContext, attempt: AlertAttempt): Promise<void> {
  const { alert } = run.state;
  if (alert.ticket === null) return setAlert(run, nothingMade(alert));
  const isThere = await isNoteThere(run, alert.ticket, attempt);
  if (isThere === true) return setAlert(run, noteMade(alert));
  if (isThere === false && isSurelyMissing(run, attempt)) setAlert(run, nothingMade(alert));
}

/** Finds out what became of an attempt whose outcome nobody noted; does nothing while that cannot be known. One call, two operations. */
export function confirmAttempt(run: RunContext, attempt: AlertAttempt): Promise<void> {
  return attempt.what === 'ticket' ? lookForTicket(run, attempt) : lookForNote(run, attempt);
}

type Attempt = Omit<AlertAttempt, 'at'>;

/** Replaces the alert in the run's state. */
export function setAlert(run: RunContext, alert: Alert): void {
  run.state = { ...run.state, alert };
}

/** Settles the ticket's own contact and its Unknown one, so that it is never counted, whatever becomes of its tag. Two operations. */
async function settleTicket(run: RunContext, ticketId: number): Promise<void> {
  const contact = { contactId: `ticket:${ticketId}`, ticketId, occurredAt: 0 };
  await run.ledger.load([contact]);
  run.ledger.raise(contact, 'settled', true);
  await run.ledger.save();
}

/** Keeps the ticket that was made, and settles it in the ledger. Two operations. */
export async function keepTicket(run: RunContext, ticketId: number): Promise<void> {
  await settleTicket(run, ticketId);
  setAlert(run, ticketMade(run.state.alert, ticketId));
  run.log.info('alert ticket is there', { ticketId });
}

async function keepMade(run: RunContext, { what }: Attempt, value: unknown): Promise<void> {
  if (what === 'note') return setAlert(run, noteMade(run.state.alert));
  const ticketId = madeId(value);
  if (ticketId !== null) await keepTicket(run, ticketId);
}

/** What could be said only on a ticket that is gone, deleted or spam needs no further attempt. */
function keepNotMade(run: RunContext, { says }: Attempt, { kind }: FreshdeskProblem): void {
  run.log.warn('alert was not told', { reason: kind });
  const isGone = kind === 'not found' || kind === 'refused';
  const { alert } = run.state;
  setAlert(run, isGone && says === SOLVED ? resolveSilently(alert) : nothingMade(alert));
}

/** Notes the attempt, makes it, and notes what became of it. One operation, two more when a ticket is made; one call. */
export async function notifyOnce(
  run: RunContext,
  attempt: Attempt,
  make: () => Promise<PostResult>,
): Promise<void> {
  if (!run.budget.mayPost()) return;
  setAlert(run, beginAttempt(run.state.alert, attempt, run.now()));
  await writeState(run, LIMITS.opsToAlert);
  const result = await make();
  if (result.kind === 'made') await keepMade(run, attempt, result.value);
  if (result.kind === 'not made') keepNotMade(run, attempt, result.problem);
}
