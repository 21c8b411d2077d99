import type { TicketFacts } from '../contacts/ticket-facts';
import { KEY_OF } from '../platform/keys';
import type { RunBudget } from '../platform/run-budget';
import type { RunStore } from '../platform/run-store';
import { LIMITS } from '../values/limits';
import { readField } from '../values/read-field';

/** Who began a chat, and when (ms). */
export interface ToldChat {
  readonly requesterId: number;
  readonly createdAt: number;
}

/** What events told of chats within a day, for C5, during one run. */
export interface ToldChats {
  /** Adds, for this run alone, what records tell. */
  hear(told: readonly TicketFacts[]): void;
  /** Null: not told, or longer ago; undefined: this run may not look. @ops 1 a key of 1,000 tickets, at most 2 a run */
  of(ticketId: number): Promise<ToldChat | null | undefined>;
  /** Stores these chats; returns the tickets of those that are not safe. @ops 2 a key, at most 2 keys */
  keep(told: readonly TicketFacts[]): Promise<ReadonlySet<number>>;
}

type StoredChat = readonly [ticketId: number, requesterId: number, second: number];

const KEPT = { ttlSeconds: LIMITS.chatSeconds };

function chatOf({ requesterId, createdAt }: TicketFacts): ToldChat | null {
  return requesterId === null || createdAt === null ? null : { requesterId, createdAt };
}

function isOver(createdAt: number, now: number): boolean {
  return now - createdAt >= LIMITS.chatSeconds * 1000;
}

/** What the chats need of a run. */
export interface ChatsRun {
  readonly store: Pick<RunStore, 'get' | 'set' | 'prove'>;
  readonly budget: Pick<RunBudget, 'affords'>;
  readonly now: () => number;
}

/** The chats of some keys, by ticket; undefined of one that this run may not open. */
type OpenChats = (ticketId: number) => Promise<Map<number, ToldChat> | undefined>;

function openChats({ store, budget, now }: ChatsRun): OpenChats {
  const keys = new Map<string, Map<number, ToldChat>>();
  return async (ticketId) => {
    const key = KEY_OF.chats(ticketId);
    const known = keys.get(key);
    if (known !== undefined) return known;
    if (keys.size >= LIMITS.chatKeysPerRun || !budget.affords(2, 'ledger')) return undefined;
    const chats = (readField(await store.get(key), 'chats') ?? []) as readonly StoredChat[];
    await store.prove([key], KEPT);
    const recent = chats.filter(([, , second]) => !isOver(second * 1000, now()));
    const opened = new Map(
      recent.map(([id, requesterId, second]) => [id, { requesterId, createdAt: second * 1000 }]),
    );
    keys.set(key, opened);
    return opened;
  };
}

/** Stores what is told of these chats. */
async function keepChats(
  { store, now }: ChatsRun,
  open: OpenChats,
  told: readonly TicketFacts[],
): Promise<ReadonlySet<number>> {
  const unsafe = new Set<number>();
  const changed = new Map<string, Map<number, ToldChat>>();
  for (const facts of told) {
    const { ticketId } = facts;
    const chat = chatOf(facts);
    if (chat === null || isOver(chat.createdAt, now())) continue;
    const chats = await open(ticketId);
    if (chats === undefined) unsafe.add(ticketId);
    else if (!chats.has(ticketId)) changed.set(KEY_OF.chats(ticketId), chats.set(ticketId, chat));
  }
  for (const [key, chats] of changed) {
    const stored = [...chats].map(([id, chat]) => [id, chat.requesterId, chat.createdAt / 1000]);
    await store.set(key, { v: 1, chats: stored }, KEPT);
  }
  return unsafe;
}

/** The chats of a run, with nothing open. */
export function createToldChats(run: ChatsRun): ToldChats {
  const heard = new Map<number, ToldChat>();
  const open = openChats(run);
  return {
    hear(told) {
      for (const facts of told) {
        const chat = chatOf(facts);
        if (chat !== null) heard.set(facts.ticketId, chat);
      }
    },
    async of(ticketId) {
      const own = heard.get(ticketId);
      if (own !== undefined) return own;
      const chats = await open(ticketId);
      return chats === undefined ? undefined : (chats.get(ticketId) ?? null);
    },
    keep: (told) => keepChats(run, open, told),
  };
}
