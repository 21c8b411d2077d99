import type { Actor } from '../events/actor';
import { ticketCreated } from '../events/ticket-event';
import { CONVERSATION_SOURCE } from '../model/conversation';
import { SUPPORT_EMAIL } from '../model/helpdesk';
import type { Helpdesk } from '../model/helpdesk';
import { CHAT_SOURCES, TICKET_SOURCE } from '../model/ticket-source';
import { NO_COUNTS, NO_STATS, STATUS } from '../model/ticket';
import type { Ticket } from '../model/ticket';
import { pushVersion } from '../model/ticket-versions';
import { addConversation } from './add-conversation';
import { agentActor } from './agent-at-work';

/** A new ticket. By default an e-mail from a new customer, without a group. */
export interface NewTicket {
  readonly groupId?: number | null;
  readonly source?: number;
  /** In the past for a ticket that an importer backdates. */
  readonly createdAt?: number;
  readonly importId?: string;
  readonly outboundEmail?: boolean;
  readonly tags?: readonly string[];
  readonly requesterId?: number;
  readonly spam?: boolean;
  readonly subject?: string;
  readonly description?: string;
  readonly status?: number;
  /** Only for chat-type sources: whether the first conversation repeats the description; true by default. */
  readonly repeatsDescription?: boolean;
  /** Who created it; by default the requester, or an agent for outbound mail. */
  readonly actor?: Actor;
}

const sourceOf = (input: NewTicket): number =>
  input.source ?? (input.outboundEmail === true ? TICKET_SOURCE.outboundEmail : TICKET_SOURCE.email);

/** A ticket with only its source and number set. */
const blankTicket = (helpdesk: Helpdesk, source: number): Ticket => {
  const id = helpdesk.nextTicketId();
  const now = helpdesk.clock.now();
  return {
    id,
    modelId: helpdesk.nextId(),
    groupId: null,
    source,
    status: STATUS.open,
    priority: 1,
    type: null,
    requesterId: helpdesk.nextId(),
    responderId: null,
    subject: `Request ${id}`,
    description: `Description of ${id}`,
    tags: [],
    createdAt: now,
    updatedAt: now,
    isSpam: false,
    isDeleted: false,
    isArchived: false,
    isOutbound: source === TICKET_SOURCE.outboundEmail,
    importId: null,
    supportEmail: source === TICKET_SOURCE.email ? SUPPORT_EMAIL : null,
    stats: NO_STATS,
    counts: NO_COUNTS,
  };
};

const PLAIN_KEYS = [
  'groupId',
  'createdAt',
  'importId',
  'tags',
  'requesterId',
  'subject',
  'description',
  'status',
] as const;

/** The input's fields besides the source, under the ticket's field names. */
const givenOf = ({ spam, outboundEmail, ...input }: NewTicket): Partial<Ticket> => ({
  ...Object.fromEntries(PLAIN_KEYS.filter((key) => input[key] !== undefined).map((key) => [key, input[key]])),
  ...(spam === undefined ? {} : { isSpam: spam }),
  ...(outboundEmail === undefined ? {} : { isOutbound: outboundEmail }),
});

/** Outbound mail is created as closed. */
const statusOf = (ticket: Ticket, { status }: NewTicket): number =>
  status ?? (ticket.isOutbound ? STATUS.closed : STATUS.open);

const build = (helpdesk: Helpdesk, input: NewTicket): Ticket => {
  const ticket = { ...blankTicket(helpdesk, sourceOf(input)), ...givenOf(input) };
  const status = statusOf(ticket, input);
  const doneAt = status === STATUS.closed ? ticket.updatedAt : null;
  return { ...ticket, status, stats: { ...NO_STATS, resolvedAt: doneAt, closedAt: doneAt } };
};

const actorFor = (helpdesk: Helpdesk, ticket: Ticket): Actor =>
  ticket.isOutbound ? agentActor(helpdesk) : { kind: 'requester', userId: ticket.requesterId };

const repeatsDescription = (ticket: Ticket, input: NewTicket): boolean =>
  CHAT_SOURCES.has(ticket.source) && input.repeatsDescription !== false;

/** Adds the first message of a chat: the ticket's description again, as a conversation. */
const addFirstMessage = (helpdesk: Helpdesk, { id, requesterId, createdAt }: Ticket): void => {
  addConversation(helpdesk, id, {
    what: {
      userId: requesterId,
      isIncoming: true,
      isPrivate: false,
      source: CONVERSATION_SOURCE.reply,
      category: 1,
      kind: 'reply',
      createdAt,
    },
    actor: { kind: 'requester', userId: requesterId },
  });
};

/** Creates a ticket; the first message of a chat also appears as a conversation. */
export const createTicket = (helpdesk: Helpdesk, input: NewTicket = {}): Ticket => {
  const ticket = pushVersion(helpdesk, build(helpdesk, input));
  const actor = input.actor ?? actorFor(helpdesk, ticket);
  helpdesk.emit(ticketCreated(helpdesk, ticket, actor));
  if (repeatsDescription(ticket, input)) {
    addFirstMessage(helpdesk, ticket);
  }
  return ticket;
};
