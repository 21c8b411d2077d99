import { CONVERSATION_SOURCE } from '../model/conversation';
import type { Conversation } from '../model/conversation';
import { SUPPORT_EMAIL } from '../model/helpdesk';
import type { Helpdesk } from '../model/helpdesk';
import { existingTicket } from '../model/ticket-versions';
import { agentActor, firstAgent } from './agent-at-work';
import { addConversation } from './add-conversation';
import type { NewConversation } from './add-conversation';

type Shape = Omit<NewConversation, 'userId'>;

const { reply, note, survey, forward } = CONVERSATION_SOURCE;
const MAILBOX = { supportEmail: SUPPORT_EMAIL, toEmails: ['customer@example.org'] } as const;

/** Conversations by agents. */
const BY_AGENT = {
  agentReply: { isIncoming: false, isPrivate: false, source: reply, category: 3, kind: 'reply', ...MAILBOX },
  publicNote: { isIncoming: false, isPrivate: false, source: note, category: 3, kind: 'public_note' },
  privateNote: { isIncoming: false, isPrivate: true, source: note, category: 2, kind: 'private_note' },
  forward: { isIncoming: false, isPrivate: true, source: forward, category: 2, kind: 'forward', ...MAILBOX },
} as const satisfies Record<string, Shape>;

/** Conversations by outside people that are not ordinary replies. */
const FROM_OUTSIDE = {
  thirdPartyAnswer: { isIncoming: true, isPrivate: true, source: note, category: 6, kind: 'private_note' },
  survey: { isIncoming: true, isPrivate: false, source: survey, category: 7, kind: 'feedback' },
  incomingNote: { isIncoming: true, isPrivate: false, source: note, category: 1, kind: 'public_note' },
} as const satisfies Record<string, Shape>;

type AgentConversationKind = keyof typeof BY_AGENT;
type OutsideConversationKind = keyof typeof FROM_OUTSIDE;

/** An agent writes on a ticket. */
export const addAgentConversation = (
  helpdesk: Helpdesk,
  ticketId: number,
  kind: AgentConversationKind,
): Conversation =>
  addConversation(helpdesk, ticketId, {
    what: { ...BY_AGENT[kind], userId: firstAgent(helpdesk).id },
    actor: agentActor(helpdesk),
  });

/** An outside person writes on a ticket. A third party is not the requester; the other authors are. */
export const addOutsideConversation = (
  helpdesk: Helpdesk,
  ticketId: number,
  kind: OutsideConversationKind,
): Conversation => {
  const { requesterId } = existingTicket(helpdesk, ticketId);
  const userId = kind === 'thirdPartyAnswer' ? helpdesk.nextId() : requesterId;
  const actor = kind === 'incomingNote' ? agentActor(helpdesk) : ({ kind: 'requester', userId } as const);
  return addConversation(helpdesk, ticketId, { what: { ...FROM_OUTSIDE[kind], userId }, actor });
};
