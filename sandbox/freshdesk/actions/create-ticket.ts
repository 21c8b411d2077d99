import type { Actor } from '../events/actor';
import { ticketCreated } from '../events/ticket-event';
import type { Helpdesk } from '../model/helpdesk';
import { CHAT_SOURCES } from '../model/source-labels';
import { NO_COUNTS, NO_STATS, STATUS } from '../model/ticket';
import type { Ticket } from '../model/ticket';
import { pushVersion } from '../model/ticket-versions';
import { agentActor } from './actor-of';
import { addFirstMessage } from './first-message';

const EMAIL = 1;
const OUTBOUND_EMAIL = 10;
const SUPPORT_EMAIL = 'support@acme.example';

/** How a ticket comes to be. Without anything: an e-mail from a new customer, not yet routed. */
export interface NewTicket {
  readonly groupId?: number | null;
  readonly source?: number;
  /** Earlier than now for a ticket that an importer backdates. */
  readonly createdAt?: number;
  readonly importId?: string;
  readonly outboundEmail?: boolean;
  readonly tags?: readonly string[];
  readonly requesterId?: number;
  readonly spam?: boolean;
  readonly subject?: string;
  readonly status?: number;
  /** Only for chat-type sources: whether the first conversation repeats the description; true when left out. */
  readonly repeatsDescription?: boolean;
  /** Who did it; the requester when left out, an agent for outbound mail. */
  readonly actor?: Actor;
}

const sourceOf = (input: NewTicket): number =>
  input.source ?? (input.outboundEmail === true ? OUTBOUND_EMAIL : EMAIL);

const build = (helpdesk: Helpdesk, input: NewTicket): Ticket => {
  const now = helpdesk.clock.now();
  const source = sourceOf(input);
  const isOutbound = input.outboundEmail ?? source === OUTBOUND_EMAIL;
  const status = input.status ?? (isOutbound ? STATUS.closed : STATUS.open);
  const doneAt = status === STATUS.closed ? now : null;
  const id = helpdesk.nextTicketId();
  return {
    id,
    modelId: helpdesk.nextId(),
    groupId: input.groupId ?? null,
    source,
    status,
    priority: 1,
    type: null,
    requesterId: input.requesterId ?? helpdesk.nextId(),
    responderId: null,
    subject: input.subject ?? `Request ${id}`,
    description: `Description of ${id}`,
    tags: input.tags ?? [],
    createdAt: input.createdAt ?? now,
    updatedAt: now,
    isSpam: input.spam ?? false,
    isDeleted: false,
    isArchived: false,
    isOutbound,
    importId: input.importId ?? null,
    supportEmail: source === EMAIL ? SUPPORT_EMAIL : null,
    stats: { ...NO_STATS, resolvedAt: doneAt, closedAt: doneAt },
    counts: NO_COUNTS,
  };
};

const actorFor = (helpdesk: Helpdesk, ticket: Ticket): Actor =>
  ticket.isOutbound ? agentActor(helpdesk) : { kind: 'requester', userId: ticket.requesterId };

const repeatsDescription = (ticket: Ticket, input: NewTicket): boolean =>
  CHAT_SOURCES.has(ticket.source) && input.repeatsDescription !== false;

/** Creates a ticket; the first message of a chat shows up once more as a conversation. */
export const createTicket = (helpdesk: Helpdesk, input: NewTicket = {}): Ticket => {
  const ticket = pushVersion(helpdesk, build(helpdesk, input));
  const actor = input.actor ?? actorFor(helpdesk, ticket);
  helpdesk.emit(ticketCreated(helpdesk, ticket, actor));
  if (repeatsDescription(ticket, input)) {
    addFirstMessage(helpdesk, ticket);
  }
  return ticket;
};
