import type { FreshdeskAnswer } from '../freshdesk/client';
import type { ConversationPage } from '../freshdesk/conversations';
import type { FreshdeskSession } from '../freshdesk/session';
import { askWithinBudget, type Asker } from './find-tickets';

/** The first page of chats' conversations, read once a run. */
export interface FirstChatMessages {
  /** A chat's first messages. One Freshdesk call unless this run has read them. */
  of(ticketId: number): Promise<FreshdeskAnswer<ConversationPage>>;
  /** Reads those of many chats, in their order, while their contacts can still be sent in this run. One call a chat. */
  read(ticketIds: readonly number[]): Promise<void>;
}

/** What reading them needs of a run. */
interface ChatReader extends Asker {
  readonly session: Pick<FreshdeskSession, 'listConversations' | 'tickets' | 'creditsLeft'>;
}

const RESTS = { ok: false, problem: { kind: 'not asked' } } as const;

/** Starts with nothing read. */
export function createFirstChatMessages(run: ChatReader): FirstChatMessages {
  const known = new Map<number, FreshdeskAnswer<ConversationPage>>();
  const { listConversations, tickets } = run.session;
  // A chat that is set aside rests for an hour.
  const ask = async (ticketId: number): Promise<FreshdeskAnswer<ConversationPage>> =>
    tickets.rests({ ticketId, call: 'first messages' }) ? RESTS : await listConversations(ticketId, 1);
  return {
    async of(ticketId) {
      const answer = known.get(ticketId) ?? (await ask(ticketId));
      known.set(ticketId, answer);
      return answer;
    },
    async read(ticketIds) {
      const unread = [...new Set(ticketIds)].filter((id) => !known.has(id));
      const answers = await askWithinBudget(run, unread, ask);
      unread.forEach((id, index) => {
        const answer = answers[index];
        if (answer !== undefined) known.set(id, answer);
      });
    },
  };
}
