import { ALERT_TAG } from '../contacts/leave-out-ticket';
import type { RunContext } from '../delivery/run-context';
import { hasNote, searchTagged } from '../freshdesk/alert-tickets';
import { LIMITS } from '../platform/limits';
import { noteMade, nothingMade, type AlertAttempt, type AlertTicket } from '../status/alert';
import { noteMark } from './alert-words';
import { keepTicket, setAlert } from './attempt';

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
export function lookForAttempt(run: RunContext, attempt: AlertAttempt): Promise<void> {
  return attempt.what === 'ticket' ? lookForTicket(run, attempt) : lookForNote(run, attempt);
}
