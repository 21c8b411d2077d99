import { fc } from '../../test/property';
import { createMemoryKeyValueStore, type MemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { createCalendar } from '../values/calendar';
import { UNKNOWN_QUEUES } from '../contacts/queue';
import { createLedger } from '../ledger/ledger';
import { markAccepted, NO_BATCH, beginBatch, type InFlightBatch } from './in-flight-batch';
import type { NamedContact } from '../naming/named-contact';
import { createRunStore } from '../platform/run-store';
import { createSlice } from '../values/slice';
import { NOTHING_HELD } from './sending-state';
import { settleBatch, type SettledBatch } from './settle-batch';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const QUEUE = {
  identifier: 'freshdesk:351:1:tickets',
  name: 'Billing email Tickets',
  channel: 'cases',
} as const;

function contact(contactId: string, ticketId: number, unknown = false): NamedContact {
  const queue = unknown ? UNKNOWN_QUEUES.tickets : QUEUE;
  return { contactId, ticketId, occurredAt: NOON, queue, unknown, recordIds: [] };
}

const CONTACTS = [contact('ticket:7', 7), contact('reply:900', 7), contact('ticket:8', 8, true)];
const TOOLS = { calendar: createCalendar(null), queues: { indexOf: () => 0 } };
const NOTED = beginBatch({ ...NO_BATCH, number: 4 }, CONTACTS, { origin: 'outbox', at: NOON });
const ACCEPTED = markAccepted(NOTED, NOON + 1000, TOOLS);
const PARKED: InFlightBatch = { ...NOTED, outcome: { kind: 'parked', reason: 'refused' } };

function settle(note: InFlightBatch, memory: MemoryKeyValueStore): Promise<SettledBatch> {
  const store = createRunStore(memory, { spend: () => undefined });
  return settleBatch(note, {
    store,
    held: createSlice(NOTHING_HELD),
    ledger: createLedger(store),
    queues: { indexOf: (identifier) => (identifier === QUEUE.identifier ? 0 : 1) },
    now: () => NOON,
    settleResume: () => Promise.resolve(),
  });
}

async function marks(store: MemoryKeyValueStore) {
  const ledger = createLedger(store);
  await ledger.load(CONTACTS);
  return {
    contacts: CONTACTS.map((each) => ledger.markOf(each)),
    unknown: [7, 8].map((ticketId) => ledger.ticketMark(ticketId, 'unknown')),
  };
}

it('settles and counts accepted contacts, and holds nothing', async () => {
  const store = createMemoryKeyValueStore();

  expect(await settle(ACCEPTED, store)).toMatchObject({ held: null, shrunk: null, uncounted: [] });

  expect(await marks(store)).toEqual({
    contacts: ['settled', 'settled', 'settled'],
    unknown: ['none', 'settled'],
  });
  expect(store.valueOf('counts:2026-11-05')).toEqual({
    v: 1,
    last: 5,
    queues: { '0': '1c:2', '1': '1c:1' },
  });
});

it.each([
  ['whose outcome is not known', NOTED, 'unclear', 'unclear'],
  ['that injixo refused', PARKED, 'parked', 'refused'],
] as const)(
  'holds the contacts of a batch %s, in doubt and not counted',
  async (_what, note, reason, code) => {
    const store = createMemoryKeyValueStore();

    const settled = await settle(note, store);

    expect(settled).toMatchObject({
      held: { number: 5, reason, contacts: 3, at: NOON },
      shrunk: null,
      uncounted: [],
    });
    expect(store.valueOf('held:5')).toEqual({
      v: 1,
      number: 5,
      reason,
      code,
      at: NOON,
      queues: note.queues,
      contacts: note.contacts,
    });
    expect(await marks(store)).toEqual({
      contacts: ['held', 'held', 'held'],
      unknown: ['none', 'held'],
    });
    expect(Object.keys(store.snapshot()).some((key) => key.startsWith('counts'))).toBe(false);
  },
);

describe('contacts that are sent again from a held batch', () => {
  async function heldBefore() {
    const store = createMemoryKeyValueStore();
    await settle({ ...NOTED, number: 2 }, store);
    return store;
  }
  const part = beginBatch({ ...NO_BATCH, number: 7 }, CONTACTS.slice(0, 2), {
    origin: 'held',
    at: NOON,
    from: 2,
  });

  it('leave it when they are accepted', async () => {
    const store = await heldBefore();

    const settled = await settle(markAccepted(part, NOON, TOOLS), store);

    expect(settled).toMatchObject({ held: null, shrunk: { number: 2, contacts: 1 }, uncounted: [] });
    expect(store.valueOf('held:2')).toMatchObject({ contacts: [['ticket:8', NOON / 1000, 1, 8, 1]] });
    expect((await marks(store)).contacts).toEqual(['settled', 'settled', 'held']);
  });

  it('are held under the new number when it is unclear again', async () => {
    const store = await heldBefore();

    const settled = await settle(part, store);

    expect(settled).toMatchObject({
      held: { number: 8, contacts: 2 },
      shrunk: { number: 2, contacts: 1 },
      uncounted: [],
    });
  });

  it('may be settled twice', async () => {
    const store = await heldBefore();
    const once = await settle(markAccepted(part, NOON, TOOLS), store);
    const snapshot = store.snapshot();

    expect(await settle(markAccepted(part, NOON, TOOLS), store)).toEqual(once);
    expect(store.snapshot()).toEqual(snapshot);
  });
});

it('comes to the same end wherever it was killed before, and however often it is done', async () => {
  const note = fc.constantFrom(NOTED, ACCEPTED, PARKED);
  const kill = fc.record({
    at: fc.integer({ min: 1, max: 12 }),
    verdict: fc.constantFrom('kill before' as const, 'kill after' as const, 'refuse after' as const),
  });
  await fc.assert(
    fc.asyncProperty(note, fc.array(kill, { maxLength: 4 }), async (given, kills) => {
      const whole = createMemoryKeyValueStore();
      const expected = await settle(given, whole);

      const store = createMemoryKeyValueStore();
      for (const { at, verdict } of kills) {
        const before = store.operations().length;
        store.onOperation = ({ n }) => (n === before + at ? verdict : 'go');
        await settle(given, store).catch(() => undefined);
        store.revive();
      }

      expect(await settle(given, store)).toEqual(expected);
      expect(store.snapshot()).toEqual(whole.snapshot());
    }),
  );
});

it('never weakens what the ledger knows better', async () => {
  const store = createMemoryKeyValueStore();
  await settle(ACCEPTED, store);

  await settle({ ...NOTED, number: 6 }, store);

  expect((await marks(store)).contacts).toEqual(['settled', 'settled', 'settled']);
});
