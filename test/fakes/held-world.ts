import type { NamedContact } from '../../server/naming/named-contact';
import { sendContacts } from '../../server/sending/send-contacts';
import { closeBatch } from '../../server/sending/settle-batch';
import { createRunWorld, injixoAnswer, RUN_AT, type RunWorld } from './run-world';
import { openSendingRun } from './sending-run';

/** The queue of the held contacts. */
export const HELD_QUEUE = {
  identifier: 'freshdesk:351:1:tickets',
  name: 'Billing email Tickets',
  channel: 'cases',
} as const;
/** The number of the held batch. */
export const HELD_BATCH = 1;
/** The held contacts. */
export const HELD_CONTACTS: readonly NamedContact[] = [1, 2, 3].map((ticketId) => ({
  contactId: `ticket:${ticketId}`,
  ticketId,
  occurredAt: RUN_AT - 600_000 + ticketId * 1000,
  queue: HELD_QUEUE,
  unknown: false,
  recordIds: [],
}));

/** A world with three contacts held as unclear, a minute later, with injixo working again. */
export async function createHeldWorld(): Promise<RunWorld> {
  const world = createRunWorld();
  world.injixo = () => ({ kind: 'broken' });
  const run = await openSendingRun(world);
  run.queues.register(HELD_QUEUE);
  await run.ledger.load(HELD_CONTACTS);
  await sendContacts(run, HELD_CONTACTS, 'outbox');
  await closeBatch(run);
  run.sending.change({ mode: 'normal', failure: null });
  await run.save(0);
  world.injixo = () => injixoAnswer(200);
  world.posted.length = 0;
  world.clock.now += 60_000;
  return world;
}
