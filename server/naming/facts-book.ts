import { factsThatHold, type TicketFacts } from '../contacts/ticket-facts';
import { KEY_OF, KEYS } from '../platform/keys';
import type { Reserve, RunBudget } from '../platform/run-budget';
import type { RunStore } from '../platform/run-store';
import { AppError, ERROR_CODES } from '../values/app-error';
import { LIMITS } from '../values/limits';
import { openBlock, storeBlock, type FactsBlock } from './facts-block';
import { openNewFacts, storeNewFacts } from './new-facts';

/**
 * What events told of tickets, during one run. A key holds the facts of 3,000 tickets. What records tell is first noted under
 * one key for all tickets, so that updates of tickets old and new cost one write; the two keys with most of it get theirs.
 */
export interface FactsBook {
  /** Adds, for this run alone, what records tell; they stand in the order in which they were stored. @ops 1, once */
  hear(told: readonly TicketFacts[]): Promise<void>;
  /** Opens the keys of these tickets in their order, as far as a run may. @ops 1 a key, at most 4 a run */
  open(ticketIds: readonly number[]): Promise<void>;
  /** True when facts that an earlier run heard wait for a write of their key. */
  hasNew(): boolean;
  /** The facts that hold; null: no event told any; undefined: the ticket's key is not open. */
  of(ticketId: number): TicketFacts | null | undefined;
  /** Notes that replies of a ticket without facts wait under this key of waiting contacts. */
  await(ticketId: number, waitingKey: number): void;
  /** The key under which replies of a ticket wait for its facts; null: none, or the ticket's key is not open. */
  awaitedIn(ticketId: number): number | null;
  /** The tickets of waiting replies that have facts now, and the keys under which these wait. */
  came(): ReadonlyMap<number, number>;
  /**
   * Stores these facts and what is awaited; returns the tickets whose facts are safe: records that told them may go.
   * `beforeWrite`: called when facts came for replies that wait, before that is forgotten. `reserve`: what is left to others.
   * @ops 1, and 2 a key that gets its facts, at most 2 keys
   */
  keep(
    told: readonly TicketFacts[],
    beforeWrite: () => Promise<void>,
    reserve?: Reserve,
  ): Promise<ReadonlySet<number>>;
}

/** What the book needs of a run. */
export interface BookRun {
  readonly store: Pick<RunStore, 'get' | 'set' | 'prove'>;
  readonly budget: Pick<RunBudget, 'affords'>;
  readonly now: () => number;
}

/** The book's pages that a run has open. */
interface Pages {
  readonly blocks: Map<string, FactsBlock>;
  /** Facts that no key has yet; null: not read. */
  fresh: Map<number, TicketFacts> | null;
  readonly heard: Map<number, readonly TicketFacts[]>;
  readonly came: Map<number, number>;
  readonly marked: Set<string>;
}

const SHOWN = ['changedAt', 'isUpdate', 'groupId', 'source', 'deleted', 'spam', 'alert'] as const;
const KEPT = { ttlSeconds: LIMITS.factsSeconds };

async function openKey(
  { store, budget }: BookRun,
  { blocks }: Pages,
  key: string,
  reserve: Reserve = 'ledgerAlone',
): Promise<FactsBlock | null> {
  const known = blocks.get(key);
  if (known !== undefined) return known;
  if (blocks.size >= LIMITS.factsKeysPerRun || !budget.affords(2, reserve)) return null;
  const block = openBlock(await store.get(key));
  await store.prove([key], KEPT);
  if (block === null) throw new AppError(ERROR_CODES.recordUnreadable, 'The facts of tickets cannot be read');
  blocks.set(key, block);
  return block;
}

async function openFresh({ store }: BookRun, pages: Pages): Promise<Map<number, TicketFacts>> {
  if (pages.fresh !== null) return pages.fresh;
  pages.fresh = openNewFacts(await store.get(KEYS.newFacts));
  await store.prove([KEYS.newFacts], KEPT);
  return pages.fresh;
}

function byTicket(told: readonly TicketFacts[]): ReadonlyMap<number, readonly TicketFacts[]> {
  const sorted = new Map<number, TicketFacts[]>();
  for (const facts of told) sorted.set(facts.ticketId, [...(sorted.get(facts.ticketId) ?? []), facts]);
  return sorted;
}

/** What holds of a ticket by what its key, the new facts and these tell. */
function holding(
  { blocks, fresh }: Pages,
  ticketId: number,
  more: readonly TicketFacts[],
): TicketFacts | null {
  const kept = blocks.get(KEY_OF.facts(ticketId))?.get(ticketId);
  const stored = [kept?.kind === 'known' ? kept.facts : null, fresh?.get(ticketId) ?? null, ...more];
  const [first, ...others] = stored.filter((each) => each !== null);
  return first === undefined ? null : factsThatHold([first, ...others]);
}

/** Moves new facts into their key, and notes for which waiting replies they came. */
function enter(pages: Pages, key: string, block: FactsBlock, fresh: Map<number, TicketFacts>): void {
  const ofKey = [...fresh.keys()].filter((id) => KEY_OF.facts(id) === key);
  for (const ticketId of ofKey) {
    const facts = holding(pages, ticketId, []);
    const before = block.get(ticketId);
    if (before?.kind === 'awaited') pages.came.set(ticketId, before.waitingKey);
    if (facts !== null) block.set(ticketId, { kind: 'known', facts });
    fresh.delete(ticketId);
  }
}

