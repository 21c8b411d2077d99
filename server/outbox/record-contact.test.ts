import type { RecordedContact } from '../contacts/contact';
import { createMemoryRecordStore } from '../../test/fakes/memory-record-store';
import { createTestLog } from '../../test/fakes/test-log';
import { recordContact, toOutboxRecord } from './record-contact';

const CONTACT: RecordedContact = {
  contactId: 'ticket:7',
  kind: 'ticket',
  ticketId: 7,
  occurredAt: Date.parse('2026-11-05T12:00:00Z'),
  source: 1,
  groupId: null,
};

it('puts a contact into the outbox with one operation', async () => {
  const store = createMemoryRecordStore();

  await recordContact(store, CONTACT, createTestLog());

  expect(store.snapshot().map(({ data }) => data)).toEqual([toOutboxRecord(CONTACT)]);
  expect(store.operations()).toHaveLength(1);
});

it('only warns when the store refuses, because the scan finds the contact', async () => {
  const store = createMemoryRecordStore();
  store.refuses = () => true;
  const log = createTestLog();

  await recordContact(store, CONTACT, log);

  expect(log.lines).toEqual([
    {
      level: 'warn',
      message: 'contact not recorded, the scan will find it',
      fields: { contactId: 'ticket:7', code: 'store_failed' },
    },
  ]);
});
