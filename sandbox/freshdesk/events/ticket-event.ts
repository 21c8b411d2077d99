import type { Helpdesk, ProductEvent } from '../model/helpdesk';
import type { Ticket } from '../model/ticket';
import { isoOrNull, isoSeconds } from '../model/iso-seconds';
import { actorPayload, requesterPayload } from './actor';
import type { Actor } from './actor';
import { UNUSED_TICKET_KEYS } from './unused-ticket-keys';

const DUE_AFTER_MS = 3 * 86_400_000;
const FIRST_RESPONSE_AFTER_MS = 86_400_000;
const CUSTOM_SOURCE_INFO = 1001;

/** The old and new value of each changed attribute. */
export type Changes = Readonly<Record<string, readonly [unknown, unknown]>>;

const identity = (ticket: Ticket, accountId: number): Record<string, unknown> => ({
  id: ticket.id,
  model_id: ticket.modelId,
  account_id: accountId,
  archive: ticket.isArchived,
  deleted: ticket.isDeleted,
  spam: ticket.isSpam,
  import_id: ticket.importId,
  outbound_email: ticket.isOutbound,
});

const routing = (ticket: Ticket): Record<string, unknown> => ({
  source: ticket.source,
  source_info: CUSTOM_SOURCE_INFO,
  type: ticket.type,
  status: ticket.status,
  priority: ticket.priority,
  group_id: ticket.groupId,
  responder_id: ticket.responderId,
  requester_id: ticket.requesterId,
  support_email: ticket.supportEmail,
  tags: [...ticket.tags],
});

const texts = (ticket: Ticket): Record<string, unknown> => ({
  subject: ticket.subject,
  description: `<div>${ticket.description}</div>`,
  description_text: ticket.description,
});

/** The timestamps that events and the API have in common. */
export const datesPayload = ({ createdAt, updatedAt }: Ticket): Record<string, unknown> => ({
  created_at: isoSeconds(createdAt),
  updated_at: isoSeconds(updatedAt),
  due_by: isoSeconds(createdAt + DUE_AFTER_MS),
  fr_due_by: isoSeconds(createdAt + FIRST_RESPONSE_AFTER_MS),
});

const moments = ({ stats }: Ticket): Record<string, unknown> => ({
  resolved_at: isoOrNull(stats.resolvedAt),
  last_resolved_at: isoOrNull(stats.resolvedAt),
  closed_at: isoOrNull(stats.closedAt),
  requester_responded_at: isoOrNull(stats.requesterRespondedAt),
  agent_responded_at: isoOrNull(stats.agentRespondedAt),
});

const orNull = (count: number): number | null => (count === 0 ? null : count);

const counters = ({ counts }: Ticket): Record<string, unknown> => ({
  agent_reply_count: orNull(counts.agentReplies),
  customer_reply_count: orNull(counts.customerReplies),
  private_note_count: orNull(counts.privateNotes),
  public_note_count: orNull(counts.publicNotes),
  reopened_count: orNull(counts.reopened),
});

const ticketPayload = (helpdesk: Helpdesk, ticket: Ticket): Record<string, unknown> => ({
  ...UNUSED_TICKET_KEYS,
  ...identity(ticket, helpdesk.account.id),
  ...routing(ticket),
  ...texts(ticket),
  ...datesPayload(ticket),
  ...moments(ticket),
  ...counters(ticket),
});

/** A ticket was created. */
export const ticketCreated = (helpdesk: Helpdesk, ticket: Ticket, actor: Actor): ProductEvent => ({
  name: 'onTicketCreate',
  data: {
    ticket: ticketPayload(helpdesk, ticket),
    actor: actorPayload(actor),
    requester: requesterPayload(ticket.requesterId),
  },
});

/** A ticket was changed; the payload has the state after the change. */
export const ticketUpdated = (
  helpdesk: Helpdesk,
  ticket: Ticket,
  { actor, changes }: { readonly actor: Actor; readonly changes: Changes },
): ProductEvent => ({
  name: 'onTicketUpdate',
  data: {
    ticket: { ...ticketPayload(helpdesk, ticket), changes },
    actor: actorPayload(actor),
    requester: requesterPayload(ticket.requesterId),
  },
});

/** A ticket was deleted permanently. */
export const ticketDeleted = (helpdesk: Helpdesk, ticket: Ticket, actor: Actor): ProductEvent => ({
  name: 'onTicketDelete',
  data: {
    ticket: {
      id: ticket.id,
      model_id: ticket.modelId,
      account_id: helpdesk.account.id,
      source: ticket.source,
      type: ticket.type,
      archive: ticket.isArchived,
    },
    actor: actorPayload(actor),
  },
});
