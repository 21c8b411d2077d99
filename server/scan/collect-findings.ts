import type { RecordedContact, Ticket, TicketState } from '../contacts/contact';
import type { Conversation } from '../contacts/parse-conversation';
import type { RunContext } from '../delivery/run-context';
import { listAllConversations } from '../freshdesk/conversations';
import { LIMITS } from '../platform/limits';
import { missingInTicket } from './missing-in-ticket';
import { hasReplyToExplain, shownReplies } from './missing-replies';
import { afterRow, type Walk } from './walk';

/** A contact that Freshdesk has and the ledger has not, with its ticket as the list showed it. */
export interface Finding {
  readonly contact: RecordedContact;
  readonly state: TicketState;
}

/** What was found on the rows of a page, as far as the run's operations and calls reached. */
export interface Findings {
  readonly missing: readonly Finding[];
  /** Chat messages that only repeat their ticket (C5): settled without being sent. */
  readonly leftOut: readonly RecordedContact[];
  /** The walk after the rows that are done with. */
  readonly walk: Walk;
  /** False: the page has further rows, or a row further replies. */
  readonly complete: boolean;
}

interface Collecting {
  readonly run: RunContext;
  walk: Walk;
  readonly missing: Finding[];
  readonly leftOut: RecordedContact[];
  keysLeft: number;
  conversationCallsLeft: number;
}

/** Opens a contact's ledger key when there are operations for it; false when there are not. */
async function open(work: Collecting, contact: RecordedContact): Promise<boolean> {
  const cost = work.run.ledger.costOfOpening([contact]);
  if (cost > work.keysLeft) return false;
  await work.run.ledger.open([contact]);
  work.keysLeft -= cost;
  return true;
}

function placeholder(ticket: Ticket, kind: 'ticket' | 'reply', occurredAt: number): RecordedContact {
  return {
    contactId: `${kind}:${kind === 'ticket' ? ticket.id : 0}`,
    kind,
    ticketId: ticket.id,
    occurredAt,
    source: null,
    groupId: null,
    ticketCreatedAt: null,
  };
}

async function collectTicket(work: Collecting, ticket: Ticket): Promise<boolean> {
  if (!(await open(work, placeholder(ticket, 'ticket', ticket.createdAt)))) return false;
  const { ledger, state } = work.run;
  const marks = {
    own: ledger.ticketMark(ticket.id, 'own'),
    unknown: ledger.ticketMark(ticket.id, 'unknown'),
  };
  const contact = missingInTicket(ticket, marks, work.walk, state.cutOver);
  if (contact !== null) work.missing.push({ contact, state: { kind: 'found', ticket } });
  return true;
}

/** True when the ledger explains the ticket's latest reply; null when its key could not be opened any more. */
async function isExplained(work: Collecting, ticket: Ticket): Promise<boolean | null> {
  const at = ticket.requesterRespondedAt ?? 0;
  if (work.walk.kind === 'deep') return false;
  if (!(await open(work, placeholder(ticket, 'reply', at)))) return null;
  return work.run.ledger.explainsReply(ticket.id, at);
}

/** Collects a ticket's replies hour by hour; false when operations ended, with the walk after the last one done. */
async function collectFrom(
  work: Collecting,
  ticket: Ticket,
  conversations: readonly Conversation[],
): Promise<boolean> {
  const shown = shownReplies(ticket, conversations, work.walk);
  const done = work.walk.repliesUntil ?? 0;
  for (const contact of [...shown.replies, ...shown.leftOut].filter((each) => each.occurredAt > done)) {
    if (!(await open(work, contact))) return false;
    if (work.run.ledger.markOf(contact) === 'none') {
      if (shown.leftOut.includes(contact)) work.leftOut.push(contact);
      else work.missing.push({ contact, state: { kind: 'found', ticket } });
    }
    work.walk = afterRow(work.walk, ticket.id, contact.occurredAt);
  }
  return true;
}

async function collectReplies(work: Collecting, ticket: Ticket): Promise<boolean> {
  if (!hasReplyToExplain(ticket, work.walk)) return true;
  const explained = await isExplained(work, ticket);
  if (explained !== false) return explained === true;
  if (work.conversationCallsLeft <= 0) return false;
  const answer = await listAllConversations(work.run.get, ticket.id);
  work.conversationCallsLeft -= 1;
  if (answer.ok) return collectFrom(work, ticket, answer.value);
  // A ticket thrown away since the list was read: its replies cannot be read, and its own contact is found as Unknown.
  return answer.problem.kind === 'not found' || answer.problem.kind === 'forbidden';
}

/** Operations that sending a finding takes besides its ledger keys. */
const OPS_BESIDES_LEDGER = 16;

/**
 * Goes through rows of a page and collects what the ledger lacks, row by row, until the rows end or the run's operations,
 * calls or time do. One operation a ledger key; one Freshdesk call a ticket whose latest reply the ledger does not explain.
 */
export async function collectFindings(
  run: RunContext,
  walk: Walk,
  rows: readonly Ticket[],
  conversationCalls: number,
): Promise<Findings> {
  const work: Collecting = {
    run,
    walk,
    missing: [],
    leftOut: [],
    keysLeft: Math.min(LIMITS.scanKeysPerRun, Math.floor((run.budget.opsLeft() - OPS_BESIDES_LEDGER) / 2)),
    conversationCallsLeft: conversationCalls,
  };
  for (const ticket of rows) {
    const room = work.missing.length < LIMITS.batchContacts && run.budget.mayPost();
    const done = room && (await collectTicket(work, ticket)) && (await collectReplies(work, ticket));
    if (!done) return { ...work, complete: false };
    work.walk = afterRow(work.walk, ticket.id, null);
  }
  return { ...work, complete: true };
}
