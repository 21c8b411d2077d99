import { fc } from '../../test/property';
import type { TicketFacts } from '../contacts/ticket-facts';
import { LIMITS } from '../values/limits';
import { jsonBytes } from '../values/json-bytes';
import { openBlock, storeBlock, type FactsBlock, type KeptFacts } from './facts-block';

const NOON = Date.parse('2026-11-05T12:00:00Z');

function facts(ticketId: number, changed: Partial<TicketFacts> = {}): TicketFacts {
  return {
    ticketId,
    source: 1,
    groupId: 351,
    ...{ deleted: false, spam: false, alert: false, isUpdate: true },
    ...{ createdAt: null, requesterId: null, turned: [], changedAt: NOON },
    ...changed,
  };
}

function known(ticketId: number, changed: Partial<TicketFacts> = {}): [number, KeptFacts] {
  return [ticketId, { kind: 'known', facts: facts(ticketId, changed) }];
}

const flag = fc.boolean();
const told = fc.record({
  source: fc.integer({ min: 0, max: 30 }),
  groupId: fc.option(fc.integer({ min: 150_000_000_000, max: 150_000_000_200 })),
  deleted: flag,
  spam: flag,
  alert: flag,
  isUpdate: flag,
  changedAt: fc.integer({ min: -7_000_000, max: 0 }).map((seconds) => NOON + seconds * 1000),
});
const kept = fc.oneof(
  told.map((changed): KeptFacts => ({ kind: 'known', facts: facts(0, changed) })),
  fc.integer({ min: 1, max: 4_000 }).map((waitingKey): KeptFacts => ({ kind: 'awaited', waitingKey })),
);

it('reads back what it wrote, whatever tickets a key has', () => {
  const entry = fc.tuple(fc.integer({ min: 9_000, max: 11_999 }), kept);
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 50 }), (entries) => {
      const block: FactsBlock = new Map(
        entries.map(([id, each]) => [
          id,
          each.kind === 'known' ? { ...each, facts: { ...each.facts, ticketId: id } } : each,
        ]),
      );
      const stored = JSON.parse(JSON.stringify(storeBlock(block, NOON))) as unknown;

      expect(openBlock(stored)).toEqual(new Map([...block].sort(([a], [b]) => a - b)));
    }),
  );
});

it('keeps what an update changed while another of its second may come', () => {
  const changed = { groupId: 400, groupBefore: 351, deleted: true, turned: ['deleted'] } as const;
  const block = new Map([known(9_000, changed), known(9_001, { groupBefore: null }), known(9_002)]);

  expect(openBlock(storeBlock(block, NOON + 1000))).toEqual(block);
  const later = openBlock(storeBlock(block, NOON + LIMITS.factsRecentMs));
  expect(later?.get(9_001)).toEqual(known(9_001)[1]);
});

it('holds a full key of an account with many groups', () => {
  const block = new Map(
    [...Array(LIMITS.factsTicketsPerKey).keys()].map((n) =>
      known(9_000 + n, { groupId: 150_000_000_000 + (n % LIMITS.factsGroups), groupBefore: 150_000_000_000 }),
    ),
  );

  expect(jsonBytes(storeBlock(block, NOON))).toBeLessThan(LIMITS.keyValueBytes);
});

it('does not store more groups than it can hold', () => {
  const block = new Map(
    [...Array(LIMITS.factsGroups + 1).keys()].map((n) => known(9_000 + n, { groupId: n + 1 })),
  );

  expect(storeBlock(block, NOON)).toBeNull();
});

it('opens an empty record, and no record of another version', () => {
  expect(openBlock({ v: 1 })).toEqual(new Map());
  expect(openBlock({ v: 2, tickets: '' })).toBeNull();
});
