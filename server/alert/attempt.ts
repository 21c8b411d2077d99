import type { RunContext } from '../delivery/run-context';
import { writeState } from '../delivery/write-state';
import { madeId } from '../freshdesk/alert-tickets';
import type { PostResult } from '../freshdesk/post';
import type { FreshdeskProblem } from '../freshdesk/answer';
import { LIMITS } from '../platform/limits';
import {
  SOLVED,
  beginAttempt,
  noteMade,
  nothingMade,
  solvedInSilence,
  ticketMade,
  type Alert,
  type AlertAttempt,
} from '../status/alert';

type Attempt = Omit<AlertAttempt, 'at'>;

/** Replaces the alert in the run's state. */
export function setAlert(run: RunContext, alert: Alert): void {
  run.state = { ...run.state, alert };
}

/** Settles the ticket's own contact and its Unknown one, so that it is never counted, whatever becomes of its tag. Two operations. */
async function settleTicket(run: RunContext, ticketId: number): Promise<void> {
  const contact = { contactId: `ticket:${ticketId}`, ticketId, occurredAt: 0 };
  await run.ledger.open([contact]);
  run.ledger.grow(contact, 'settled', true);
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
  setAlert(run, isGone && says === SOLVED ? solvedInSilence(alert) : nothingMade(alert));
}

/** Notes the attempt, makes it, and notes what became of it. One operation, two more when a ticket is made; one call. */
export async function attemptTo(
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
