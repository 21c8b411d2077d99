import { openImportRun } from '../../test/fakes/import-run';
import { createRunWorld, RUN_AT } from '../../test/fakes/run-world';
import { startCursor } from '../freshdesk/ticket-list-cursor';
import { newSpan, beginSpan } from './history-record';
import { openTicket, startImportRun } from './import-run';
import { sendChunks } from './send-chunks';
import type { Chunk } from './ticket-chunks';

const START = RUN_AT - 86_400_000;
const QUEUE = {
  identifier: 'freshdesk:351:1:tickets',
  name: 'Billing email Tickets',
  channel: 'cases',
} as const;

function chunkOf(ticketId: number): Chunk {
  const contact = {
    contactId: `ticket:${ticketId}`,
    ticketId,
    occurredAt: START,
    queue: QUEUE,
    unknown: false,
    recordIds: [],
  };
  const cursor = startCursor('live', START, RUN_AT, START);
  return { ticketId, contacts: [contact], leftOut: [], page: 1, partial: null, cursor, isNew: true };
}

async function send(heldBatches: number) {
  const world = createRunWorld();
  const held = Array.from({ length: heldBatches }, (_, index) => ({
    number: index + 1,
    reason: 'unclear' as const,
    contacts: 1,
    at: START,
  }));
  const run = await openImportRun(world, { held: { batches: held } });
  const record = beginSpan(newSpan(START, RUN_AT, 1), RUN_AT);
  const work = startImportRun(run, record, { opsBefore: 0, known: [] });
  await openTicket(work, 7);
  return { run, world, sent: await sendChunks(work, [chunkOf(7)], false) };
}

it('sends what a person need not decide about first', async () => {
  const { run, world, sent } = await send(299);

  expect(world.posted).toHaveLength(1);
  expect(sent.rest).toEqual([]);
  expect(run.sending.value.failure).toBeNull();
});

it('stops when too many batches are held, and says so', async () => {
  const { run, world, sent } = await send(300);

  expect(world.posted).toEqual([]);
  expect(sent).toMatchObject({ rest: [{ ticketId: 7 }], goOn: false });
  expect(run.sending.value.failure?.code).toBe('too_many_held');
});
