import type { RecordedContact } from '../contacts/contact';
import { createMemoryRecordStore } from '../../test/fakes/memory-record-store';
import type { RecordStore } from '../platform/ports';
import { toOutboxRecord } from './record-contact';
import { createEntityBudget } from '../platform/entity-budget';
import { isDue, listWaitingContacts } from './waiting-contacts';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const always = () => true;

function contact(ticketId: number): RecordedContact {
  return {
    contactId: `ticket:${ticketId}`,
    kind: 'ticket',
    ticketId,
    occurredAt: NOON - 90_000,
    source: 1,
    groupId: null,
  };
}

async function storeWith(count: number, recordedAt = NOON - 120_000) {
  const store = createMemoryRecordStore(() => recordedAt);
  for (let id = 1; id <= count; id += 1) await store.create(toOutboxRecord(contact(id)));
  return store;
}

async function list(
  store: RecordStore,
  mayWork = always,
  storedFrom = -Infinity,
  way: 'live' | 'checked' = 'checked',
) {
  const budget = createEntityBudget(null, () => NOON);
  const run = { records: store, entityBudget: budget, now: () => NOON, budget: { mayWork }, way } as const;
  const found = await listWaitingContacts(run, storedFrom);
  return { ...found, operationsLeft: budget.left() };
}

it.each([
  [59_999, false],
  [60_000, true],
])('a contact that waits for %i ms is due: %p', (waited, due) => {
  expect(isDue(NOON - waited, NOON)).toBe(due);
});

it('tells records of an earlier installation apart, also of a contact that was recorded again since', async () => {
  let now = NOON - 700_000;
  const store = createMemoryRecordStore(() => now);
  await store.create(toOutboxRecord(contact(1)));
  await store.create(toOutboxRecord(contact(2)));
  now = NOON - 600_000;
  await store.create(toOutboxRecord(contact(2)));

  const found = await list(store, always, NOON - 600_000);

  expect(found.leftovers).toHaveLength(2);
  expect(found.contacts).toMatchObject([{ contact: contact(2), since: NOON - 600_000 }]);
  expect((await list(store)).contacts).toHaveLength(2);
});

it('counts what it cannot read, and reads the rest', async () => {
  const store = await storeWith(2);
  await store.create({ v: 2 });
  await store.create({ ...toOutboxRecord(contact(3)), occurred_at: 'soon' });

  expect(await list(store)).toMatchObject({ unreadable: 2, contacts: [{}, {}] });
});

it('reads all pages to their end', async () => {
  const store = await storeWith(45);

  const found = await list(store);

  expect(found.contacts).toHaveLength(45);
  expect(found).toMatchObject({ complete: true });
  expect(store.operations().filter(({ verb }) => verb === 'list')).toHaveLength(3);
});

it('finds nothing in an empty outbox with one operation', async () => {
  expect(await list(await storeWith(0))).toEqual({
    contacts: [],
    complete: true,
    operationsLeft: 229,
    perMinute: 0,
    leftovers: [],
    unreadable: 0,
    told: [],
    facts: [],
    names: [],
  });
});

it('gives a contact that stands in several records once, waiting since the first of them', async () => {
  let now = NOON - 300_000;
  const store = createMemoryRecordStore(() => now);
  await store.create(toOutboxRecord(contact(7)));
  now = NOON - 100_000;
  await store.create(toOutboxRecord(contact(7)));

  const { contacts } = await list(store);

  expect(contacts).toEqual([{ contact: contact(7), recordIds: ['M-2', 'M-1'], since: NOON - 300_000 }]);
});

it('waits since the contact happened when the store does not say since when it has it', async () => {
  const record = { recordId: 'a', recordedAt: null, data: toOutboxRecord(contact(7)) };
  const store = {
    ...createMemoryRecordStore(),
    list: () => Promise.resolve({ records: [record], next: null }),
  };

  expect((await list(store)).contacts.map(({ since }) => since)).toEqual([NOON - 90_000]);
});

it('leaves records of another version alone', async () => {
  const store = await storeWith(2);
  await store.create({ ...toOutboxRecord(contact(9)), v: 2 });
  await store.create({});

  const found = await list(store);

  expect(found.contacts).toHaveLength(2);
});

it('reads little further than it can delete what is due', async () => {
  const found = await list(await storeWith(600, NOON - 600_000));

  expect(found.complete).toBe(false);
  expect(found.contacts).toHaveLength(460);
  expect(found.operationsLeft).toBe(207);
});

it('reads on behind what no run can deliver at once: contacts of many hours', async () => {
  const store = createMemoryRecordStore(() => NOON - 600_000);
  for (let id = 1; id <= 1_500; id += 1) {
    const occurredAt = NOON - id * 3_600_000;
    await store.create(
      toOutboxRecord({ ...contact(id), contactId: `reply:${id}`, kind: 'reply', occurredAt }),
    );
  }

  const found = await list(store);

  expect(found.complete).toBe(true);
  expect(found.contacts).toHaveLength(1_500);
});

it('reads on while nothing it found is due', async () => {
  const found = await list(await storeWith(300, NOON - 10_000));

  expect(found.contacts).toHaveLength(300);
  expect(found.complete).toBe(true);
});

it('leaves room in the store for the contacts that come in meanwhile', async () => {
  let now = NOON - 180_000;
  const store = createMemoryRecordStore(() => now);
  for (let id = 1; id <= 600; id += 1) {
    await store.create(toOutboxRecord(contact(id)));
    now += 300;
  }

  const found = await list(store);

  expect(Math.round(found.perMinute)).toBe(200);
  expect(found.operationsLeft).toBeLessThan(40);
  expect(found.complete).toBe(false);
});

it('stops when time is up', async () => {
  const store = await storeWith(100);

  expect(await list(store, () => false)).toMatchObject({ complete: false });
  expect(store.operations().filter(({ verb }) => verb === 'list')).toHaveLength(1);
});

it('rejects when the store refuses, because nothing is known then', async () => {
  const store = await storeWith(1);
  store.refuses = () => true;

  await expect(list(store)).rejects.toMatchObject({ code: 'store_failed' });
});

describe('records of one contact that do not agree', () => {
  const created = contact(1);
  const later: RecordedContact = { ...created, kind: 'left_out', source: 10 };
  const spam: RecordedContact = { ...created, contactId: 'unknown:1', kind: 'unknown' };
  const touched: RecordedContact = { ...spam, occurredAt: spam.occurredAt + 60_000 };

  it.each([
    ['what the creation decided goes before what a later change left out', [created, later], created],
    ['in any order of the listing', [later, created], created],
    ['the first of several changes dates the contact', [spam, touched], spam],
    ['also when the listing shows it last', [touched, spam], spam],
  ])('%s', async (_what, records, expected) => {
    const store = createMemoryRecordStore(() => NOON - 120_000);
    for (const each of records) await store.create(toOutboxRecord(each));

    const { contacts } = await list(store);

    expect(contacts).toMatchObject([
      { contact: expected, recordIds: ['M-1', 'M-2'].map(() => expect.any(String)) },
    ]);
  });
});
