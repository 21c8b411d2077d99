import { fc } from '../../test/property';
import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { createLedger, ledgerKey, type Ledger, type LedgerContact } from './ledger';
import { MARKS, type Mark } from './ticket-bits';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const TICKET: LedgerContact = { contactId: 'ticket:7', ticketId: 7, occurredAt: NOON };
const UNKNOWN: LedgerContact = { contactId: 'unknown:7', ticketId: 7, occurredAt: NOON + 60_000 };
const REPLY: LedgerContact = { contactId: 'reply:900', ticketId: 7, occurredAt: NOON + 61_000 };

function reply(conversationId: number, second = 0): LedgerContact {
  return { contactId: `reply:${conversationId}`, ticketId: 7, occurredAt: NOON + second * 1000 };
}

function replies(count: number, first = 1): readonly LedgerContact[] {
  return [...Array(count).keys()].map((n) => reply(first + n, n % 3600));
}

async function openLedger(store = createMemoryKeyValueStore(), contacts = [TICKET, UNKNOWN, REPLY]) {
  const ledger = createLedger(store);
  await ledger.load(contacts);
  return { store, ledger };
}

function growAll(ledger: Ledger, contacts: readonly LedgerContact[], mark: Mark): void {
  for (const contact of contacts) ledger.raise(contact, mark, false);
}

it('keeps a ticket and its Unknown contact under the number of the ticket, a reply under its hour', () => {
  expect(ledgerKey(TICKET)).toBe('tickets:0');
  expect(ledgerKey(UNKNOWN)).toBe('tickets:0');
  expect(ledgerKey({ ...TICKET, ticketId: 50_000 })).toBe('tickets:1');
  expect(ledgerKey(REPLY)).toBe('replies:2026-11-05T12');
});

it('knows nothing of a contact that was never sent', async () => {
  const { ledger } = await openLedger();

  expect([TICKET, UNKNOWN, REPLY].map((contact) => ledger.markOf(contact))).toEqual(['none', 'none', 'none']);
});

it('marks a ticket, its Unknown contact and a reply each for itself', async () => {
  const { ledger } = await openLedger();

  ledger.raise(TICKET, 'settled', false);
  ledger.raise(REPLY, 'held', false);

  expect([TICKET, UNKNOWN, REPLY].map((contact) => ledger.markOf(contact))).toEqual([
    'settled',
    'none',
    'held',
  ]);
});

it('marks both contacts of a ticket that counts as Unknown itself', async () => {
  const { ledger } = await openLedger();

  ledger.raise(TICKET, 'settled', true);

  expect(ledger.ticketMark(7, 'own')).toBe('settled');
  expect(ledger.ticketMark(7, 'unknown')).toBe('settled');
});

it('does not mark the ticket of an Unknown contact, nor that of a reply in the Unknown queue', async () => {
  const { ledger } = await openLedger();

  ledger.raise(UNKNOWN, 'settled', true);
  ledger.raise(REPLY, 'settled', true);

  expect(ledger.ticketMark(7, 'own')).toBe('none');
  expect(ledger.ticketMark(7, 'unknown')).toBe('settled');
});

it('remembers what was saved, and nothing else', async () => {
  const { store, ledger } = await openLedger();
  ledger.raise(TICKET, 'settled', false);
  await ledger.save();
  ledger.raise(REPLY, 'settled', false);

  const { ledger: next } = await openLedger(store);

  expect(next.markOf(TICKET)).toBe('settled');
  expect(next.markOf(REPLY)).toBe('none');
});

it('writes each changed key once, and none that did not change', async () => {
  const { store, ledger } = await openLedger();
  growAll(ledger, [TICKET, UNKNOWN, { ...TICKET, contactId: 'ticket:8', ticketId: 8 }], 'settled');
  const before = store.operations().length;

  await ledger.save();
  expect(store.operations().slice(before)).toMatchObject([{ verb: 'set', key: 'tickets:0' }]);

  growAll(ledger, [TICKET, UNKNOWN], 'held');
  await ledger.save();
  expect(store.operations()).toHaveLength(before + 1);
});

it('writes again what it could not write', async () => {
  const { store, ledger } = await openLedger();
  ledger.raise(TICKET, 'settled', false);
  ledger.raise(REPLY, 'settled', false);
  store.onOperation = () => 'refuse before';

  await expect(ledger.save()).rejects.toMatchObject({ code: 'store_failed' });
  store.onOperation = () => 'go';
  await ledger.save();

  const { ledger: next } = await openLedger(store);
  expect([next.markOf(TICKET), next.markOf(REPLY)]).toEqual(['settled', 'settled']);
});

it('reads each key once, and says what that took', async () => {
  const store = createMemoryKeyValueStore();
  const ledger = createLedger(store);
  const contacts = [TICKET, UNKNOWN, REPLY, reply(901), { ...REPLY, occurredAt: NOON + 3_600_000 }];

  expect(ledger.isLoaded(TICKET)).toBe(false);
  expect(await ledger.load(contacts)).toBe(3);

  expect(store.operations().map(({ verb, key }) => `${verb} ${key}`)).toEqual([
    'get tickets:0',
    'get replies:2026-11-05T12',
    'get replies:2026-11-05T13',
  ]);
  expect(ledger.isLoaded(TICKET)).toBe(true);
  expect(await ledger.load(contacts)).toBe(0);
});

