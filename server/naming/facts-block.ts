import type { TicketFacts } from '../contacts/ticket-facts';
import { readDigits, writeDigits } from '../values/digits';
import { isEmptyRecord } from '../values/empty-record';
import { readFlags, writeFlags } from '../values/flag-bits';
import { LIMITS } from '../values/limits';
import { readField } from '../values/read-field';

/** What a block keeps of a ticket: its facts, or that a reply waits for them in this key of waiting contacts. */
export type KeptFacts =
  | { readonly kind: 'known'; readonly facts: TicketFacts }
  | { readonly kind: 'awaited'; readonly waitingKey: number };

/** The facts of the tickets of one key, by ticket id. */
export type FactsBlock = Map<number, KeptFacts>;

/** What an update changed, kept while another update of the same second may still come. */
type Recent = readonly [ticketId: number, groupBefore: number, turned: number];

/** The value under `facts:<n>`. */
interface StoredBlock {
  readonly v: 1;
  readonly first: number;
  readonly groups: readonly number[];
  readonly sources: readonly number[];
  /** Nine characters a ticket, from `first` on: flags, source, group or key, second of change. */
  readonly tickets: string;
  readonly recent: readonly Recent[];
}

/** Where a ticket's numbers stand among its nine characters. */
const PLACES = [
  [0, 1],
  [1, 2],
  [2, 4],
  [4, 9],
] as const;
type Numbers = readonly [flags: number, source: number, groupOrKey: number, second: number];

const WIDTH = 9;
/** 1 January 2020, from which five characters count 34 years of seconds. */
const EPOCH_S = 1_577_836_800;
const TOLD = ['deleted', 'spam', 'alert', 'isUpdate'] as const;
const FLAGS = [...TOLD, 'awaited', 'known'] as const;
const TURNED = ['deleted', 'spam'] as const;
const NOT_TOLD = -1;

function placeIn(list: number[], value: number): number {
  const place = list.indexOf(value);
  return place === -1 ? list.push(value) - 1 : place;
}

/** The changes of the updates of the last minutes, the newest first. */
function recentOf(block: FactsBlock, now: number): readonly Recent[] {
  const told = [...block.values()].flatMap((kept) => (kept.kind === 'known' ? [kept.facts] : []));
  return told
    .filter(({ changedAt, turned, groupBefore }) => {
      const isRecent = Math.abs(now - changedAt) < LIMITS.factsRecentMs;
      return isRecent && (turned.length > 0 || groupBefore !== undefined);
    })
    .sort((a, b) => b.changedAt - a.changedAt)
    .slice(0, LIMITS.factsRecent)
    .map(({ ticketId, groupBefore, turned }) => {
      const before = groupBefore === undefined ? NOT_TOLD : (groupBefore ?? 0);
      return [ticketId, before, writeFlags(TURNED, turned)];
    });
}

/** What is written of a ticket; groups and sources that are new get a place in their lists. */
function numbersOf(kept: KeptFacts, groups: number[], sources: number[]): Numbers {
  if (kept.kind === 'awaited') return [writeFlags(FLAGS, ['awaited']), 0, kept.waitingKey, 0];
  const { facts } = kept;
  const told = TOLD.filter((flag) => facts[flag]);
  return [
    writeFlags(FLAGS, ['known', ...told]),
    placeIn(sources, facts.source),
    placeIn(groups, facts.groupId ?? 0),
    Math.max(0, Math.floor(facts.changedAt / 1000) - EPOCH_S),
  ];
}

/**
 * The value to store. `now` in milliseconds. Null: what has to be told apart is too much for one value; the block is then to
 * be thinned.
 */
export function storeBlock(block: FactsBlock, now: number): StoredBlock | null {
  const ids = [...block.keys()];
  const first = Math.min(...ids);
  const groups: number[] = [];
  const sources: number[] = [];
  const places = Array<string>(Math.max(...ids) - first + 1).fill('A'.repeat(WIDTH));
  for (const [id, kept] of block) {
    const numbers = numbersOf(kept, groups, sources);
    const texts = PLACES.map(([from, to], at) => writeDigits(numbers[at] ?? 0, to - from));
    places[id - first] = texts.join('');
  }
  if (groups.length > LIMITS.factsGroups || sources.length > LIMITS.factsSources) return null;
  return { v: 1, first, groups, sources, tickets: places.join(''), recent: recentOf(block, now) };
}

function readEntry(text: string, { sources, groups }: StoredBlock, ticketId: number): KeptFacts | null {
  const numbers = PLACES.map(([from, to]) => readDigits(text.slice(from, to)) ?? 0);
  const [flags, source, groupOrKey, second] = numbers as unknown as Numbers;
  const set = readFlags(FLAGS, flags);
  if (set.includes('awaited')) return { kind: 'awaited', waitingKey: groupOrKey };
  if (!set.includes('known')) return null;
  const facts = {
    ...{ ticketId, source: sources[source] ?? 0, groupId: groups[groupOrKey] || null },
    ...{ deleted: set.includes('deleted'), spam: set.includes('spam') },
    ...{ alert: set.includes('alert'), isUpdate: set.includes('isUpdate') },
    ...{ createdAt: null, requesterId: null, turned: [], changedAt: (second + EPOCH_S) * 1000 },
  };
  return { kind: 'known', facts };
}

/** Adds what the newest updates changed. */
function addRecent(block: FactsBlock, recent: readonly Recent[]): void {
  for (const [ticketId, before, bits] of recent) {
    const kept = block.get(ticketId);
    if (kept?.kind !== 'known') continue;
    const groupBefore = before === NOT_TOLD ? {} : { groupBefore: before || null };
    const facts = { ...kept.facts, ...groupBefore, turned: readFlags(TURNED, bits) };
    block.set(ticketId, { kind: 'known', facts });
  }
}

/** Opens a stored block; one without tickets for an empty record. Null when it cannot be read. */
export function openBlock(value: unknown): FactsBlock | null {
  const block: FactsBlock = new Map();
  if (isEmptyRecord(value)) return block;
  if (readField(value, 'v') !== 1 || typeof readField(value, 'tickets') !== 'string') return null;
  const stored = value as StoredBlock;
  for (let at = 0; at < stored.tickets.length; at += WIDTH) {
    const ticketId = stored.first + at / WIDTH;
    const kept = readEntry(stored.tickets.slice(at, at + WIDTH), stored, ticketId);
    if (kept !== null) block.set(ticketId, kept);
  }
  addRecent(block, stored.recent);
  return block;
}
