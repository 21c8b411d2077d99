import { fc } from '../../test/property';
import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { createLedger, type LedgerContact } from './ledger';
import { MARKS, type Mark } from './ticket-bits';

const HOUR_MS = 3_600_000;
const FIRST_HOUR = Date.parse('2026-11-05T10:00:00Z');

interface Growth {
  readonly contact: LedgerContact;
  readonly mark: Mark;
  readonly alsoUnknown: boolean;
}

const contacts: fc.Arbitrary<LedgerContact> = fc
  .record({
    kind: fc.constantFrom('ticket', 'unknown', 'reply'),
    id: fc.integer({ min: 1, max: 12 }),
    ticketId: fc.constantFrom(1, 2, 49_999, 50_000, 50_001, 123_456),
    hour: fc.integer({ min: 0, max: 2 }),
    second: fc.integer({ min: 0, max: 3599 }),
  })
  .map(({ kind, id, ticketId, hour, second }) => ({
    contactId: `${kind}:${kind === 'reply' ? id : ticketId}`,
    ticketId,
    // A reply's hour follows from its id: it was written once.
    occurredAt: FIRST_HOUR + (kind === 'reply' ? id % 3 : hour) * HOUR_MS + second * 1000,
  }));
const growths: fc.Arbitrary<Growth> = fc.record({
  contact: contacts,
  mark: fc.constantFrom(...MARKS),
  alsoUnknown: fc.boolean(),
});

/** What the marks ought to be: each the strongest that was ever given. */
function expected(all: readonly Growth[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  const grow = (id: string, mark: Mark): void => {
    if (MARKS.indexOf(mark) > MARKS.indexOf(marks.get(id) ?? 'none')) marks.set(id, mark);
  };
  for (const { contact, mark, alsoUnknown } of all) {
    grow(contact.contactId, mark);
    if (alsoUnknown && contact.contactId.startsWith('ticket:')) grow(`unknown:${contact.ticketId}`, mark);
  }
  return marks;
}

it('a mark only ever grows, whatever comes in whatever order over however many runs, and no other mark changes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(growths, { maxLength: 8 }), { maxLength: 6 }), async (runs) => {
      const store = createMemoryKeyValueStore();
      for (const run of runs) {
        const ledger = createLedger(store);
        for (const { contact, mark, alsoUnknown } of run) {
          await ledger.load([contact]);
          ledger.raise(contact, mark, alsoUnknown);
        }
        await ledger.save();
      }
      const all = runs.flat();
      const marks = expected(all);
      const ledger = createLedger(store);
      await ledger.load(all.map(({ contact }) => contact));
      for (const { contact } of all)
        expect(ledger.markOf(contact)).toBe(marks.get(contact.contactId) ?? 'none');
      for (const ticketId of [3, 50_002]) {
        const other = { contactId: `ticket:${ticketId}`, ticketId, occurredAt: FIRST_HOUR };
        await ledger.load([other]);
        expect(ledger.markOf(other)).toBe('none');
      }
    }),
    { numRuns: 150 },
  );
});

it('a run killed between two writes of the ledger leaves each key as before or after, never half', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(growths, { minLength: 1, maxLength: 10 }),
      fc.nat({ max: 5 }),
      async (run, kept) => {
        const store = createMemoryKeyValueStore();
        const ledger = createLedger(store);
        for (const { contact, mark, alsoUnknown } of run) {
          await ledger.load([contact]);
          ledger.raise(contact, mark, alsoUnknown);
        }
        let writes = 0;
        store.onOperation = () => {
          writes += 1;
          return writes > kept ? 'kill before' : 'go';
        };
        void ledger.save().catch(() => undefined);
        await new Promise((resolve) => setImmediate(resolve));
        store.revive();
        store.onOperation = () => 'go';
        const after = createLedger(store);
        await after.load(run.map(({ contact }) => contact));
        const marks = expected(run);
        for (const { contact } of run)
          expect(['none', marks.get(contact.contactId) ?? 'none']).toContain(after.markOf(contact));
      },
    ),
    { numRuns: 100 },
  );
});
