import type { RecordedContact } from '../../server/contacts/contact';
import { createLedger } from '../../server/ledger/ledger';
import type { Mark } from '../../server/ledger/ticket-bits';
import type { KeyValueStore } from '../../server/platform/ports';
import { parseOutboxRecord } from '../../server/outbox/record-contact';
import type { Story } from './story';

/** The place of a contact in the app's stores; `nowhere` and `twice` must never occur. */
export type Place = 'settled' | 'pending' | 'unclear' | 'parked' | 'nowhere' | 'twice';

interface InFlightBatch {
  readonly outcome: { readonly kind: 'accepted' | 'parked' } | null;
  readonly contacts: readonly (readonly [
    id: string,
    seconds: number,
    queue: number,
    ticketId: number,
    unknown: 0 | 1,
  ])[];
}

type HeldValue = Pick<InFlightBatch, 'contacts'> & { readonly reason: 'unclear' | 'parked' };

const NO_BATCH: InFlightBatch = { outcome: null, contacts: [] };

/** A read-only store with the content of a snapshot. */
function frozenStore(values: Readonly<Record<string, unknown>>): KeyValueStore {
  const refuse = (): Promise<never> => Promise.reject(new Error('This store only shows'));
  return {
    get: (key) => Promise.resolve(values[key]),
    set: refuse,
    create: refuse,
    setFields: refuse,
    removeFields: refuse,
  };
}

/** The contacts in the outbox, each once. */
export function outboxContacts(story: Story): readonly RecordedContact[] {
  const contacts = (story.platform.stores().entities['contacts'] ?? []).flatMap(
    ({ data }) => parseOutboxRecord(data) ?? [],
  );
  return [...new Map(contacts.map((contact) => [contact.contactId, contact])).values()];
}

/** The ids of an in-flight or held contact: one counted as Unknown is its ticket's Unknown contact as well. */
function idsIn({ contacts }: Pick<InFlightBatch, 'contacts'>): readonly string[] {
  return contacts.flatMap(([id, , , ticketId, unknown]) =>
    unknown === 1 && id.startsWith('ticket:') ? [id, `unknown:${ticketId}`] : [id],
  );
}

function placeInFlight({ outcome }: InFlightBatch): Place {
  if (outcome === null) return 'unclear';
  return outcome.kind === 'accepted' ? 'settled' : 'parked';
}

/** The place of a contact that is not in flight. */
function placeByMark(mark: Mark, heldFor: readonly HeldValue['reason'][], waits: boolean): Place {
  const [reason = 'nowhere'] = heldFor;
  if (heldFor.length > 1) return 'twice';
  if (mark === 'held') return reason;
  if (heldFor.length === 1) return 'twice';
  if (mark === 'settled') return 'settled';
  return waits ? 'pending' : 'nowhere';
}

/** The current place of each of these contacts. */
export async function placesOf(
  story: Story,
  contacts: readonly RecordedContact[],
): Promise<Readonly<Record<string, Place>>> {
  const { keyValues } = story.platform.stores();
  const ledger = createLedger(frozenStore(keyValues));
  await ledger.load(contacts);
  const batch = { ...NO_BATCH, ...(keyValues['in_flight'] as Partial<InFlightBatch> | undefined) };
  const inFlight = new Set(idsIn(batch));
  const held = Object.entries(keyValues)
    .filter(([key]) => key.startsWith('held:'))
    .map(([, value]) => value as HeldValue);
  const waiting = new Set(outboxContacts(story).map(({ contactId }) => contactId));

  const placeOf = (contact: RecordedContact): Place => {
    if (inFlight.has(contact.contactId)) return placeInFlight(batch);
    const reasons = held
      .filter((each) => idsIn(each).includes(contact.contactId))
      .map(({ reason }) => reason);
    return placeByMark(ledger.markOf(contact), reasons, waiting.has(contact.contactId));
  };
  return Object.fromEntries(contacts.map((contact) => [contact.contactId, placeOf(contact)]));
}
