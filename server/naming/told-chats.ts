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
const KEPT_MS = LIMITS.chatSeconds * 1000;

/** What the chats need of a run. */
export interface ChatsRun {
  readonly store: Pick<RunStore, 'get' | 'set' | 'prove'>;
  readonly budget: Pick<RunBudget, 'affords'>;
  readonly now: () => number;
}

/** The chats of a key, by ticket id. */
type Chats = Map<number, ToldChat>;

/** The chats that records tell, in their order. */
function chatsIn(told: readonly TicketFacts[]): readonly (readonly [ticketId: number, chat: ToldChat])[] {
  return told.flatMap(({ ticketId, requesterId, createdAt }) => {
    const isTold = requesterId !== null && createdAt !== null;
    return isTold ? [[ticketId, { requesterId, createdAt }] as const] : [];
  });
}

/** Opens the key of a ticket; undefined when this run may not. */
async function open(run: ChatsRun, keys: Map<string, Chats>, ticketId: number): Promise<Chats | undefined> {
  const key = KEY_OF.chats(ticketId);
  const known = keys.get(key);
  if (known !== undefined) return known;
  if (keys.size >= LIMITS.chatKeysPerRun || !run.budget.affords(2, 'ledger')) return undefined;
  const stored = (readField(await run.store.get(key), 'chats') ?? []) as readonly StoredChat[];
  await run.store.prove([key], KEPT);
  const chats = stored.map(
    ([id, requesterId, second]) => [id, { requesterId, createdAt: second * 1000 }] as const,
  );
  const opened = new Map(chats.filter(([, { createdAt }]) => run.now() - createdAt < KEPT_MS));
  keys.set(key, opened);
  return opened;
}

async function keep(
  run: ChatsRun,
  keys: Map<string, Chats>,
  told: readonly TicketFacts[],
): Promise<ReadonlySet<number>> {
  const unsafe = new Set<number>();
  const changed = new Map<string, Chats>();
  for (const [ticketId, chat] of chatsIn(told)) {
    if (run.now() - chat.createdAt >= KEPT_MS) continue;
    const chats = await open(run, keys, ticketId);
    if (chats === undefined) unsafe.add(ticketId);
    else if (!chats.has(ticketId)) changed.set(KEY_OF.chats(ticketId), chats.set(ticketId, chat));
  }
  for (const [key, chats] of changed) {
    const stored = [...chats].map(([id, chat]) => [id, chat.requesterId, chat.createdAt / 1000]);
    await run.store.set(key, { v: 1, chats: stored }, KEPT);
  }
  return unsafe;
}

/** The chats of a run, with nothing open. */
export function createToldChats(run: ChatsRun): ToldChats {
  const heard: Chats = new Map();
  const keys = new Map<string, Chats>();
  return {
    hear(told) {
      for (const [ticketId, chat] of chatsIn(told)) heard.set(ticketId, chat);
    },
    async of(ticketId) {
      const own = heard.get(ticketId);
      if (own !== undefined) return own;
      const chats = await open(run, keys, ticketId);
      return chats === undefined ? undefined : (chats.get(ticketId) ?? null);
    },
    keep: (told) => keep(run, keys, told),
  };
}
