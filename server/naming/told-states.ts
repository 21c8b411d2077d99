import type { RecordedContact, Ticket, WaitingContact } from '../contacts/contact';
import { ALERT_TAG } from '../contacts/counting-rules';
import { CHAT_SOURCES } from '../contacts/sources';
import type { TicketFacts } from '../contacts/ticket-facts';
import type { Ledger } from '../ledger/ledger';
import { KEY_OF } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { FactsBook } from './facts-book';
import type { FoundState, TicketStates } from './ticket-states';
import type { ToldChat, ToldChats } from './told-chats';

/** What the states that events told need of a run. */
interface ToldRun {
  readonly book: FactsBook;
  readonly chats: ToldChats;
  readonly ledger: Pick<Ledger, 'explainsReply'>;
}

/** A ticket as its facts have it. Without a known creation no message of a chat is its first one. */
function ticketOf(facts: TicketFacts, chat: ToldChat | null): Ticket {
  const { ticketId, source, groupId, changedAt, alert, spam, deleted } = facts;
  return {
    id: ticketId,
    ...{ source, groupId, spam, deleted, updatedAt: changedAt },
    createdAt: chat?.createdAt ?? 0,
    requesterId: chat?.requesterId ?? null,
    requesterRespondedAt: undefined,
    tags: alert ? [ALERT_TAG] : [],
  };
}

/** A ticket of which only its own contact is left, as it is when it is older than the facts are kept. */
function ownStateOf({ kind, ticketId, source, groupId, occurredAt }: RecordedContact): FoundState {
  if (kind !== 'ticket' || source === null) return { kind: 'untold' };
  const facts: TicketFacts = {
    ...{ ticketId, source, groupId, alert: false, spam: false, deleted: false },
    ...{ isUpdate: false, turned: [], changedAt: occurredAt },
    ...{ createdAt: occurredAt, requesterId: null },
  };
  return { kind: 'found', ticket: ticketOf(facts, null) };
}

/** The ticket ids, those of the key that most contacts need before the others, which keep their order. */
function crowdedFirst(contacts: readonly WaitingContact[]): readonly number[] {
  const counts = new Map<string, number>();
  const ids = contacts.map(({ contact }) => contact.ticketId);
  for (const id of ids) counts.set(KEY_OF.facts(id), (counts.get(KEY_OF.facts(id)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const isCrowded = (id: number): boolean => counts.get(KEY_OF.facts(id)) === most;
  return [...ids.filter(isCrowded), ...ids.filter((id) => !isCrowded(id))];
}

async function shownBy(
  facts: TicketFacts,
  { kind }: RecordedContact,
  chats: ToldChats,
): Promise<FoundState | undefined> {
  const isChatReply = kind === 'reply' && CHAT_SOURCES.has(facts.source);
  const chat = isChatReply ? await chats.of(facts.ticketId) : null;
  return chat === undefined ? undefined : { kind: 'found', ticket: ticketOf(facts, chat) };
}

/** A contact's ticket; undefined when this run cannot know it. */
async function stateOf(
  { contact }: WaitingContact,
  { book, chats }: Pick<ToldRun, 'book' | 'chats'>,
): Promise<FoundState | undefined> {
  const facts = book.of(contact.ticketId);
  if (facts === undefined) return undefined;
  return facts === null ? ownStateOf(contact) : await shownBy(facts, contact, chats);
}

/**
 * The tickets as events told them, of which the book must have heard this run's.
 * @ops those of opening the book and the chats
 */
export function createToldStates(run: ToldRun): TicketStates {
  /** Tickets of which this run has met the first message. */
  const begun = new Set<number>();
  return {
    async find(contacts) {
      await run.book.open(crowdedFirst(contacts.filter(({ contact }) => contact.kind !== 'unknown')));
      const states = new Map<number, FoundState>();
      // A reply alone needs to know how its chat began.
      const repliesLast = [...contacts].sort(
        (a, b) => Number(a.contact.kind === 'reply') - Number(b.contact.kind === 'reply'),
      );
      for (const each of repliesLast) {
        const state = await stateOf(each, run);
        if (state !== undefined) states.set(each.contact.ticketId, state);
        else states.delete(each.contact.ticketId);
      }
      return states;
    },
    isPartOfTicket({ ticketId, authorId }, { createdAt, requesterId }) {
      if (authorId === undefined || authorId !== requesterId) return Promise.resolve(false);
      const seconds = LIMITS.chatFirstMessageMs / 1000;
      let isSettled = begun.has(ticketId);
      for (let second = -seconds; second <= seconds; second += 1)
        isSettled ||= run.ledger.explainsReply(ticketId, createdAt + second * 1000);
      begun.add(ticketId);
      return Promise.resolve(!isSettled);
    },
  };
}
