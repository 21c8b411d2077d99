import type { Ticket } from '../contacts/contact';
import type { Conversation } from '../contacts/conversation';
import type { FreshdeskAnswer } from '../freshdesk/client';
import type { ConversationPage } from '../freshdesk/conversations';
import type { FreshdeskSession } from '../freshdesk/session';
import { LIMITS } from '../values/limits';
import { askWithinBudget, type Asker } from './find-tickets';

/** The conversations of chats up to their first messages, read once a run. */
export interface FirstChatMessages {
  /**
   * A chat's first messages. One Freshdesk call unless this run has read them, one more for each 100 older conversations that
   * a merge brought in, at most the share of a ticket.
   */
  of(chat: Chat): Promise<FreshdeskAnswer<ConversationPage>>;
  /** Reads those of many chats, in their order, while their contacts can still be sent in this run. */
  read(chats: readonly Chat[]): Promise<void>;
}

type Chat = Pick<Ticket, 'id' | 'createdAt'>;

/** What reading them needs of a run. */
interface ChatReader extends Asker {
  readonly session: Pick<FreshdeskSession, 'listConversations' | 'tickets' | 'creditsLeft'>;
}

const RESTS = { ok: false, problem: { kind: 'not asked' } } as const;

/** Starts with nothing read. */
export function createFirstChatMessages(run: ChatReader): FirstChatMessages {
  const known = new Map<number, FreshdeskAnswer<ConversationPage>>();
  const { listConversations, tickets } = run.session;
  async function ask({ id: ticketId, createdAt }: Chat): Promise<FreshdeskAnswer<ConversationPage>> {
    // A chat that is set aside rests for an hour.
    if (tickets.rests({ ticketId, call: 'first messages' })) return RESTS;
    let older: readonly Conversation[] = [];
    for (let page = 1; ; page += 1) {
      const answer = await listConversations(ticketId, page);
      if (!answer.ok) return answer;
      const conversations = [...older, ...answer.value.conversations];
      const isPast = conversations.some((each) => each.createdAt > createdAt + LIMITS.chatFirstMessageMs);
      if (isPast || !answer.value.full || page >= tickets.share())
        return { ...answer, value: { ...answer.value, conversations } };
      older = conversations;
    }
  }
  return {
    async of(chat) {
      const answer = known.get(chat.id) ?? (await ask(chat));
      known.set(chat.id, answer);
      return answer;
    },
    async read(chats) {
      const unread = [...new Map(chats.map((chat) => [chat.id, chat])).values()].filter(
        ({ id }) => !known.has(id),
      );
      const answers = await askWithinBudget(run, unread, ask);
      unread.forEach(({ id }, index) => {
        const answer = answers[index];
        if (answer !== undefined) known.set(id, answer);
      });
    },
  };
}
