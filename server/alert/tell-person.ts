import { ALERT_TAG } from '../contacts/leave-out-ticket';
import type { RunContext } from '../delivery/run-context';
import { addPublicNote, askIsOpen, openTicket, searchTagged } from '../freshdesk/alert-tickets';
import type { FreshdeskPost } from '../freshdesk/post';
import type { FreshdeskAnswer } from '../freshdesk/answer';
import { LIMITS } from '../platform/limits';
import { SOLVED, followLight, nextAlertStep, type AlertStep } from '../status/alert';
import type { Light } from '../status/light';
import { noteWords, ticketWords } from './alert-words';
import { attemptTo, setAlert } from './attempt';
import { lookForAttempt } from './look-for-attempt';

/** A run and how it writes to Freshdesk. */
interface Telling {
  readonly run: RunContext;
  readonly post: FreshdeskPost;
}

function openAlert({ run, post }: Telling, code: string): Promise<void> {
  const email = run.settings.alertEmail;
  if (email === null) return Promise.resolve();
  const text = { email, ...ticketWords(code), tag: ALERT_TAG };
  return attemptTo(run, { what: 'ticket', says: code }, () => openTicket(post, text));
}

function addNote({ run, post }: Telling, says: string): Promise<void> {
  const { ticket } = run.state.alert;
  if (ticket === null) return Promise.resolve();
  const words = noteWords(says, ticket.notes + 1);
  return attemptTo(run, { what: 'note', says }, () => addPublicNote(post, ticket.id, words));
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
  if (step.kind === 'look') await lookForAttempt(telling.run, step.attempt);
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
export async function tellPerson(run: RunContext, post: FreshdeskPost, light: Light): Promise<void> {
  const isFailing = run.state.failure !== null || run.state.freshdeskFailure !== null;
  setAlert(run, followLight(run.state.alert, light, isFailing, run.now()));
  const step = nextAlertStep(run.state.alert, light, run.settings.alertEmail !== null, run.now());
  if (canTell(run)) await take({ run, post }, step);
}
