import type { RecordedContact } from '../contacts/contact';
import type { AsideTicket } from '../freshdesk/set-aside';
import { startCursor } from '../freshdesk/ticket-list-cursor';
import { askTicket } from '../freshdesk/tickets';
import type { FoundMissing } from './find-missing';
import { readReplies, type Finding, type Allowance } from './read-replies';
import { scanAge, type ScanRun } from './scan-state';
import type { MissingContact } from './unsettled-missing';

/**
 * Up to where the replies of a ticket are read (ms): the live scan has passed it up to there and does not come back, also
 * where it passed while no event could be recorded, and went to a minute ago.
 */
function passedUntil(run: ScanRun): number {
  const { checkedUntil, live } = run.scan.value;
  return Math.max(run.session.time() - scanAge(run), checkedUntil, live?.until ?? 0);
}

/**
 * Tries the tickets again that are set aside since an hour, and collects the replies that the ledger lacks. A ticket that is
 * gone is released. Two or three calls a ticket, one more for each 100 conversations.
 */
export async function tryAsideAgain(
  run: ScanRun,
  allowance: Allowance,
): Promise<Pick<FoundMissing, 'found' | 'leftOut'>> {
  const found: MissingContact[] = [];
  const leftOut: RecordedContact[] = [];
  let keysLeft = allowance.keys;
  for (const entry of run.session.tickets.dueAgain('replies')) {
    if (found.length >= allowance.found || !run.budget.mayPost()) break;
    const from = entry.from ?? run.cutOver;
    const cursor = startCursor('live', from, passedUntil(run), from);
    const work: Finding = { run, cursor, found, leftOut, allowance, keysLeft, ticketsLeft: 1 };
    const { ticketId, call } = entry;
    if (await tryAgain(work, entry))
      run.session.tickets.release((each) => each.ticketId === ticketId && each.call === call);
    keysLeft = work.keysLeft;
  }
  return { found, leftOut };
}

/**
 * True when "not found" may be believed: the list of the time since its replies are looked for does not show the ticket, and
 * the key sees all tickets. Where that list cannot be read to its end, only a second "not found" in a row is believed.
 */
async function isGone(
  { session }: ScanRun,
  { ticketId, reason }: AsideTicket,
  from: number,
): Promise<boolean> {
  const problem = await session.findListed(from, new Set([ticketId]), 0);
  if (problem !== null && problem.kind !== 'not asked') return false;
  const mayBeGone = session.hasListedAll(from) || (reason === 'not found' && session.hasListed());
  return mayBeGone && !session.listed.has(ticketId) && (await session.doubtScope()) === null;
}

/** Reads one ticket again; true when it need not be set aside any more. */
async function tryAgain(work: Finding, entry: AsideTicket): Promise<boolean> {
  const { ticketId, page = 1, last, again } = entry;
  const { session } = work.run;
  const { from } = work.cursor;
  const answer = await askTicket(session.get, ticketId);
  if (answer.ok && answer.value.kind === 'found')
    return (
      (await readReplies(work, answer.value.ticket, { ticketId, repliesFrom: from, page, last, again })) ===
      'done'
    );
  if (answer.ok && (await isGone(work.run, entry, from))) return true;
  const problem = answer.ok ? ({ kind: 'not found' } as const) : answer.problem;
  await session.tickets.failed({ ticketId, call: 'replies', problem, from });
  return false;
}
