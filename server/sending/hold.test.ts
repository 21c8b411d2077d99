import { createRunWorld, type RunWorld } from '../../test/fakes/run-world';
import { openSendingRun } from '../../test/fakes/sending-run';
import { KEY_OF, KEYS } from '../platform/keys';
import type { NamedContact } from '../naming/named-contact';
import { parkContacts } from './hold';
import type { SendingRun } from './sending-state';

const QUEUE = { identifier: 'freshdesk:7:1:tickets', name: 'Care email Tickets', channel: 'cases' } as const;
/** One for the note, the new ledger key (twice), the held record, `state` and the clearing; one for each contact. */
const OPS_FOR_TWO = 8;

async function open(world: RunWorld): Promise<{ run: SendingRun; contacts: readonly NamedContact[] }> {
  const run = await openSendingRun(world);
  const queue = run.queues.register(QUEUE);
  const contacts = [1, 2].map((ticketId) => ({
    contactId: `ticket:${ticketId}`,
    ticketId,
    occurredAt: run.now() - 60_000,
    queue,
    unknown: false,
    recordIds: [],
  }));
  await run.ledger.load(contacts);
  return { run, contacts };
}

function leave(run: SendingRun, operations: number): void {
  while (run.budget.opsLeft() > operations) run.budget.spend();
}

it('holds contacts for a person, in doubt for the ledger, with the reason', async () => {
  const world = createRunWorld();
  const { run, contacts } = await open(world);

  expect(await parkContacts(run, contacts, 'invalid')).toBe(true);

  expect(run.held.value.batches).toMatchObject([{ number: 1, reason: 'parked', contacts: 2 }]);
  expect(contacts.map((each) => run.ledger.markOf(each))).toEqual(['held', 'held']);
  expect(world.store.valueOf(KEY_OF.held(1))).toMatchObject({ code: 'invalid', reason: 'parked' });
  expect(world.store.valueOf(KEYS.inFlight)).toMatchObject({ origin: 'outbox' });
});

it('parks when the operations just suffice', async () => {
  const { run, contacts } = await open(createRunWorld());
  leave(run, OPS_FOR_TWO);

  expect(await parkContacts(run, contacts, 'refused')).toBe(true);
  expect(run.budget.opsLeft()).toBeGreaterThanOrEqual(0);
});

it('begins nothing that the operations left could not end', async () => {
  const world = createRunWorld();
  const { run, contacts } = await open(world);
  leave(run, OPS_FOR_TWO - 1);
  const before = world.store.operations().length;

  expect(await parkContacts(run, contacts, 'refused')).toBe(false);
  expect(world.store.operations()).toHaveLength(before);
  expect(run.held.value.batches).toEqual([]);
});

it('parks nothing that the ledger may know: a read missed what is there', async () => {
  const world = createRunWorld();
  await world.store.set(KEY_OF.tickets(1), { v: 1, bits: 'IAAA' });
  const { get } = world.store;
  world.store.get = (key) => (key === KEY_OF.tickets(1) ? Promise.resolve(undefined) : get(key));
  const { run, contacts } = await open(world);

  await expect(parkContacts(run, contacts, 'refused')).rejects.toMatchObject({ code: 'store_failed' });

  expect(run.held.value.batches).toEqual([]);
  expect(world.store.valueOf(KEYS.inFlight)).toEqual({ v: 1 });
});

it('has nothing to do for nothing, whatever is left', async () => {
  const world = createRunWorld();
  const { run } = await open(world);
  leave(run, 0);

  expect(await parkContacts(run, [], 'refused')).toBe(true);
  expect(run.held.value.batches).toEqual([]);
});
