import { createRunStore } from '../platform/run-store';
import { createSlice } from '../values/slice';
import { NOTHING_HELD } from './sending-state';
import { UNKNOWN_QUEUES, type Queue } from '../contacts/queue';
import { createMemoryKeyValueStore } from '../../test/fakes/memory-key-value-store';
import { createLedger } from '../ledger/ledger';
import { fromStored, NO_BATCH, toStored } from './in-flight-batch';
import { settleBatch } from './settle-batch';

const QUEUE: Queue = {
  identifier: 'freshdesk:7:1:tickets',
  name: 'Care email Tickets',
  channel: 'cases',
};
const CONTACT = { contactId: 'ticket:9', ticketId: 9, occurredAt: 1_793_880_000_000, recordIds: [] } as const;
const frozen = { find: (identifier: string) => (identifier === QUEUE.identifier ? QUEUE : null) };

it.each([
  ['of a frozen queue', QUEUE, false],
  ['of an Unknown queue, which is never frozen by a held batch', UNKNOWN_QUEUES.tickets, true],
  ['of the other Unknown queue', UNKNOWN_QUEUES.replies, true],
])('comes back as it was stored: a contact %s', (_what, queue, unknown) => {
  const contact = { ...CONTACT, queue, unknown };
  const stored = toStored(contact, 3);

  expect(stored).toEqual(['ticket:9', 1_793_880_000, 3, 9, unknown ? 1 : 0]);
  expect(fromStored(stored, queue.identifier, frozen)).toEqual([contact]);
});

it('is not sent again when nobody knows its queue', () => {
  const stored = toStored({ ...CONTACT, queue: QUEUE, unknown: false }, 0);

  expect(fromStored(stored, 'freshdesk:8:1:tickets', frozen)).toEqual([]);
});

it('is to the ledger what it was', async () => {
  const store = createRunStore(createMemoryKeyValueStore(), { spend: () => undefined });
  const ledger = createLedger(store);
  const contacts = [toStored({ ...CONTACT, queue: QUEUE, unknown: false }, 0)];
  const batch = { ...NO_BATCH, number: 1, queues: [QUEUE.identifier], contacts };

  await settleBatch(batch, {
    ...{ store, ledger, queues: { indexOf: () => 0 }, held: createSlice(NOTHING_HELD) },
    ...{ now: () => CONTACT.occurredAt, settleResume: () => Promise.resolve() },
  });

  expect(ledger.markOf(CONTACT)).toBe('held');
});
