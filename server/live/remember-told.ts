import { CHAT_SOURCES } from '../contacts/sources';
import type { Ticket } from '../contacts/contact';
import { isAlert } from '../contacts/counting-rules';
import type { TicketFacts } from '../contacts/ticket-facts';
import { removeRecords } from '../outbox/remove-records';
import { LIMITS } from '../values/limits';
import type { OutboxRest } from './deliver-outbox';
import { noteCame } from './keep-waiting';
import type { LiveRun } from './live-run';

/** A ticket that Freshdesk showed, as an update of it would have told it. */
function shownFacts(ticket: Ticket): TicketFacts {
  const { id, source, groupId, spam, deleted, createdAt, updatedAt, requesterId } = ticket;
  return {
    ticketId: id,
    ...{ source, groupId, spam, deleted, createdAt, isUpdate: true, turned: [] },
    requesterId: CHAT_SOURCES.has(source) ? requesterId : null,
    alert: isAlert(ticket),
    changedAt: updatedAt,
  };
}

/**
 * With a Freshdesk key: keeps what records told and lists showed of tickets, so that they are known when the key goes, and
 * then deletes the records that told facts alone, left from a time without a key. Only with operations that nothing else
 * needs. @ops those of ToldChats.keep and FactsBook.keep
 */
export async function rememberTold(run: LiveRun, { told, facts }: OutboxRest): Promise<void> {
  if (run.way === 'live' || !run.budget.mayWork()) return;
  const all = [...told, ...[...run.session.listed.values()].map(shownFacts)];
  if (all.length === 0 || !run.budget.affords(CHAT_OPS, 'close')) return;
  // Chats first: a first message cannot be told from others later. What began earlier has its own behind it.
  const since = run.now() - LIMITS.chatSeconds * 1000;
  const chats = all.filter(({ createdAt }) => createdAt !== null && createdAt > since);
  await run.chats.keep(chats, 'close');
  if (!run.budget.affords(RESERVED_OPS, 'close')) return;
  const safe = await run.book.keep(all, () => noteCame(run), 'close');
  await removeRecords(
    run,
    facts.filter(({ ticketId }) => safe.has(ticketId)),
  );
}

/** The new facts read and written, with the proof that there are none yet, two of their keys, and the trend that may follow. */
const RESERVED_OPS = 9;
/** The keys of chats read and written, with the proof that there are none yet. */
const CHAT_OPS = 3 * LIMITS.chatKeysPerRun;
