import { datesPayload } from '../events/ticket-event';
import type { Ticket, TicketStats } from '../model/ticket';
import { isoOrNull } from '../model/iso-seconds';

const UNUSED = {
  cc_emails: [],
  fwd_emails: [],
  reply_cc_emails: [],
  ticket_cc_emails: [],
  fr_escalated: false,
  is_escalated: false,
  email_config_id: null,
  company_id: null,
  product_id: null,
  to_emails: null,
  custom_fields: {},
  association_type: null,
  internal_agent_id: null,
  internal_group_id: null,
} as const;

/** `stats` in the form of `include=stats`. */
export const statsJson = (stats: TicketStats): Record<string, unknown> => ({
  agent_responded_at: isoOrNull(stats.agentRespondedAt),
  requester_responded_at: isoOrNull(stats.requesterRespondedAt),
  first_responded_at: isoOrNull(stats.firstRespondedAt),
  status_updated_at: isoOrNull(stats.statusUpdatedAt),
  reopened_at: isoOrNull(stats.reopenedAt),
  resolved_at: isoOrNull(stats.resolvedAt),
  closed_at: isoOrNull(stats.closedAt),
  pending_since: isoOrNull(stats.pendingSince),
});

/** A row of a ticket list: no conversations, no description, no `outbound_email`, no `import_id`. */
export const ticketRow = (ticket: Ticket): Record<string, unknown> => ({
  ...UNUSED,
  id: ticket.id,
  subject: ticket.subject,
  type: ticket.type,
  source: ticket.source,
  status: ticket.status,
  priority: ticket.priority,
  group_id: ticket.groupId,
  responder_id: ticket.responderId,
  requester_id: ticket.requesterId,
  support_email: ticket.supportEmail,
  spam: ticket.isSpam,
  ...(ticket.isDeleted ? { deleted: true } : {}),
  ...datesPayload(ticket),
  tags: [...ticket.tags],
});

/** `description` in the form of `include=description` and of the view. */
export const descriptionJson = (ticket: Ticket): Record<string, unknown> => ({
  description: `<div>${ticket.description}</div>`,
  description_text: ticket.description,
});
