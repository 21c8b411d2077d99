import { idOf, isDeletedOrSpam, type TicketState, type WaitingContact } from '../contacts/contact';
import { decideWithTicket, nameByState, type QueueDecision } from '../contacts/decide-with-ticket';
import { isPartOfTicket } from '../contacts/first-chat-message';
import {
  channelOf,
  nameQueue,
  queueIdentifier,
  UNKNOWN_QUEUES,
  type ChannelMapping,
  type Queue,
  type QueueKind,
} from '../contacts/queue';
import { OWN_SOURCES } from '../contacts/sources';
import { isHidden, type FreshdeskProblem } from '../freshdesk/client';
import type { FreshdeskSession } from '../freshdesk/session';
import type { Ledger } from '../ledger/ledger';
import { LIMITS } from '../values/limits';
import type { FirstChatMessages } from './first-chat-messages';
import type { NamedContact } from './named-contact';
import type { NamesCache } from './names-cache';
import type { QueueRegistry } from './queue-registry';

/** The result of naming a contact. */
export type NamingResult =
  | { readonly kind: 'send'; readonly contact: NamedContact }
  /** Not a contact: settled without being sent, or not even `remember`ed because the import counts it. */
  | {
      readonly kind: 'left out';
      readonly waiting: WaitingContact;
      readonly remember: boolean;
      readonly reason: string;
    }
  /** Freshdesk did not answer what naming needs. */
  | { readonly kind: 'wait' }
  /** It has no group yet, and up to ten minutes to get one. */
  | { readonly kind: 'settling'; readonly waiting: WaitingContact };

/** What naming needs of a run. */
export interface NamingRun {
  readonly session: Pick<FreshdeskSession, 'noteProblem' | 'tickets'>;
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

const WAIT = { kind: 'wait' } as const;

/** Waits because Freshdesk did not answer, which the page has to show. */
function waitFor(problem: FreshdeskProblem, { session }: NamingRun): NamingResult {
  session.noteProblem(problem);
  return WAIT;
}

function kindOf({ contact }: WaitingContact): QueueKind {
  return contact.kind === 'reply' ? 'replies' : 'tickets';
}

function send({ contact, recordIds }: WaitingContact, queue: Queue, unknown: boolean): NamingResult {
  const { contactId, ticketId, occurredAt } = contact;
  return { kind: 'send', contact: { contactId, ticketId, occurredAt, queue, unknown, recordIds } };
}

function sendAsUnknown(waiting: WaitingContact, { ledger, queues }: NamingRun): NamingResult {
  const { kind, ticketId } = waiting.contact;
  // A ticket counts at most once in Unknown Tickets, whether as its own or as its Unknown contact.
  if (kind === 'ticket' && ledger.ticketMark(ticketId, 'unknown') !== 'none') {
    return { kind: 'left out', waiting, remember: true, reason: 'counted as unknown already' };
  }
  return send(waiting, queues.register(UNKNOWN_QUEUES[kindOf(waiting)]), true);
}

const NO_GROUP = { ok: true, value: '' } as const;
/** Freshdesk's own sources have fixed names; only an account's own ones have a label. */
const NO_LABEL = { ok: true, value: null } as const;

/** Sends a contact to a queue that is not registered yet. */
async function sendToNewQueue(
  waiting: WaitingContact,
  { groupId, source }: QueueDecision & { readonly kind: 'named' },
  run: NamingRun,
): Promise<NamingResult> {
  const kind = kindOf(waiting);
  const group = groupId === null ? NO_GROUP : await run.names.groupName(groupId);
  if (!group.ok) return waitFor(group.problem, run);
  const label = OWN_SOURCES.has(source) ? NO_LABEL : await run.names.sourceLabel(source);
  if (!label.ok) return waitFor(label.problem, run);
  if (group.value === null) return sendAsUnknown(waiting, run);
  const identifier = queueIdentifier(groupId, source, kind);
  const parts = { groupName: group.value, groupId, source, sourceLabel: label.value, kind };
  const queue = run.queues.register({
    identifier,
    name: nameQueue(parts, (name) => run.queues.isTaken(name, identifier)),
    channel: channelOf(source, run.channelMapping),
  });
  return send(waiting, queue, false);
}

/** Names a contact whose queue is decided: Unknown, or that of a source and a group. */
export async function nameDecided(
  waiting: WaitingContact,
  decision: QueueDecision,
  run: NamingRun,
): Promise<NamingResult> {
  if (waiting.contact.kind === 'unknown')
    return send(waiting, run.queues.register(UNKNOWN_QUEUES.tickets), true);
  if (decision.kind === 'unknown') return sendAsUnknown(waiting, run);
  const { groupId, source } = decision;
  const waitedMs = run.now() - waiting.since;
  // Without a record a contact waits since its own date, which may lie ahead.
  if (groupId === null && waitedMs >= 0 && waitedMs < LIMITS.settleWithoutGroupMs) {
    return { kind: 'settling', waiting };
  }
  const registered = run.queues.find(queueIdentifier(groupId, source, kindOf(waiting)));
  return registered === null
    ? await sendToNewQueue(waiting, decision, run)
    : send(waiting, registered, false);
}

async function checkFirstMessage(
  waiting: WaitingContact,
  state: TicketState,
  run: NamingRun,
): Promise<NamingResult> {
  if (state.kind === 'gone') return WAIT;
  const { contact } = waiting;
  const partOfTicket = { kind: 'left out', waiting, remember: true, reason: 'part of ticket' } as const;
  const answer = await run.firstMessages.of(state.ticket);
  const about = { ticketId: contact.ticketId, call: 'first messages' } as const;
  if (!answer.ok) {
    // Freshdesk hides the conversations of some deleted tickets. Whoever writes within seconds of the chat's start is most
    // likely its requester.
    if (isHidden(answer.problem) && isDeletedOrSpam(state.ticket)) return partOfTicket;
    await run.session.tickets.failed({ ...about, problem: answer.problem, from: null });
    return WAIT;
  }
  run.session.tickets.worked(about);
  const isPart = isPartOfTicket(idOf(contact.contactId), answer.value.conversations, state.ticket);
  return isPart ? partOfTicket : await nameDecided(waiting, nameByState(contact, state), run);
}

/** True for a contact that can only be named once the first messages of its chat are read. */
export function needsFirstMessages({ contact }: WaitingContact, state: TicketState, run: NamingRun): boolean {
  const facts = { cutOver: run.cutOver, historyImported: run.isHistoryWanted() };
  return decideWithTicket(contact, state, facts).kind === 'check first message';
}

/**
 * Names one waiting contact (T5, T6, C5 to C7, queue names). Usually no Freshdesk call; one for the first message of a chat,
 * others for a name that is not known.
 */
export async function nameContact(
  waiting: WaitingContact,
  state: TicketState | undefined,
  run: NamingRun,
): Promise<NamingResult> {
  const { contact } = waiting;
  if (contact.kind === 'unknown') return send(waiting, run.queues.register(UNKNOWN_QUEUES.tickets), true);
  if (state === undefined) return WAIT;
  const facts = { cutOver: run.cutOver, historyImported: run.isHistoryWanted() };
  const decision = decideWithTicket(contact, state, facts);
  if (decision.kind === 'check first message') return await checkFirstMessage(waiting, state, run);
  if (decision.kind !== 'left out') return await nameDecided(waiting, decision, run);
  const { reason } = decision;
  return { kind: 'left out', waiting, remember: reason !== 'before cut-over', reason };
}
