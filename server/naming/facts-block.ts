import type { TicketFacts } from '../contacts/ticket-facts';
import { readDigits, writeDigits } from '../values/digits';
import { isEmptyRecord } from '../values/empty-record';
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

const WIDTHS = { flags: 1, source: 1, group: 2, second: 5 } as const;
const WIDTH = 9;
/** 1 January 2020, from which five characters count 34 years of seconds. */
const EPOCH_S = 1_577_836_800;
const BITS = { deleted: 1, spam: 2, alert: 4, isUpdate: 8, awaited: 16, known: 32 } as const;
const FLAGS = ['deleted', 'spam', 'alert', 'isUpdate'] as const;
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
      const bits = turned.reduce((sum, flag) => sum + BITS[flag], 0);
      return [ticketId, groupBefore === undefined ? NOT_TOLD : (groupBefore ?? 0), bits];
    });
}

type Numbers = readonly [flags: number, source: number, group: number, second: number];

function writeNumbers([flags, source, group, second]: Numbers): string {
  return (
    writeDigits(flags, WIDTHS.flags) +
    writeDigits(source, WIDTHS.source) +
    writeDigits(group, WIDTHS.group) +
    writeDigits(second, WIDTHS.second)
  );
}

/** What is told apart by its place in a list. */
interface Lists {
  readonly groups: number[];
  readonly sources: number[];
}

function numbersOf(kept: KeptFacts, { groups, sources }: Lists): Numbers {
  if (kept.kind === 'awaited') return [BITS.awaited, 0, kept.waitingKey, 0];
  const { facts } = kept;
  let flags: number = BITS.known;
  for (const flag of FLAGS) if (facts[flag]) flags += BITS[flag];
  const second = Math.max(0, Math.floor(facts.changedAt / 1000) - EPOCH_S);
  return [flags, placeIn(sources, facts.source), placeIn(groups, facts.groupId ?? 0), second];
}

/**
 * The value to store. `now` in milliseconds. Null: what has to be told apart is too much for one value; the block is then to
 * be thinned.
 */
export function storeBlock(block: FactsBlock, now: number): StoredBlock | null {
  const ids = [...block.keys()];
  const first = Math.min(...ids);
  const lists: Lists = { groups: [], sources: [] };
  const places = Array<string>(Math.max(...ids) - first + 1).fill('A'.repeat(WIDTH));
  for (const [id, kept] of block) places[id - first] = writeNumbers(numbersOf(kept, lists));
  const { groups, sources } = lists;
  if (groups.length > LIMITS.factsGroups || sources.length > LIMITS.factsSources) return null;
  return { v: 1, first, groups, sources, tickets: places.join(''), recent: recentOf(block, now) };
}

function readNumbers(text: string): Numbers {
  let at = 0;
  const next = (width: number): number => {
    at += width;
    return readDigits(text.slice(at - width, at)) ?? 0;
  };
  return [next(WIDTHS.flags), next(WIDTHS.source), next(WIDTHS.group), next(WIDTHS.second)];
}

function keptOf(ticketId: number, numbers: Numbers, { groups, sources }: StoredBlock): KeptFacts | null {
  const [flags, source, group, second] = numbers;
  if ((flags & BITS.awaited) !== 0) return { kind: 'awaited', waitingKey: group };
  if ((flags & BITS.known) === 0) return null;
  const has = (flag: (typeof FLAGS)[number]): boolean => (flags & BITS[flag]) !== 0;
  const groupId = groups[group] ?? 0;
  const facts = {
    ...{ ticketId, source: sources[source] ?? 0, groupId: groupId === 0 ? null : groupId },
    ...{ deleted: has('deleted'), spam: has('spam'), alert: has('alert'), isUpdate: has('isUpdate') },
    ...{ createdAt: null, requesterId: null, turned: [], changedAt: (second + EPOCH_S) * 1000 },
  };
  return { kind: 'known', facts };
}

/** Adds to the facts what their updates changed. */
function withRecent(block: FactsBlock, recent: StoredBlock['recent']): FactsBlock {
  for (const [id, before, bits] of recent) {
    const kept = block.get(id);
    if (kept?.kind !== 'known') continue;
    const turned = TURNED.filter((flag) => (bits & BITS[flag]) !== 0);
    const groupBefore = before === NOT_TOLD ? {} : { groupBefore: before === 0 ? null : before };
    block.set(id, { kind: 'known', facts: { ...kept.facts, ...groupBefore, turned } });
  }
  return block;
}

/** Opens a stored block; one without tickets for an empty record. Null when it cannot be read. */
export function openBlock(value: unknown): FactsBlock | null {
  if (isEmptyRecord(value)) return new Map();
  const isReadable = readField(value, 'v') === 1 && typeof readField(value, 'tickets') === 'string';
  if (!isReadable) return null;
  const stored = value as StoredBlock;
  const block: FactsBlock = new Map();
  for (let at = 0; at < stored.tickets.length; at += WIDTH) {
    const id = stored.first + at / WIDTH;
    const kept = keptOf(id, readNumbers(stored.tickets.slice(at, at + WIDTH)), stored);
    if (kept !== null) block.set(id, kept);
  }
  return withRecent(block, stored.recent);
}
