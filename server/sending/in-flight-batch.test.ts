import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { createCalendar } from '../values/calendar';
import { UNKNOWN_QUEUES } from '../contacts/queue';
import { LIMITS } from '../values/limits';
import { REPAIRED } from '../volumes/counts';
import {
  markAccepted,
  NO_BATCH,
  hasRoomForBatch,
  beginBatch,
  readInFlight,
  writeInFlight,
  type InFlightBatch,
} from './in-flight-batch';
import type { NamedContact } from '../naming/named-contact';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const TOOLS = { calendar: createCalendar(null), queues: { indexOf: () => 3 } };
const EMAIL = {
  identifier: 'freshdesk:351:1:tickets',
  name: 'Billing email Tickets',
  channel: 'cases',
} as const;

function contact(ticketId: number, unknown = false): NamedContact {
  return {
    contactId: `ticket:${ticketId}`,
    ticketId,
    occurredAt: NOON + ticketId * 1000,
    queue: unknown ? UNKNOWN_QUEUES.tickets : EMAIL,
    unknown,
    recordIds: ['M-1'],
  };
}

it('notes of each contact its id, second, queue, ticket and whether it counts as Unknown', () => {
  const note = beginBatch(NO_BATCH, [contact(7), contact(8, true), contact(9)], {
    origin: 'outbox',
    at: NOON,
  });

  expect(note).toEqual({
    ...NO_BATCH,
    number: 1,
    origin: 'outbox',
    at: NOON,
    queues: ['freshdesk:351:1:tickets', 'freshdesk:unknown:tickets'],
    contacts: [
      ['ticket:7', NOON / 1000 + 7, 0, 7, 0],
      ['ticket:8', NOON / 1000 + 8, 1, 8, 1],
      ['ticket:9', NOON / 1000 + 9, 0, 9, 0],
    ],
    newestAt: NOON + 9000,
  });
});

it('keeps when the newest contact happened, whatever comes later, those of the history apart', () => {
  const first = beginBatch(NO_BATCH, [contact(9)], { origin: 'outbox', at: NOON });
  const past = beginBatch(first, [contact(12)], { origin: 'history', at: NOON, past: true });

  const parked = beginBatch(past, [contact(99)], {
    origin: 'outbox',
    at: NOON,
    outcome: { kind: 'parked', reason: 'invalid' },
  });

  expect(beginBatch(parked, [contact(7)], { origin: 'scan', at: NOON }).newestAt).toBe(NOON + 9000);
});

it('counts on from the batch before, whose outcome it forgets', () => {
  const before = markAccepted(
    beginBatch(NO_BATCH, [contact(7)], { origin: 'outbox', at: NOON }),
    NOON,
    TOOLS,
  );

  expect(beginBatch(before, [contact(8)], { origin: 'scan', at: NOON })).toMatchObject({
    number: 2,
    origin: 'scan',
    outcome: null,
    accepted: 1,
  });
});

it('remembers which held batch its contacts came from, until the next batch begins', () => {
  const note = beginBatch(NO_BATCH, [contact(7)], { origin: 'held', at: NOON, from: 5 });

  expect(note.from).toBe(5);
  expect(beginBatch(note, [contact(8)], { origin: 'outbox', at: NOON }).from).toBeNull();
});

it.each([
  ['outbox', 0],
  ['scan', 2],
  ['history', 0],
  ['held', 0],
] as const)('adds what was accepted from the %s to the totals', (origin, repaired) => {
  const note = markAccepted(
    beginBatch(NO_BATCH, [contact(7), contact(8)], { origin, at: NOON }),
    NOON + 5,
    TOOLS,
  );

  expect(note).toMatchObject({
    outcome: { kind: 'accepted', at: NOON + 5 },
    accepted: 2,
    repaired,
    acceptedAt: NOON + 5,
  });
  expect(Object.keys(note.pendingTrend).includes(REPAIRED)).toBe(repaired > 0);
});

it.each([
  ['outbox', true],
  ['scan', true],
  ['history', false],
  ['held', false],
] as const)('tells how long contacts of the %s took only when they are live: %s', (origin, isLive) => {
  const note = markAccepted(beginBatch(NO_BATCH, [contact(7)], { origin, at: NOON }), NOON + 60_000, TOOLS);

  expect(note.delays.days).toEqual([[Math.floor(NOON / 86_400_000), 1]]);
  expect(note.delays.delays?.worstSeconds).toBe(isLive ? 53 : undefined);
});

it('has room for a batch until what it carries besides is too long, whatever batch it had', () => {
  const full = (length: number): InFlightBatch => ({ ...NO_BATCH, pendingTrend: { 0: 'x'.repeat(length) } });
  const room = LIMITS.inFlightBytesBesidesBatch - JSON.stringify(full(0)).length;
  const contacts = Array.from({ length: 200 }, (_each, n) => contact(n));

  expect(hasRoomForBatch(full(room))).toBe(true);
  expect(hasRoomForBatch(full(room + 1))).toBe(false);
  expect(hasRoomForBatch(beginBatch(full(room - 50), contacts, { origin: 'outbox', at: NOON }))).toBe(true);
});

it('is read as it was written', async () => {
  const store = createMemoryKeyValueStore();
  const note = markAccepted(beginBatch(NO_BATCH, [contact(7)], { origin: 'outbox', at: NOON }), NOON, TOOLS);

  expect(await readInFlight(store)).toEqual(NO_BATCH);
  await writeInFlight(store, note);

  expect(await readInFlight(store)).toEqual(note);
});

it.each([
  [{ v: 2 }],
  [{ v: 2, number: 3, contacts: [] }],
  [{ v: 1, number: 3 }],
  [{ v: 1, contacts: [] }],
  [{ v: 1, number: '3', contacts: [] }],
])('stops at %j before anything is sent on a guess', async (stored) => {
  const store = createMemoryKeyValueStore();
  await store.set('in_flight', stored);

  await expect(readInFlight(store)).rejects.toMatchObject({ code: 'record_unreadable' });
});

it('fits into one value with 200 contacts of 200 queues', () => {
  const contacts = Array.from({ length: LIMITS.batchContacts }, (_each, n) => ({
    ...contact(1_000_000_000 + n),
    contactId: `reply:${900_000_000_000 + n}`,
    queue: { ...EMAIL, identifier: `freshdesk:${67_000_000_000 + n}:1001:replies` },
  }));

  const note = beginBatch(NO_BATCH, contacts, { origin: 'outbox', at: NOON });

  expect(Buffer.byteLength(JSON.stringify(note))).toBeLessThan(LIMITS.keyValueBytes);
});
