import type { TicketFacts } from '../contacts/ticket-facts';
import { KEY_OF } from '../platform/keys';
import type { Reserve, RunBudget } from '../platform/run-budget';
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
  /**
   * Stores these chats; returns the tickets of those that are not safe. `reserve`: what is left to others.
   * @ops 2 a key, at most 2 keys
   */
  keep(told: readonly TicketFacts[], reserve?: Reserve): Promise<ReadonlySet<number>>;
}

type StoredChat = readonly [ticketId: number, requesterId: number, second: number];

const KEPT = { ttlSeconds: LIMITS.chatSeconds };

function chatOf({ requesterId, createdAt }: TicketFacts): ToldChat | null {
  return requesterId === null || createdAt === null ? null : { requesterId, createdAt };
}

/**
 * The chats of the day before the newest of them: an app whose clock is wrong must not forget one whose first message it has
 * not met. One dated ahead is not the newest.
 */
function ofLastDay(chats: ReadonlyMap<number, ToldChat>, now: number): Map<number, ToldChat> {
  const newest = Math.max(...[...chats.values()].map(({ createdAt }) => createdAt));
  const since = Math.min(newest, now) - LIMITS.chatSeconds * 1000;
  return new Map([...chats].filter(([, { createdAt }]) => createdAt > since));
}

/** What the chats need of a run. */
export interface ChatsRun {
  readonly store: Pick<RunStore, 'get' | 'set' | 'prove'>;
  readonly budget: Pick<RunBudget, 'affords'>;
  readonly now: () => number;
}

/** The chats of some keys, by ticket; undefined of one that this run may not open. */
type OpenChats = (ticketId: number, reserve?: Reserve) => Promise<Map<number, ToldChat> | undefined>;

function openChats({ store, budget }: ChatsRun): OpenChats {
  const keys = new Map<string, Map<number, ToldChat>>();
  return async (ticketId, reserve = 'ledger') => {
    const key = KEY_OF.chats(ticketId);
    const known = keys.get(key);
    if (known !== undefined) return known;
    if (keys.size >= LIMITS.chatKeysPerRun || !budget.affords(2, reserve)) return undefined;
    const chats = (readField(await store.get(key), 'chats') ?? []) as readonly StoredChat[];
    await store.prove([key], KEPT);
    const opened = new Map(
      chats.map(([id, requesterId, second]) => [id, { requesterId, createdAt: second * 1000 }]),
    );
    keys.set(key, opened);
    return opened;
  };
}

/** Writes the chats of a key with these, unless it has them. @ops 0 to 1 */
async function writeChats(
  { store, now }: ChatsRun,
  known: Map<number, ToldChat>,
  told: ReadonlyMap<number, ToldChat>,
): Promise<void> {
  const kept = ofLastDay(new Map([...known, ...told]), now());
  const [first = 0] = told.keys();
  if ([...kept.keys()].every((ticketId) => known.has(ticketId))) return;
  const chats = [...kept].map(([id, { requesterId, createdAt }]) => [id, requesterId, createdAt / 1000]);
  await store.set(KEY_OF.chats(first), { v: 1, chats }, KEPT);
  for (const [ticketId, chat] of kept) known.set(ticketId, chat);
}

/** Stores what is told of chats, key by key; returns the tickets of keys that this run may not open. */
async function keepChats(
  run: ChatsRun,
  open: OpenChats,
  told: readonly TicketFacts[],
  reserve?: Reserve,
): Promise<ReadonlySet<number>> {
  const byKey = new Map<string, Map<number, ToldChat>>();
  for (const facts of told) {
    const chat = chatOf(facts);
    const key = KEY_OF.chats(facts.ticketId);
    if (chat !== null) byKey.set(key, new Map([...(byKey.get(key) ?? []), [facts.ticketId, chat]]));
  }
  const unsafe: number[] = [];
  for (const chats of byKey.values()) {
    const [first = 0] = chats.keys();
    const known = await open(first, reserve);
    if (known === undefined) unsafe.push(...chats.keys());
    else await writeChats(run, known, chats);
  }
  return new Set(unsafe);
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
    keep: (told, reserve) => keepChats(run, open, told, reserve),
  };
}
