import { idOf, isReplyId } from '../contacts/contact-id';
import type { NotedContact } from '../delivery/noted-contact';
import { ledgerTicket, type Ledger } from '../ledger/ledger';
import { unpackIds } from '../ledger/packed-ids';
import type { KeyValueStore } from '../platform/ports';
import { writeHistory, type HistoryRecord } from './history-record';
import { createImportedBits } from './imported-bits';
import { addReplies, readReplyPart } from './imported-replies';

/**
 * What a batch note of the import carries besides its contacts, so that one write after the last batch of a run is enough:
 * all that the run settled before, and where the import stands once this batch counts as sent. Lists are packed ids.
 */
export interface HistoryNote {
  /** Tickets whose own contact earlier batches of the run settled, and of these those in Unknown Tickets. */
  readonly own: string;
  readonly unknown: string;
  /** Tickets whose history is sent with this batch or was with an earlier one of the run. */
  readonly done: string;
  /** Replies of the run's earlier batches. */
  readonly replies: string;
  readonly next: HistoryRecord;
}

function repliesIn(contacts: readonly NotedContact[]): readonly number[] {
  return contacts.flatMap(([id]) => (isReplyId(id) ? [idOf(id)] : []));
}

async function growOwn(history: HistoryNote, ledger: Ledger): Promise<void> {
  const unknown = new Set(unpackIds(history.unknown));
  for (const ticketId of unpackIds(history.own)) {
    await ledger.open([ledgerTicket(ticketId)]);
    ledger.grow(ledgerTicket(ticketId), 'settled', unknown.has(ticketId));
  }
  await ledger.save();
}

/**
 * Writes everything a note of the import stands for, apart from its own contacts' marks: what the run settled before it,
 * the tickets that are done, the replies sent, and where the import goes on. May be done twice. Operations: two for each
 * key of 50,000 tickets, twice, and three.
 */
export async function settleHistoryNote(
  history: HistoryNote,
  contacts: readonly NotedContact[],
  deps: { readonly store: KeyValueStore; readonly ledger: Ledger },
): Promise<void> {
  await growOwn(history, deps.ledger);
  const bits = createImportedBits(deps.store, history.next.stage);
  for (const ticketId of unpackIds(history.done)) {
    await bits.open(ticketId);
    bits.set(ticketId);
  }
  await bits.save();
  const replies = [...unpackIds(history.replies), ...repliesIn(contacts)];
  const { next } = history;
  const known = await readReplyPart(deps.store, next.stage, next.replyParts - 1);
  await writeHistory(deps.store, await addReplies(deps.store, next, known, replies));
}
