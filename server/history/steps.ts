import type { RecordedContact, Ticket } from '../contacts/contact';
import { idOf } from '../contacts/contact-id';
import { isThrownAway } from '../contacts/contact-of-ticket';
import { resolveReplySource } from '../contacts/reply-channel';
import { nameDecided } from '../delivery/name-contacts';
import type { OutgoingContact } from '../delivery/outgoing';
import { withoutRecord } from '../outbox/waiting-contacts';
import type { Walk } from '../scan/walk';
import { isMoved, ownInSpan, repliesOnPage } from './history-contacts';
import type { Part } from './history-record';
import type { HistoryWork } from './history-work';
import type { ConversationPage } from './read-conversations';

/** Contacts of one ticket, named, and where the import stands when they are sent. */
export interface Step {
  readonly ticketId: number;
  readonly contacts: readonly OutgoingContact[];
  /** Replies that are no contacts (C5), and are none either when a merge brings them to another ticket. */
  readonly leftOut: readonly number[];
  /** The page of the ticket's conversations the contacts stand on. */
  readonly page: number;
  /** Where the ticket goes on after them; null: it is done. */
  readonly part: Part | null;
  /** The walk once the ticket is done. */
  readonly walk: Walk;
  /** True when the ticket is of the stage's time and was not done before. */
  readonly isNew: boolean;
}

/** A contact and the source of its queue. */
interface SourcedContact {
  readonly contact: RecordedContact;
  readonly source: number;
}

function isLate(work: HistoryWork, contactId: string): boolean {
  return work.record.late.some((late) => late.contact[0] === contactId);
}

function ownOfTicket(work: HistoryWork, ticket: Ticket): readonly SourcedContact[] {
  const contact = ownInSpan(ticket, work.record);
  if (contact === null || isLate(work, contact.contactId)) return [];
  const isKnown = work.run.ledger.ticketMark(ticket.id, 'own') !== 'none';
  return isKnown ? [] : [{ contact, source: ticket.source }];
}

/** False for a reply that is sent already, under this ticket or the one it was merged from. */
function isToSend(work: HistoryWork, ticket: Ticket, reply: RecordedContact): boolean {
  if (isLate(work, reply.contactId)) return false;
  if (!isMoved(ticket, work.record)) return true;
  const id = idOf(reply.contactId);
  return !work.gathered.has(id) && work.sent?.has(id) !== true;
}

interface PageReplies {
  readonly contacts: readonly SourcedContact[];
  readonly leftOut: readonly number[];
}

function repliesOf(
  work: HistoryWork,
  ticket: Ticket,
  page: ConversationPage,
  begun: readonly Part[],
): PageReplies {
  const onThisPage = begun.find((part) => part.page === page.page) ?? null;
  const shown = repliesOnPage(ticket, page.conversations, work.record, onThisPage);
  const contacts = shown.replies
    .filter((reply) => isToSend(work, ticket, reply))
    .map((contact) => ({ contact, source: resolveReplySource(contact.source, ticket.source) }));
  return { contacts, leftOut: shown.leftOut.map((reply) => idOf(reply.contactId)) };
}

/** The contacts with their queues; null when a name cannot be had now. A ticket's second Unknown contact is dropped. */
async function nameAll(
  work: HistoryWork,
  ticket: Ticket,
  contacts: readonly SourcedContact[],
): Promise<readonly OutgoingContact[] | null> {
  const named: OutgoingContact[] = [];
  for (const { contact, source } of contacts) {
    const decision = isThrownAway(ticket)
      ? ({ kind: 'unknown' } as const)
      : ({ kind: 'named', source, groupId: ticket.groupId } as const);
    const result = await nameDecided(withoutRecord(contact), decision, work.run);
    if (result.kind === 'wait') return null;
    if (result.kind === 'send') named.push(result.contact);
  }
  return named;
}

/** The pages of a ticket that needs none: as if its conversations were read and empty. */
export const NO_PAGES: readonly ConversationPage[] = [{ page: 1, conversations: [], isLast: true }];

/** A row that is done already. */
export function passStep(ticketId: number, walk: Walk): Step {
  return { ticketId, contacts: [], leftOut: [], page: 1, part: null, walk, isNew: false };
}

/**
 * The steps of one ticket, one for each page of its conversations that was read; null when it cannot be done now. At most
 * two operations and two calls, for a name that is not known.
 */
export async function stepsOf(
  work: HistoryWork,
  ticket: Ticket,
  pages: readonly ConversationPage[],
  walk: Walk,
): Promise<readonly Step[] | null> {
  const begun = work.record.parts.filter((each) => each.ticketId === ticket.id);
  const isNew = ticket.createdAt < work.record.until && !work.bits.has(ticket.id);
  const steps: Step[] = [];
  for (const page of pages) {
    const own = steps.length === 0 ? ownOfTicket(work, ticket) : [];
    const replies = repliesOf(work, ticket, page, begun);
    const contacts = await nameAll(work, ticket, [...own, ...replies.contacts]);
    if (contacts === null) return null;
    const part = page.isLast ? null : { ticketId: ticket.id, page: page.page + 1, after: 0 };
    const { leftOut } = replies;
    steps.push({ ticketId: ticket.id, contacts, leftOut, page: page.page, part, walk, isNew });
  }
  return steps;
}
