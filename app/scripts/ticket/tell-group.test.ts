import { createGroupMemory } from './group-memory';
import { readGroup, tellGroup, type TicketClient } from './tell-group';

const NOON = Date.parse('2026-11-05T12:00:00Z');
const DAY = 86_400_000;
const MINUTE = 60_000;
const HOST = 'acme.freshdesk.com';
const BILLING = { id: 351, name: 'Billing' };

interface World {
  group: unknown;
  /** What the server answers; an Error: the platform refuses the call. */
  answer: unknown;
  at: number;
}

/** An agent's browser, and what it told the app. */
function createBrowser(storage: 'kept' | 'refused' = 'kept') {
  const items = new Map<string, string>();
  const told: unknown[] = [];
  const world: World = { group: { group: BILLING }, answer: { ok: true, needed: true, cost: 0 }, at: NOON };
  const client: TicketClient = {
    events: { on: () => undefined },
    data: {
      get: async () => {
        if (world.group instanceof Error) throw world.group;
        return world.group;
      },
    },
    request: {
      invoke: async (functionName, args) => {
        told.push([functionName, args]);
        if (world.answer instanceof Error) throw world.answer;
        return { response: world.answer };
      },
    },
  };
  const find = () => {
    if (storage === 'refused') throw new Error('The browser keeps nothing');
    return {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
    };
  };
  const open = (account: string | null = HOST) =>
    tellGroup(client, createGroupMemory(find, account), () => world.at);
  return { world, told, items, open };
}

it.each<[string, unknown, object | null]>([
  ['in its place', { group: BILLING }, BILLING],
  ['with an id as a text', { group: { id: '351', name: 'Billing' } }, BILLING],
  ['by itself', BILLING, BILLING],
  ['with more about it', { group: { ...BILLING, description: 'x' } }, BILLING],
  ['that is not there', { group: null }, null],
  ['without a name', { group: { id: 351 } }, null],
  ['with an empty name', { group: { id: 351, name: ' ' } }, null],
  ['without an id', { group: { name: 'Billing' } }, null],
  ['in an empty answer', {}, null],
  ['in no answer', undefined, null],
  ['in a text', 'Billing', null],
])('reads a group %s', (_what, data, group) => {
  expect(readGroup(data)).toEqual(group);
});

it('tells the group of the ticket, and nothing else of it', async () => {
  const { open, told } = createBrowser();

  await open();

  expect(told).toEqual([['learnGroup', { request: BILLING }]]);
});

it('tells each group and name once in 30 days', async () => {
  const { open, told, world } = createBrowser();
  await open();
  await open();
  expect(told).toHaveLength(1);

  world.group = { group: { ...BILLING, name: 'Billing and Refunds' } };
  await open();
  world.group = { group: { id: 352, name: 'Billing' } };
  await open();
  expect(told).toHaveLength(3);

  world.group = { group: BILLING };
  world.at = NOON + 30 * DAY - 1;
  await open();
  expect(told).toHaveLength(3);
  world.at = NOON + 30 * DAY;
  await open();
  expect(told).toHaveLength(4);
});

it('asks no more for 30 days when the app needs no names', async () => {
  const { open, told, world } = createBrowser();
  world.answer = { ok: true, needed: false, cost: 0 };
  await open();

  world.group = { group: { id: 352, name: 'VIP' } };
  world.at = NOON + 30 * DAY - 1;
  await open();
  expect(told).toHaveLength(1);
  world.at = NOON + 30 * DAY;
  await open();
  expect(told).toHaveLength(2);
});

it.each<[string, unknown]>([
  ['the platform refuses the call', new Error('429')],
  ['the name was not recorded', { ok: false, code: 'store_failed', params: {}, cost: 0 }],
  ['nothing is answered', undefined],
])('tells nothing for ten minutes, then the group again, when %s', async (_what, answer) => {
  const { open, told, world } = createBrowser();
  world.answer = answer;
  await open();
  world.at = NOON + 10 * MINUTE - 1;
  await open();
  expect(told).toHaveLength(1);

  world.at = NOON + 10 * MINUTE;
  await open();
  expect(told).toHaveLength(2);
});

it.each<[string, unknown]>([
  ['the ticket has no group', { group: null }],
  ['the page does not say', new Error('not here')],
])('tells nothing when %s', async (_what, group) => {
  const { open, told, world } = createBrowser();
  world.group = group;

  await expect(open()).resolves.toBeUndefined();

  expect(told).toEqual([]);
});

it('tells the group with each ticket where the browser keeps nothing', async () => {
  const { open, told } = createBrowser('refused');

  await open();
  await open();

  expect(told).toHaveLength(2);
});

it('shows no account what another one was told, and forgets what is over', async () => {
  const { open, told, world, items } = createBrowser();
  await open();
  await open('other.freshdesk.com');
  expect(told).toHaveLength(2);

  world.at = NOON + 31 * DAY;
  world.group = { group: { id: 352, name: 'VIP' } };
  await open();

  expect(items.get(`injixo-connect:groups:${HOST}`)).not.toContain('Billing');
});

it('goes on where the browser keeps what cannot be read', async () => {
  const { open, told, items } = createBrowser();
  items.set(`injixo-connect:groups:${HOST}`, 'x');

  await open();

  expect(told).toHaveLength(1);
});