/** Writes a key; one that tells more groups apart than it can hold forgets the tickets that changed longest ago. @ops 1 */
async function write({ store, now }: BookRun, key: string, block: FactsBlock): Promise<void> {
  let stored = storeBlock(block, now());
  while (stored === null) {
    const known = [...block].flatMap(([id, kept]) => (kept.kind === 'known' ? [{ id, ...kept.facts }] : []));
    known.sort((a, b) => a.changedAt - b.changedAt);
    for (const { id } of known.slice(0, Math.ceil(known.length / 2))) block.delete(id);
    stored = storeBlock(block, now());
  }
  await store.set(key, stored, KEPT);
}

/** The keys that get their facts in this run: those in which replies begin to wait, then those with most new facts. */
function keysToWrite({ marked, blocks }: Pages, fresh: ReadonlyMap<number, TicketFacts>): readonly string[] {
  const counts = new Map([...marked].map((key) => [key, Infinity]));
  for (const ticketId of fresh.keys()) {
    const key = KEY_OF.facts(ticketId);
    const kept = blocks.get(key)?.get(ticketId);
    counts.set(key, (counts.get(key) ?? 0) + (kept?.kind === 'awaited' ? Infinity : 1));
  }
  return [...counts].sort(([, a], [, b]) => (a === b ? 0 : b - a)).map(([key]) => key);
}

/** Notes what these tell and is not stored. */
function note(pages: Pages, fresh: Map<number, TicketFacts>, told: readonly TicketFacts[]): void {
  for (const [ticketId, ofTicket] of byTicket(told)) {
    const stored = holding(pages, ticketId, []);
    const holds = holding(pages, ticketId, ofTicket);
    // What is stored already needs no note: events come twice, and records are read again until they go.
    const isNew = SHOWN.some((field) => stored?.[field] !== holds?.[field]);
    if (holds !== null && isNew) fresh.set(ticketId, holds);
  }
}

/** Moves new facts into the keys that get theirs in this run; returns these. @ops 1 a key that was not open */
async function fillKeys(
  run: BookRun,
  pages: Pages,
  fresh: Map<number, TicketFacts>,
  reserve: Reserve,
): Promise<ReadonlyMap<string, FactsBlock>> {
  const filled = new Map<string, FactsBlock>();
  for (const key of keysToWrite(pages, fresh)) {
    const isMarked = pages.marked.has(key);
    if (!isMarked && filled.size >= LIMITS.factsKeysToAdd) break;
    // Whoever notes what is awaited has made sure of the operations.
    const mayWrite = isMarked || run.budget.affords(3, reserve);
    const block = mayWrite ? await openKey(run, pages, key, reserve) : null;
    if (block === null) continue;
    enter(pages, key, block, fresh);
    filled.set(key, block);
  }
  return filled;
}

async function keep(
  run: BookRun,
  pages: Pages,
  told: readonly TicketFacts[],
  beforeWrite: () => Promise<void>,
  reserve: Reserve = 'ledger',
): Promise<ReadonlySet<number>> {
  const fresh = await openFresh(run, pages);
  const before = JSON.stringify(storeNewFacts(fresh));
  note(pages, fresh, told);
  const filled = await fillKeys(run, pages, fresh, reserve);
  if (pages.came.size > 0) await beforeWrite();
  for (const [key, block] of filled) {
    await write(run, key, block);
    pages.marked.delete(key);
  }
  const noted = new Map([...fresh].slice(0, LIMITS.factsNew));
  const record = storeNewFacts(noted);
  if (JSON.stringify(record) !== before) await run.store.set(KEYS.newFacts, record, KEPT);
  const unsafe = new Set([...fresh.keys()].filter((id) => !noted.has(id)));
  return new Set(told.map(({ ticketId }) => ticketId).filter((id) => !unsafe.has(id)));
}

/** The book of a run, with nothing open. */
export function createFactsBook(run: BookRun): FactsBook {
  const pages: Pages = {
    ...{ blocks: new Map(), fresh: null, heard: new Map() },
    ...{ came: new Map(), marked: new Set() },
  };
  const blockOf = (ticketId: number): FactsBlock | undefined => pages.blocks.get(KEY_OF.facts(ticketId));
  return {
    async hear(told) {
      await openFresh(run, pages);
      for (const [ticketId, ofTicket] of byTicket(told))
        pages.heard.set(ticketId, [...(pages.heard.get(ticketId) ?? []), ...ofTicket]);
    },
    async open(ticketIds) {
      const keys = new Set(ticketIds.map((id) => KEY_OF.facts(id)));
      for (const key of keys) await openKey(run, pages, key);
    },
    hasNew: () => (pages.fresh?.size ?? 0) > 0,
    of(ticketId) {
      if (blockOf(ticketId) === undefined) return undefined;
      return holding(pages, ticketId, pages.heard.get(ticketId) ?? []);
    },
    await(ticketId, waitingKey) {
      const block = blockOf(ticketId);
      if (block === undefined) return;
      block.set(ticketId, { kind: 'awaited', waitingKey });
      pages.marked.add(KEY_OF.facts(ticketId));
    },
    awaitedIn(ticketId) {
      const kept = blockOf(ticketId)?.get(ticketId);
      return kept?.kind === 'awaited' ? kept.waitingKey : null;
    },
    came: () => pages.came,
    keep: (told, beforeWrite, reserve) => keep(run, pages, told, beforeWrite, reserve),
  };
}
