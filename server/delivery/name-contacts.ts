import { decideWithTicket, nameByState, type NamingDecision } from '../contacts/decide-with-ticket';
import { isPartOfTicket } from '../contacts/is-part-of-ticket';
import type { Ticket, TicketState } from '../contacts/contact';
import { idOf } from '../contacts/contact-id';
import { isThrownAway } from '../contacts/contact-of-ticket';
import { nameQueue } from '../contacts/name-queue';
import { channelOf, queueIdentifier, UNKNOWN_QUEUES, type Queue, type QueueKind } from '../contacts/queue';
import { OWN_SOURCES } from '../contacts/sources';
import { listConversations } from '../freshdesk/conversations';
import type { FreshdeskProblem } from '../freshdesk/answer';
import type { WaitingContact } from '../outbox/waiting-contacts';
import { LIMITS } from '../platform/limits';
import type { OutgoingContact } from './outgoing';
import type { RunContext } from './run-context';

/** What naming a contact comes to. */
export type NamingResult =
  | { readonly kind: 'send'; readonly contact: OutgoingContact }
  /** Not a contact after all: settled (or, before the cut-over, left to the import) without being sent. */
  | {
      readonly kind: 'left out';
      readonly waiting: WaitingContact;
      readonly remember: boolean;
      readonly reason: string;
    }
  /** Not yet: it may still get a group, or Freshdesk has to be asked again. */
  /** Freshdesk cannot be asked what it needs. */
  | { readonly kind: 'wait' }
  /** It has no group yet, and up to ten minutes to get one. */
  | { readonly kind: 'settling'; readonly waiting: WaitingContact };

const WAIT: NamingResult = { kind: 'wait' };

function kindOf(waiting: WaitingContact): QueueKind {
  return waiting.contact.kind === 'reply' ? 'replies' : 'tickets';
}

function send(waiting: WaitingContact, queue: Queue, unknown: boolean): NamingResult {
  const { contactId, ticketId, occurredAt } = waiting.contact;
  return {
    kind: 'send',
    contact: { contactId, ticketId, occurredAt, queue, unknown, recordIds: waiting.recordIds },
  };
}

function nameUnknown(waiting: WaitingContact, run: RunContext): NamingResult {
  return send(waiting, run.queues.freeze(UNKNOWN_QUEUES.tickets), true);
}

function sendAsUnknown(waiting: WaitingContact, run: RunContext): NamingResult {
  const ticketId = waiting.contact.ticketId;
  const isOwn = waiting.contact.kind === 'ticket';
  // A ticket counts at most once in Unknown Tickets, whatever brought it there.
  if (isOwn && run.ledger.ticketMark(ticketId, 'unknown') !== 'none') {
    return { kind: 'left out', waiting, remember: true, reason: 'counted as unknown already' };
  }
  return send(waiting, run.queues.freeze(UNKNOWN_QUEUES[kindOf(waiting)]), true);
}

/** The group's name, null when the group is gone, undefined when that cannot be known now. */
async function groupNameOf(groupId: number | null, run: RunContext): Promise<string | null | undefined> {
  if (groupId === null) return '';
  const answer = await run.names.groupName(groupId);
  return answer.ok ? answer.value : undefined;
}

async function sourceLabelOf(source: number, run: RunContext): Promise<string | null | undefined> {
  if (OWN_SOURCES.has(source)) return null;
  const answer = await run.names.sourceLabel(source);
  return answer.ok ? answer.value : undefined;
}

async function nameAnew(
  waiting: WaitingContact,
  decision: NamingDecision & { readonly kind: 'named' },
  run: RunContext,
): Promise<NamingResult> {
  const { groupId, source } = decision;
  const kind = kindOf(waiting);
  const groupName = await groupNameOf(groupId, run);
  const sourceLabel = await sourceLabelOf(source, run);
  if (groupName === undefined || sourceLabel === undefined) return WAIT;
  if (groupName === null) return sendAsUnknown(waiting, run);
  const queue = run.queues.freeze({
    identifier: queueIdentifier(groupId, source, kind),
    name: nameQueue({ groupName, groupId, source, sourceLabel, kind }),
    channel: channelOf(source, run.settings.channelMapping),
  });
  return send(waiting, queue, false);
}

