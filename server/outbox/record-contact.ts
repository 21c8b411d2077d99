import type { RecordedContact } from '../contacts/contact';
import { errorCode } from '../platform/app-error';
import type { Log, RecordStore } from '../platform/ports';
import { toOutboxRecord } from './outbox-record';

/**
 * Puts a contact into the outbox. One entity operation. A store that refuses is only logged: the scan finds in Freshdesk
 * what no event could record.
 */
export async function recordContact(store: RecordStore, contact: RecordedContact, log: Log): Promise<void> {
  try {
    await store.create(toOutboxRecord(contact));
    log.info('contact recorded', { contactId: contact.contactId });
  } catch (error) {
    log.warn('contact not recorded, the scan will find it', {
      contactId: contact.contactId,
      code: errorCode(error),
    });
  }
}
