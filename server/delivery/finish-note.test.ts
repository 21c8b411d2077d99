import { createRunWorld, openRun, type RunWorld } from '../../test/fakes/run-context';
import { LIMITS } from '../platform/limits';
import { closeNote, finishLeftNote } from './finish-note';
import type { OutgoingContact } from './outgoing';
import type { RunContext } from './run-context';
import { sendBatch } from './send-batch';
import { readTrend } from './trend';

const QUEUE = { identifier: 'freshdesk:7:1:tickets', name: 'Care email Tickets', channel: 'cases' } as const;

function contact(ticketId: number, run: RunContext): OutgoingContact {
  const queue = run.queues.freeze(QUEUE);
  const contactId = `ticket:${ticketId}`;
  return { contactId, ticketId, occurredAt: run.now() - 60_000, queue, unknown: false, recordIds: [] };
}

async function sendOne(run: RunContext, ticketId: number): Promise<void> {
  const one = contact(ticketId, run);
  await run.ledger.open([one]);
  await sendBatch(run, [one], 'outbox', {});
}

/** Leaves a run only so many operations. */
function spendAllBut(run: RunContext, left: number): void {
  while (run.budget.opsLeft() > left) run.budget.spend();
}

async function sentInTrend(world: RunWorld): Promise<number> {
  const trend = await readTrend(world.store, 1);
  return [...(trend.get('0')?.days.values() ?? [])].reduce((sum, each) => sum + each, 0);
}

it('adds to the trend what a run sent, all its batches at once', async () => {
  const world = createRunWorld();
  const run = await openRun(world);
  await sendOne(run, 1);
  await sendOne(run, 2);
  expect(await sentInTrend(world)).toBe(0);

  await closeNote(run);

  expect(await sentInTrend(world)).toBe(2);
  expect(run.note).toMatchObject({ accepted: 2, contacts: [], unsummed: {} });
});

it('leaves the trend to the next run when the operations do not suffice, which adds it before it sends anything', async () => {
  const world = createRunWorld();
  const run = await openRun(world);
  await sendOne(run, 1);
  spendAllBut(run, LIMITS.opsToEnd);
  await closeNote(run);
  expect(await sentInTrend(world)).toBe(0);

  const next = await openRun(world);
  await finishLeftNote(next);
  expect(await sentInTrend(world)).toBe(1);
  await sendOne(next, 2);
  await closeNote(next);

  expect(await sentInTrend(world)).toBe(2);
});

it('adds nothing twice when a run was killed between the trend and its note', async () => {
  const world = createRunWorld();
  const run = await openRun(world);
  await sendOne(run, 1);
  const before = world.store.operations().length;
  // Reading the trend, writing it, and then the note.
  world.store.onOperation = ({ n }) => (n === before + 3 ? 'kill before' : 'go');
  await expect(closeNote(run)).rejects.toMatchObject({ name: 'Killed' });
  world.store.revive();

  const next = await openRun(world);
  await finishLeftNote(next);
  await sendOne(next, 2);
  await closeNote(next);

  expect(await sentInTrend(world)).toBe(2);
});

it('has nothing to do without a batch', async () => {
  const world = createRunWorld();
  const run = await openRun(world);
  const before = world.store.operations().length;

  await finishLeftNote(run);
  await closeNote(run);

  expect(world.store.operations()).toHaveLength(before);
});
