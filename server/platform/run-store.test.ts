import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { createRunStore } from './run-store';

function open() {
  const budget = {
    spent: 0,
    spend() {
      budget.spent += 1;
    },
  };
  const memory = createMemoryKeyValueStore();
  return { budget, memory, store: createRunStore(memory, budget) };
}

/** The store says once that this record is not there, and has it. */
async function openHidden(key: string, value: object) {
  const { budget, memory } = open();
  await memory.set(key, value);
  const hidden = {
    ...memory,
    get: (asked: string) => (asked === key ? Promise.resolve(undefined) : memory.get(asked)),
  };
  return { budget, memory, store: createRunStore(hidden, budget) };
}

it('counts each operation of a store before it is made', async () => {
  const { budget, memory, store } = open();

  await store.set('orders', { v: 1 });
  await store.create('lease', { v: 1 }, { ttlSeconds: 55 });
  await store.setFields('orders', { a: 1 });
  await store.removeFields('orders', ['a']);
  await store.get('orders');
  memory.onOperation = () => 'refuse before';
  await expect(store.get('state')).rejects.toMatchObject({ code: 'store_failed' });

  expect(budget.spent).toBe(6);
});

it('gives back from memory what the run wrote itself, because the store may still show what was there before', async () => {
  const { budget, memory, store } = open();
  await memory.set('held:1', { v: 1, contacts: ['a', 'b'] });

  await store.set('held:1', { v: 1, contacts: ['b'] });
  await memory.set('held:1', { v: 1, contacts: ['a', 'b'] });

  expect(await store.get('held:1')).toEqual({ v: 1, contacts: ['b'] });
  expect(budget.spent).toBe(1);
});

it('reads a record once: only the run changes it', async () => {
  const { budget, memory, store } = open();
  await memory.set('waiting:1', { v: 1, contacts: 'a' });

  await store.get('waiting:1');

  expect(await store.get('waiting:1')).toEqual({ v: 1, contacts: 'a' });
  expect(await store.getNamed('waiting:1', 1)).toEqual({ v: 1, contacts: 'a' });
  expect(budget.spent).toBe(1);
});

it('asks the store again after a write that it refused', async () => {
  const { memory, store } = open();
  await store.set('state', { v: 1, a: 1 });
  memory.onOperation = () => 'refuse before';
  await expect(store.set('state', { v: 1, a: 2 })).rejects.toMatchObject({ code: 'store_failed' });
  memory.onOperation = () => 'go';

  expect(await store.get('state')).toEqual({ v: 1, a: 1 });
});

describe('a record that was read as missing', () => {
  it('is created by its first write, at no further operation', async () => {
    const { budget, memory, store } = open();
    await store.get('trend:0');

    await store.set('trend:0', { v: 1, last: 4 });
    await store.set('trend:0', { v: 1, last: 5 });

    expect(budget.spent).toBe(3);
    expect(memory.operations().map(({ verb }) => verb)).toEqual(['get', 'create', 'set']);
    expect(memory.valueOf('trend:0')).toEqual({ v: 1, last: 5 });
  });

  it('is not written over when it is there after all: the run ends', async () => {
    const { memory, store } = await openHidden('trend:0', { v: 1, last: 9 });
    await store.get('trend:0');

    await expect(store.set('trend:0', { v: 1, last: 4 })).rejects.toMatchObject({ code: 'store_failed' });
    await expect(store.prove(['trend:0'])).rejects.toMatchObject({ code: 'store_failed' });
    expect(memory.valueOf('trend:0')).toEqual({ v: 1, last: 9 });
  });

  it('is proved to be absent by creating it empty, once, and only when it is asked for', async () => {
    const { budget, memory, store } = open();
    for (const key of ['tickets:0', 'tickets:1', 'tickets:2']) await store.get(key);
    const keys = ['tickets:0', 'tickets:0', 'tickets:1', 'never read'];

    expect(store.unproved(keys)).toBe(2);
    await store.prove(keys);
    await store.prove(keys);

    expect(budget.spent).toBe(5);
    expect(store.unproved([...keys, 'tickets:2'])).toBe(1);
    expect(memory.snapshot()).toEqual({ 'tickets:0': { v: 1 }, 'tickets:1': { v: 1 } });
    expect(await store.get('tickets:0')).toEqual({ v: 1 });
  });

  it('may be found by a second look', async () => {
    const { memory, store } = open();
    await store.get('found');
    await memory.set('found', { v: 1, contacts: [] });
    await store.get('found');

    expect(store.unproved(['found'])).toBe(0);
    await store.set('found', { v: 1, contacts: [1] });
    expect(memory.valueOf('found')).toEqual({ v: 1, contacts: [1] });
  });

  it('keeps its time to live', async () => {
    const now = { ms: 0 };
    const memory = createMemoryKeyValueStore(() => now.ms);
    const store = createRunStore(memory, { spend: () => undefined });
    await store.get('counts');
    await store.set('counts', { v: 1, last: 1 }, { ttlSeconds: 60 });

    now.ms = 61_000;
    expect(memory.valueOf('counts')).toBeUndefined();
  });
});

describe('a record that another record names', () => {
  it('is given back as it is', async () => {
    const { memory, store } = open();
    await memory.set('held:3', { v: 1, contacts: [] });

    expect(await store.getNamed('held:3', 7)).toEqual({ v: 1, contacts: [] });
    expect(store.lost()).toEqual({ records: 0, contacts: 0 });
  });

  it('ends the run when it is there after all', async () => {
    const { store } = await openHidden('held:3', { v: 1, contacts: [1] });

    await expect(store.getNamed('held:3', 7)).rejects.toMatchObject({ code: 'store_failed' });
    expect(store.lost()).toEqual({ records: 0, contacts: 0 });
  });

  it('is reported with its contacts when it is gone, also by the run after a killed one', async () => {
    const { memory, store } = open();

    expect(await store.getNamed('held:3', 7)).toBeUndefined();
    expect(await store.getNamed('found', 2)).toBeUndefined();
    expect(store.lost()).toEqual({ records: 2, contacts: 9 });

    const next = createRunStore(memory, { spend: () => undefined });
    expect(await next.getNamed('held:3', 7)).toBeUndefined();
    expect(next.lost()).toEqual({ records: 1, contacts: 7 });
  });
});