it('refuses to answer for a key that is not open', async () => {
  const { ledger } = await openLedger(undefined, [TICKET]);

  expect(() => ledger.markOf(REPLY)).toThrow(expect.objectContaining({ code: 'record_unreadable' }) as Error);
  expect(() => ledger.raise(REPLY, 'settled', false)).toThrow();
  expect(() => ledger.ticketMark(50_000, 'own')).toThrow();
});

it.each([['tickets:0'], ['replies:2026-11-05T12']])(
  'stops at a record under %s that it cannot read',
  async (key) => {
    const store = createMemoryKeyValueStore();
    await store.set(key, { v: 2 });

    await expect(openLedger(store)).rejects.toMatchObject({ code: 'record_unreadable' });
  },
);

describe('an hour with more than 1,500 replies', () => {
  it('goes on in the next part, and every reply is known afterwards', async () => {
    const all = replies(3_200);
    const { store, ledger } = await openLedger(undefined, [...all]);
    growAll(ledger, all, 'settled');
    await ledger.save();

    expect(Object.keys(store.snapshot()).sort()).toEqual([
      'replies:2026-11-05T12',
      'replies:2026-11-05T12:1',
      'replies:2026-11-05T12:2',
    ]);
    const { ledger: next } = await openLedger(store, [...all]);
    expect(new Set(all.map((contact) => next.markOf(contact)))).toEqual(new Set(['settled']));
    expect(next.markOf(reply(4_000))).toBe('none');
  });

  it('goes on behind exactly 1,500 that an earlier run left', async () => {
    const { store, ledger } = await openLedger(undefined, [reply(1)]);
    growAll(ledger, replies(1_500), 'settled');
    await ledger.save();

    const { ledger: next } = await openLedger(store, [reply(1)]);
    next.raise(reply(9_000), 'held', false);
    await next.save();

    const { ledger: last } = await openLedger(store, [reply(1)]);
    expect(last.markOf(reply(1))).toBe('settled');
    expect(last.markOf(reply(9_000))).toBe('held');
    expect(store.valueOf('replies:2026-11-05T12:1')).toEqual({ v: 1, entries: expect.any(String) as string });
  });

  it('lets a mark grow in the part that knows the reply', async () => {
    const { store, ledger } = await openLedger(undefined, [reply(1)]);
    growAll(ledger, replies(1_600), 'held');
    await ledger.save();

    const { ledger: next } = await openLedger(store, [reply(1)]);
    next.raise(reply(3), 'settled', false);
    next.raise(reply(1_600), 'settled', false);
    const before = store.operations().length;
    await next.save();

    expect(store.operations().slice(before)).toHaveLength(2);
    const { ledger: last } = await openLedger(store, [reply(1)]);
    expect([3, 4, 1_599, 1_600].map((id) => last.markOf(reply(id)))).toEqual([
      'settled',
      'held',
      'held',
      'settled',
    ]);
  });
});

it('explains a reply by its ticket and second, in an hour that is open', async () => {
  const { ledger } = await openLedger();
  ledger.raise(REPLY, 'held', false);

  expect(ledger.explainsReply(7, REPLY.occurredAt)).toBe(true);
  expect(ledger.explainsReply(8, REPLY.occurredAt)).toBe(false);
  expect(ledger.explainsReply(7, REPLY.occurredAt + 1000)).toBe(false);
  expect(ledger.explainsReply(7, REPLY.occurredAt + 3_600_000)).toBe(false);
});

const someContact = fc.oneof(
  fc.integer({ min: 1, max: 120_000 }).map((id) => ({ ...TICKET, contactId: `ticket:${id}`, ticketId: id })),
  fc.integer({ min: 1, max: 120_000 }).map((id) => ({ ...TICKET, contactId: `unknown:${id}`, ticketId: id })),
  // The time of a conversation never changes.
  fc.integer({ min: 1, max: 50 }).map((id) => reply(id, (id * 677) % 20_000)),
);
const step = fc.record({ contact: someContact, mark: fc.constantFrom<Mark>(...MARKS), reopen: fc.boolean() });

it('never lets a mark shrink, however often it is saved and opened again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const store = createMemoryKeyValueStore();
      const expected = new Map<string, number>();
      let ledger = createLedger(store);
      for (const { contact, mark, reopen } of steps) {
        await ledger.load([contact]);
        ledger.raise(contact, mark, false);
        expected.set(contact.contactId, Math.max(expected.get(contact.contactId) ?? 0, MARKS.indexOf(mark)));
        expect(MARKS.indexOf(ledger.markOf(contact))).toBe(expected.get(contact.contactId));
        if (!reopen) continue;
        await ledger.save();
        ledger = createLedger(store);
      }
      await ledger.load(steps.map(({ contact }) => contact));

      for (const { contact } of steps)
        expect(MARKS.indexOf(ledger.markOf(contact))).toBe(expected.get(contact.contactId));
    }),
    { numRuns: 50 },
  );
});
