import type { QueuePlace, TicketState, WaitingContact } from '../contacts/contact';
import {
  decideWithTicket,
  mayGetGroup,
  nameByState,
  type ImportFacts,
  type QueueDecision,
} from '../contacts/decide-with-ticket';
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
import type { FreshdeskSession } from '../freshdesk/session';
import type { Ledger } from '../ledger/ledger';
import type { NamedContact } from './named-contact';
import type { NameOf } from './known-names';
import type { FoundName, NamesCache } from './names-cache';
import type { QueueRegistry } from './queue-registry';
import type { FoundState, TicketStates } from './ticket-states';

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
  | { readonly kind: 'settling'; readonly waiting: WaitingContact }
  /** A reply on a ticket of which nobody told anything yet. */
  | { readonly kind: 'untold'; readonly waiting: WaitingContact }
  /** Nobody told the name of its group or source yet, and no Freshdesk key is there to ask with. */
  | { readonly kind: 'unnamed'; readonly waiting: WaitingContact; readonly of: NameOf };

/** What naming needs of a run. */
export interface NamingRun {
  readonly session: Pick<FreshdeskSession, 'noteProblem' | 'time'>;
  readonly ledger: Pick<Ledger, 'ticketMark'>;
  readonly queues: QueueRegistry;
  readonly names: NamesCache;
  readonly states: TicketStates;
  readonly channelMapping: ChannelMapping;
  importFacts(): ImportFacts;
  readonly now: () => number;
}

const WAIT = { kind: 'wait' } as const;

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

const NO_GROUP = { kind: 'known', name: '' } as const;
/** Freshdesk's own sources have fixed names; only an account's own ones have a label. */
const NO_LABEL = { kind: 'known', name: null } as const;

/** A contact whose group or source has no name that could be used now. It keeps its place. */
function withoutName(
  waiting: WaitingContact & { readonly place: QueuePlace },
  found: Exclude<FoundName, { readonly kind: 'known' }>,
  of: NameOf,
  run: NamingRun,
): NamingResult {
  if (found.kind === 'unnamed') return { kind: 'unnamed', waiting, of };
  // Freshdesk did not answer, which the page has to show.
  run.session.noteProblem(found.problem);
  return WAIT;
}

/** Sends a contact to a queue that is not registered yet. */
async function sendToNewQueue(
  waiting: WaitingContact,
  { groupId, source }: QueueDecision & { readonly kind: 'named' },
  run: NamingRun,
): Promise<NamingResult> {
  const kind = kindOf(waiting);
  const group = groupId === null ? NO_GROUP : await run.names.groupName(groupId);
  const placed = { ...waiting, place: { source, groupId } };
  if (group.kind !== 'known') return withoutName(placed, group, { kind: 'group', id: groupId ?? 0 }, run);
  if (group.name === null) return sendAsUnknown(waiting, run);
  const label = OWN_SOURCES.has(source) ? NO_LABEL : await run.names.sourceLabel(source);
  if (label.kind !== 'known') return withoutName(placed, label, { kind: 'source', id: source }, run);
  const identifier = queueIdentifier(groupId, source, kind);
  const parts = { groupName: group.name, groupId, source, sourceLabel: label.name, kind };
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
  // By Freshdesk's clock, which dated what has no record: the platform's may be a minute or two ahead.
  if (groupId === null && mayGetGroup(waiting.since, run.session.time())) {
    return { kind: 'settling', waiting };
  }
  const registered = run.queues.find(queueIdentifier(groupId, source, kindOf(waiting)));
  return registered === null
    ? await sendToNewQueue(waiting, decision, run)
    : send(waiting, registered, false);
}

/** Whether a reply that may repeat its ticket (C5) counts; the ticket is found, as the decision says. */
async function checkFirstMessage(
  waiting: WaitingContact,
  state: TicketState,
  { states, ...run }: NamingRun,
): Promise<NamingResult> {
  if (state.kind === 'gone') return WAIT;
  const isPart = await states.isPartOfTicket(waiting.contact, state.ticket);
  if (isPart === null) return WAIT;
  if (isPart) return { kind: 'left out', waiting, remember: true, reason: 'part of ticket' };
  return await nameDecided(waiting, nameByState(waiting, state), { states, ...run });
}

/**
 * Names one waiting contact (T5, T6, C5 to C7, queue names). Usually no Freshdesk call; one for the first message of a chat,
 * others for a name that is not known.
 */
export async function nameContact(
  waiting: WaitingContact,
  state: FoundState | undefined,
  run: NamingRun,
): Promise<NamingResult> {
  const { contact } = waiting;
  if (contact.kind === 'unknown') return send(waiting, run.queues.register(UNKNOWN_QUEUES.tickets), true);
  if (state === undefined) return WAIT;
  if (state.kind === 'untold') return { kind: 'untold', waiting };
  const decision = decideWithTicket(contact, state, run.importFacts());
  // One with a place was checked before.
  if (decision.kind === 'check first message' && waiting.place === undefined)
    return await checkFirstMessage(waiting, state, run);
  if (decision.kind !== 'left out') return await nameDecided(waiting, nameByState(waiting, state), run);
  const { reason } = decision;
  return { kind: 'left out', waiting, remember: reason !== 'before cut-over', reason };
}
