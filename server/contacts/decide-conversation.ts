import type { Decision, LeftOutReason } from './contact';
import type { ConversationEvent } from './parse-conversation-event';
import { replyChannel } from './reply-channel';

const SURVEY = 6;
const FORWARD = 8;

interface Row {
  readonly reason: LeftOutReason;
  readonly applies: (conversation: ConversationEvent) => boolean;
}

/** Rows C4, C2, C3 and C2 again, in the order in which they are tried. */
const ROWS: readonly Row[] = [
  { reason: 'survey', applies: (conversation) => conversation.source === SURVEY },
  { reason: 'agent', applies: (conversation) => conversation.source === FORWARD },
  { reason: 'private', applies: (conversation) => conversation.private },
  { reason: 'agent', applies: (conversation) => !conversation.incoming },
];

/** Decides C1 to C4 for a conversation; what hangs on its ticket (C5 to C7) is decided when it is named. */
export function decideConversation(conversation: ConversationEvent): Decision {
  const row = ROWS.find(({ applies }) => applies(conversation));
  if (row !== undefined) {
    return { kind: 'left out', reason: row.reason, contact: null };
  }
  return {
    kind: 'contact',
    contact: {
      contactId: `reply:${conversation.id}`,
      kind: 'reply',
      ticketId: conversation.ticketId,
      occurredAt: conversation.createdAt,
      source: replyChannel(conversation),
      groupId: null,
    },
  };
}
