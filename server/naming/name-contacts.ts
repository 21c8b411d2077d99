import { decideWithTicket, nameByState, type NamingDecision } from '../contacts/decide-with-ticket';
import { isPartOfTicket } from '../contacts/first-chat-message';
import { type RecordedContact, type Ticket, type TicketState, idOf, isThrownAway } from '../contacts/contact';
import {
  channelOf,
  queueIdentifier,
  UNKNOWN_QUEUES,
  type Queue,
  type QueueKind,
  nameQueue,
} from '../contacts/queue';
import { OWN_SOURCES } from '../contacts/sources';
import { isHidden, type FreshdeskAnswer, type FreshdeskProblem } from '../freshdesk/client';
import type { WaitingContact } from '../outbox/waiting-contacts';
import { LIMITS } from '../values/limits';
import { firstMessagesOf } from './first-chat-messages';
import type { NamedContact } from './named-contact';
import { noteFreshdeskProblem } from '../sending/probe';
import type { RunContext } from '../run/run-context';

/** What naming a contact comes to. */
export type NamingResult =
  | { readonly kind: 'send'; readonly contact: NamedContact }
  /** Not a contact after all: settled (or, before the cut-over, left to the import) without being sent. */
  | {
      readonly kind: 'left out';
      readonly waiting: WaitingContact;
      readonly remember: boolean;
      readonly reason: string;
    }
  /** Freshdesk cannot be asked what it needs. */
  | { readonly kind: 'wait' }
  /** It has no group yet, and up to ten minutes to get one. */
  | { readonly kind: 'settling'; readonly waiting: WaitingContact };

const WAIT: NamingResult = { kind: 'wait' };

/** Waits because Freshdesk did not answer, which the page has to say. */
function waitFor(problem: FreshdeskProblem, run: RunContext): NamingResult {
  noteFreshdeskProblem(run, problem);
  return WAIT;
}

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
  return send(waiting, run.queues.register(UNKNOWN_QUEUES.tickets), true);
}

function sendAsUnknown(waiting: WaitingContact, run: RunContext): NamingResult {
  const ticketId = waiting.contact.ticketId;
  const isOwn = waiting.contact.kind === 'ticket';
  // A ticket counts at most once in Unknown Tickets, whatever brought it there.
  if (isOwn && run.ledger.ticketMark(ticketId, 'unknown') !== 'none') {
    return { kind: 'left out', waiting, remember: true, reason: 'counted as unknown already' };
  }
  return send(waiting, run.queues.register(UNKNOWN_QUEUES[kindOf(waiting)]), true);
}

function known<T>(value: T): FreshdeskAnswer<T> {
  return { ok: true, value, serverTime: null };
}

/** The group's name, null when the group is gone. */
async function groupNameOf(groupId: number | null, run: RunContext): Promise<FreshdeskAnswer<string | null>> {
  return groupId === null ? known('') : await run.names.groupName(groupId);
}

/** What the account calls a source of its own, null when nothing. */
async function sourceLabelOf(source: number, run: RunContext): Promise<FreshdeskAnswer<string | null>> {
  return OWN_SOURCES.has(source) ? known(null) : await run.names.sourceLabel(source);
}

async function nameAnew(
  waiting: WaitingContact,
  decision: NamingDecision & { readonly kind: 'named' },
  run: RunContext,
): Promise<NamingResult> {
  const { groupId, source } = decision;
  const kind = kindOf(waiting);
  const group = await groupNameOf(groupId, run);
  if (!group.ok) return waitFor(group.problem, run);
  const label = await sourceLabelOf(source, run);
  if (!label.ok) return waitFor(label.problem, run);
  const groupName = group.value;
  if (groupName === null) return sendAsUnknown(waiting, run);
  const queue = run.queues.register({
    identifier: queueIdentifier(groupId, source, kind),
    name: nameQueue({ groupName, groupId, source, sourceLabel: label.value, kind }),
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

/** A chat whose messages Freshdesk does not show: not those of every thrown-away ticket, and of others not now. */
function afterUnread(
  { ticket, partOfTicket }: { readonly ticket: Ticket; readonly partOfTicket: NamingResult },
  problem: FreshdeskProblem,
  run: RunContext,
): NamingResult {
  if (!isHidden(problem)) return waitFor(problem, run);
  return isThrownAway(ticket) ? partOfTicket : WAIT;
}

async function checkFirstMessage(
  waiting: WaitingContact,
  state: TicketState,
  run: RunContext,
): Promise<NamingResult> {
  if (state.kind === 'gone') return WAIT;
  const partOfTicket: NamingResult = { kind: 'left out', waiting, remember: true, reason: 'part of ticket' };
  const { contact } = waiting;
  const answer = await firstMessagesOf(run, contact.ticketId);
  // Who writes within seconds of a chat's beginning has most likely begun it.
  if (!answer.ok) return afterUnread({ ticket: state.ticket, partOfTicket }, answer.problem, run);
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

function decide(contact: RecordedContact, state: TicketState, run: RunContext): NamingDecision {
  const facts = { cutOver: run.state.cutOver, historyImported: isHistoryWanted(run) };
  return decideWithTicket(contact, state, facts);
}

/** True for a contact that can only be named once its chat's first messages are read. */
export function needsFirstMessages(
  { contact }: WaitingContact,
  state: TicketState | undefined,
  run: RunContext,
): boolean {
  return state !== undefined && decide(contact, state, run).kind === 'check first message';
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
  return await follow(waiting, state, decide(waiting.contact, state, run), run);
}
