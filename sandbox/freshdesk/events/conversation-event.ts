import type { Conversation } from '../model/conversation';
import type { Helpdesk, ProductEvent } from '../model/helpdesk';
import { isoSeconds } from '../model/iso-seconds';
import { actorPayload } from './actor';
import type { Actor } from './actor';

const CATEGORY_NAMES: Readonly<Record<number, string>> = {
  1: 'customer_response',
  2: 'agent_private_response',
  3: 'agent_public_response',
  6: 'reply_to_forward',
  7: 'customer_feedback',
};

const UNUSED = {
  is_body_truncated: false,
  is_body_text_truncated: false,
  bcc_emails: [],
  cc_emails: [],
  attachments: [],
  archive: false,
  email_config_id: null,
  header_info: null,
  response_time_in_seconds: null,
  response_time_by_bhrs: null,
  response_violated: null,
  last_modified_user_id: null,
  to_email_user_ids: [],
  to_email_user_uids: null,
  last_modified_timestamp: null,
  notable_type: 'Helpdesk::Ticket',
  attachment_ids: [],
} as const;

const mail = (conversation: Conversation): Record<string, unknown> => ({
  from_email: conversation.fromEmail,
  support_email: conversation.supportEmail,
  to_emails: [...conversation.toEmails],
  source_additional_info: {
    email: {
      received_at:
        conversation.isIncoming && conversation.supportEmail !== null
          ? isoSeconds(conversation.createdAt)
          : null,
    },
  },
});

/** The text, as events and the API write it; people's texts are generated. */
export const textPayload = ({ id, text }: Conversation): Record<string, unknown> => ({
  body: text ?? `<div>Text of ${id}</div>`,
  body_text: (text ?? `Text of ${id}`).replace(/<[^>]*>/g, ''),
});

const conversationPayload = (helpdesk: Helpdesk, conversation: Conversation): Record<string, unknown> => ({
  ...UNUSED,
  ...mail(conversation),
  id: conversation.id,
  account_id: helpdesk.account.id,
  ticket_id: conversation.ticketId,
  notable_id: helpdesk.tickets.get(conversation.ticketId)?.versions[0]?.ticket.modelId ?? 0,
  user_id: conversation.userId,
  private: conversation.isPrivate,
  incoming: conversation.isIncoming,
  source: conversation.source,
  category: { id: conversation.category, name: CATEGORY_NAMES[conversation.category] ?? 'others' },
  kind: conversation.kind,
  deleted: false,
  ...textPayload(conversation),
  created_at: isoSeconds(conversation.createdAt),
  updated_at: isoSeconds(conversation.updatedAt),
});

/** A conversation was created. The payload has no ticket, only its id. */
export const conversationCreated = (
  helpdesk: Helpdesk,
  conversation: Conversation,
  actor: Actor,
): ProductEvent => ({
  name: 'onConversationCreate',
  data: { conversation: conversationPayload(helpdesk, conversation), actor: actorPayload(actor) },
});

/** A conversation was removed from its ticket. */
export const conversationDeleted = (conversation: Conversation, actor: Actor): ProductEvent => ({
  name: 'onConversationDelete',
  data: { conversation: { id: conversation.id }, actor: actorPayload(actor) },
});
