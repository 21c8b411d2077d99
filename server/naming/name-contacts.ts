import { type RecordedContact, type Ticket, type TicketState, idOf, isThrownAway } from '../contacts/contact';
import { decideWithTicket, nameByState, type NamingDecision } from '../contacts/decide-with-ticket';
import { isPartOfTicket } from '../contacts/first-chat-message';
import {
  channelOf,
  queueIdentifier,
  UNKNOWN_QUEUES,
  type ChannelMapping,
  type Queue,
  type QueueKind,
  nameQueue,
} from '../contacts/queue';
import { OWN_SOURCES } from '../contacts/sources';
import { isHidden, type FreshdeskAnswer, type FreshdeskProblem } from '../freshdesk/client';
import type { FreshdeskSession } from '../freshdesk/session';
import type { Ledger } from '../ledger/ledger';
import { LIMITS } from '../values/limits';
import type { FirstChatMessages } from './first-chat-messages';
import type { NamedContact } from './named-contact';
import type { NamesCache } from './names-cache';
import type { QueueRegistry } from './queue-registry';

/** A contact to be named, and since when it waits (ms). */
export interface ContactToName {
  readonly contact: RecordedContact;
  readonly since: number;
  /** The outbox records that tell of it; none for what the scan or the import found. */
  readonly recordIds: readonly string[];
}

/** What naming a contact comes to. */
export type NamingResult<T extends ContactToName = ContactToName> =
  | { readonly kind: 'send'; readonly contact: NamedContact }
  /** Not a contact after all: settled (or, before the cut-over, left to the import) without being sent. */
  | { readonly kind: 'left out'; readonly waiting: T; readonly remember: boolean; readonly reason: string }
  /** Freshdesk cannot be asked what it needs. */
  | { readonly kind: 'wait' }
  /** It has no group yet, and up to ten minutes to get one. */
  | { readonly kind: 'settling'; readonly waiting: T };

/** What naming needs of a run. */
export interface NamingRun {
  readonly session: Pick<FreshdeskSession, 'noteProblem'>;
  readonly ledger: Pick<Ledger, 'ticketMark'>;
  readonly queues: QueueRegistry;
  readonly names: NamesCache;
  readonly firstMessages: FirstChatMessages;
  readonly channelMapping: ChannelMapping;
  readonly cutOver: number;
  /** True when the import counts what is dated before the cut-over. */
  isHistoryWanted(): boolean;
  readonly now: () => number;
}

type Named = NamingDecision & { readonly kind: 'named' };

const WAIT = { kind: 'wait' } as const;

/** Waits because Freshdesk did not answer, which the page has to say. */
function waitFor(problem: FreshdeskProblem, { session }: NamingRun): { readonly kind: 'wait' } {
  session.noteProblem(problem);
  return WAIT;
}

function kindOf({ contact }: ContactToName): QueueKind {
  return contact.kind === 'reply' ? 'replies' : 'tickets';
}

function send<T extends ContactToName>(waiting: T, queue: Queue, unknown: boolean): NamingResult<T> {
  const { contactId, ticketId, occurredAt } = waiting.contact;
  return {
    kind: 'send',
    contact: { contactId, ticketId, occurredAt, queue, unknown, recordIds: waiting.recordIds },
  };
}

function sendAsUnknown<T extends ContactToName>(waiting: T, { ledger, queues }: NamingRun): NamingResult<T> {
  const { kind, ticketId } = waiting.contact;
  // A ticket counts at most once in Unknown Tickets, whatever brought it there.
  if (kind === 'ticket' && ledger.ticketMark(ticketId, 'unknown') !== 'none') {
    return { kind: 'left out', waiting, remember: true, reason: 'counted as unknown already' };
  }
  return send(waiting, queues.register(UNKNOWN_QUEUES[kindOf(waiting)]), true);
}

/** The label of an account's own source, null when it has none; Freshdesk's own have a name in every account. */
async function labelOf(source: number, { names }: NamingRun): Promise<FreshdeskAnswer<string | null>> {
  return OWN_SOURCES.has(source)
    ? { ok: true, value: null, serverTime: null }
    : await names.sourceLabel(source);
}

async function nameAnew<T extends ContactToName>(
  waiting: T,
  { groupId, source }: Named,
  run: NamingRun,
): Promise<NamingResult<T>> {
  const kind = kindOf(waiting);
  const group = groupId === null ? null : await run.names.groupName(groupId);
  if (group?.ok === false) return waitFor(group.problem, run);
  const label = await labelOf(source, run);
  if (!label.ok) return waitFor(label.problem, run);
  const groupName = group === null ? '' : group.value;
  if (groupName === null) return sendAsUnknown(waiting, run);
  const queue = run.queues.register({
    identifier: queueIdentifier(groupId, source, kind),
    name: nameQueue({ groupName, groupId, source, sourceLabel: label.value, kind }),
    channel: channelOf(source, run.channelMapping),
  });
  return send(waiting, queue, false);
}

