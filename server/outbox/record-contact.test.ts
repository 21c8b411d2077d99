import type { RecordedContact } from '../contacts/contact';
import { createMemoryRecordStore } from '../../test/fakes/memory-record-store';
import { createTestLog } from '../../test/fakes/test-log';
import { putRecord, toOutboxRecord } from './record-contact';

const CONTACT: RecordedContact = {
  contactId: 'ticket:7',
  kind: 'ticket',
  ticketId: 7,
  occurredAt: Date.parse('2026-11-05T12:00:00Z'),
  source: 1,
  groupId: null,
};

it('puts a record into the outbox with one operation', async () => {
  const store = createMemoryRecordStore();

  await putRecord(store, toOutboxRecord(CONTACT), createTestLog());

  expect(store.snapshot().map(({ data }) => data)).toEqual([toOutboxRecord(CONTACT)]);
  expect(store.operations()).toHaveLength(1);
});

it('only warns when the store refuses, because the scan finds the contact', async () => {
  const store = createMemoryRecordStore();
  store.refuses = () => true;
  const log = createTestLog();

  await putRecord(store, toOutboxRecord(CONTACT), log);

  expect(log.lines).toEqual([
    {
      level: 'warn',
      message: 'not recorded; a scan finds it where there is one',
      fields: { contactId: 'ticket:7', code: 'store_failed' },
    },
  ]);
});