function sendNamed(
  waiting: WaitingContact,
  decision: NamingDecision & { readonly kind: 'named' },
  run: RunContext,
): NamingResult | Promise<NamingResult> {
  const withoutGroup = decision.groupId === null;
  if (withoutGroup && run.now() - waiting.since < LIMITS.settleWithoutGroupMs) {
    return { kind: 'settling', waiting };
  }
  const frozen = run.queues.find(queueIdentifier(decision.groupId, decision.source, kindOf(waiting)));
  return frozen === null ? nameAnew(waiting, decision, run) : send(waiting, frozen, false);
}

/** Freshdesk does not show the conversations of every thrown-away ticket. */
function cannotBeShown(ticket: Ticket, problem: FreshdeskProblem): boolean {
  return isThrownAway(ticket) && (problem.kind === 'not found' || problem.kind === 'forbidden');
}

async function checkFirstMessage(
  waiting: WaitingContact,
  state: TicketState,
  run: RunContext,
): Promise<NamingResult> {
  if (state.kind === 'gone') return WAIT;
  const partOfTicket: NamingResult = { kind: 'left out', waiting, remember: true, reason: 'part of ticket' };
  const { contact } = waiting;
  const answer = await listConversations(run.get, contact.ticketId, 1);
  // Who writes within seconds of a chat's beginning has most likely begun it.
  if (!answer.ok) return cannotBeShown(state.ticket, answer.problem) ? partOfTicket : WAIT;
  const isPart = isPartOfTicket(idOf(contact.contactId), answer.value.conversations, state.ticket);
  return isPart ? partOfTicket : follow(waiting, state, nameByState(contact, state), run);
}

function follow(
  waiting: WaitingContact,
  state: TicketState,
  decision: NamingDecision,
  run: RunContext,
): NamingResult | Promise<NamingResult> {
  if (decision.kind === 'unknown') return sendAsUnknown(waiting, run);
  if (decision.kind === 'named') return sendNamed(waiting, decision, run);
  if (decision.kind === 'check first message') return checkFirstMessage(waiting, state, run);
  return {
    kind: 'left out',
    waiting,
    remember: decision.reason !== 'before cut-over',
    reason: decision.reason,
  };
}

/** Names a contact whose queue is decided already: Unknown, or by this source and group. */
export async function nameDecided(
  waiting: WaitingContact,
  decision: NamingDecision & { readonly kind: 'named' | 'unknown' },
  run: RunContext,
): Promise<NamingResult> {
  if (waiting.contact.kind === 'unknown') return nameUnknown(waiting, run);
  return decision.kind === 'unknown' ? sendAsUnknown(waiting, run) : await sendNamed(waiting, decision, run);
}

/** True when the import counts what is dated before the cut-over, also after its start was taken out of the settings. */
function isHistoryWanted(run: RunContext): boolean {
  return run.settings.historyFrom !== null || run.state.history !== null;
}

/**
 * Names one waiting contact (T5, T6, C5 to C7, queue names). Freshdesk calls: none as a rule; one for the first message of
 * a chat; those of a name that is not known.
 */
export async function nameContact(
  waiting: WaitingContact,
  state: TicketState | undefined,
  run: RunContext,
): Promise<NamingResult> {
  if (waiting.contact.kind === 'unknown') return nameUnknown(waiting, run);
  if (state === undefined) return WAIT;
  const facts = { cutOver: run.state.cutOver, historyImported: isHistoryWanted(run) };
  return await follow(waiting, state, decideWithTicket(waiting.contact, state, facts), run);
}
