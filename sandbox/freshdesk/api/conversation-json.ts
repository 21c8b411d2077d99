import { textPayload } from '../events/conversation-event';
import type { Conversation } from '../model/conversation';
import type { Helpdesk } from '../model/helpdesk';
import { isoSeconds } from '../model/iso-seconds';

/** A conversation in the API's form. */
export const conversationJson = (conversation: Conversation): Record<string, unknown> => ({
  id: conversation.id,
  ticket_id: conversation.ticketId,
  user_id: conversation.userId,
  incoming: conversation.isIncoming,
  private: conversation.isPrivate,
  source: conversation.source,
  category: conversation.category,
  from_email: conversation.fromEmail,
  support_email: conversation.supportEmail,
  to_emails: [...conversation.toEmails],
  cc_emails: [],
  bcc_emails: [],
  ...textPayload(conversation),
  email_failure_count: null,
  outgoing_failures: null,
  thread_id: null,
  thread_message_id: null,
  created_at: isoSeconds(conversation.createdAt),
  updated_at: isoSeconds(conversation.updatedAt),
  last_edited_at: null,
  last_edited_user_id: null,
  attachments: [],
  cloud_files: [],
  automation_id: null,
  automation_type_id: null,
  auto_response: false,
  source_additional_info: null,
});

/** The conversations that a ticket shows, oldest first. */
export const threadOf = (helpdesk: Helpdesk, ticketId: number): readonly Conversation[] =>
  (helpdesk.threads.get(ticketId) ?? []).flatMap((id) => helpdesk.conversations.get(id) ?? []);
