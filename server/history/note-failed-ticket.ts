import type { FreshdeskProblem } from '../freshdesk/client';
import { afterFailure, findAside } from '../freshdesk/set-aside';
import { LIMITS } from '../values/limits';
import type { ImportRun } from './import-run';
import { repliesOf } from './ticket-chunks';

/** Notes that a ticket's conversations cannot be read. True when it is set aside: the import goes past it. */
export async function noteFailedTicket(
  work: ImportRun,
  ticketId: number,
  problem: FreshdeskProblem,
): Promise<boolean> {
  const { run, record } = work;
  const reason = await run.session.tickets.blame(problem);
  if (reason === null) return false;
  const { from, until } = record;
  const most = LIMITS.setAside - run.freshdesk.value.setAside.tickets.length;
  const failedRun = { runAt: run.budget.startedAt, now: run.now(), most };
  const setAside = afterFailure(record.setAside, { ...repliesOf(ticketId), reason, from, until }, failedRun);
  work.record = { ...record, setAside };
  return findAside(setAside, repliesOf(ticketId)) !== undefined;
}