function sendNamed<T extends ContactToName>(
  waiting: T,
  decision: Named,
  run: NamingRun,
): NamingResult<T> | Promise<NamingResult<T>> {
  const withoutGroup = decision.groupId === null;
  if (withoutGroup && run.now() - waiting.since < LIMITS.settleWithoutGroupMs) {
    return { kind: 'settling', waiting };
  }
  const registered = run.queues.find(queueIdentifier(decision.groupId, decision.source, kindOf(waiting)));
  return registered === null ? nameAnew(waiting, decision, run) : send(waiting, registered, false);
}

/** Freshdesk hides the conversations of some deleted tickets; for others this is temporary. */
function afterHidden<T extends ContactToName>(
  { waiting, ticket }: { readonly waiting: T; readonly ticket: Ticket },
  problem: FreshdeskProblem,
  run: NamingRun,
): NamingResult<T> {
  if (!isHidden(problem)) return waitFor(problem, run);
  // Whoever writes within seconds of the chat's start is most likely its requester.
  return isThrownAway(ticket) ? partOfTicket(waiting) : WAIT;
}

function partOfTicket<T extends ContactToName>(waiting: T): NamingResult<T> {
  return { kind: 'left out', waiting, remember: true, reason: 'part of ticket' };
}

async function checkFirstMessage<T extends ContactToName>(
  waiting: T,
  state: TicketState,
  run: NamingRun,
): Promise<NamingResult<T>> {
  if (state.kind === 'gone') return WAIT;
  const { contact } = waiting;
  const answer = await run.firstMessages.of(contact.ticketId);
  if (!answer.ok) return afterHidden({ waiting, ticket: state.ticket }, answer.problem, run);
  const isPart = isPartOfTicket(idOf(contact.contactId), answer.value.conversations, state.ticket);
  return isPart
    ? partOfTicket(waiting)
    : await nameByDecision(waiting, { state, decision: nameByState(contact, state) }, run);
}

interface Decided {
  readonly state: TicketState;
  readonly decision: NamingDecision;
}

async function nameByDecision<T extends ContactToName>(
  waiting: T,
  { state, decision }: Decided,
  run: NamingRun,
): Promise<NamingResult<T>> {
  if (decision.kind === 'unknown') return sendAsUnknown(waiting, run);
  if (decision.kind === 'named') return await sendNamed(waiting, decision, run);
  if (decision.kind === 'check first message') return await checkFirstMessage(waiting, state, run);
  const remember = decision.reason !== 'before cut-over';
  return { kind: 'left out', waiting, remember, reason: decision.reason };
}

/** Names a contact whose queue is decided already: Unknown, or by this source and group. */
export async function nameDecided<T extends ContactToName>(
  waiting: T,
  decision: NamingDecision & { readonly kind: 'named' | 'unknown' },
  run: NamingRun,
): Promise<NamingResult<T>> {
  if (waiting.contact.kind === 'unknown')
    return send(waiting, run.queues.register(UNKNOWN_QUEUES.tickets), true);
  return decision.kind === 'unknown' ? sendAsUnknown(waiting, run) : await sendNamed(waiting, decision, run);
}

function decide(contact: RecordedContact, state: TicketState, run: NamingRun): NamingDecision {
  return decideWithTicket(contact, state, { cutOver: run.cutOver, historyImported: run.isHistoryWanted() });
}

/** True for a contact that can only be named once its chat's first messages are read. */
export function needsFirstMessages(
  { contact }: ContactToName,
  state: TicketState | undefined,
  run: NamingRun,
): boolean {
  return state !== undefined && decide(contact, state, run).kind === 'check first message';
}

/**
 * Names one waiting contact (T5, T6, C5 to C7, queue names). Freshdesk calls: none as a rule; one for the first message of
 * a chat; those of a name that is not known.
 */
export async function nameContact<T extends ContactToName>(
  waiting: T,
  state: TicketState | undefined,
  run: NamingRun,
): Promise<NamingResult<T>> {
  const { contact } = waiting;
  if (contact.kind === 'unknown') return send(waiting, run.queues.register(UNKNOWN_QUEUES.tickets), true);
  if (state === undefined) return WAIT;
  return await nameByDecision(waiting, { state, decision: decide(contact, state, run) }, run);
}
