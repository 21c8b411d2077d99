import { secondOf } from './comparison';
import type { CountedReceipt } from './comparison';
import { isUnknownQueue, mayBeNamed } from './queue-of';
import type { TrueContact } from './true-contact';

const seriesOf = (identifier: string): string => (identifier.endsWith(':replies') ? 'replies' : 'tickets');
const seriesOfContact = ({ kind }: TrueContact): string => (kind === 'replies' ? 'replies' : 'tickets');

/** Whether a receipt has a queue, a name and flags that are right for a contact. */
export const isRight = (contact: TrueContact, receipt: CountedReceipt): boolean => {
  const queue = contact.queues.find(({ identifier }) => identifier === receipt.queueIdentifier);
  const isHandled = !isUnknownQueue(receipt.queueIdentifier);
  return (
    queue !== undefined &&
    mayBeNamed(queue, receipt.queueName) &&
    receipt.offered &&
    receipt.handled === isHandled
  );
};

/** Finds the receipts of a contact's series and second, by index. */
export const receiptsForContact = (receipts: readonly CountedReceipt[]) => {
  const buckets = new Map<string, number[]>();
  receipts.forEach((receipt, index) => {
    const key = `${seriesOf(receipt.queueIdentifier)} ${secondOf(receipt)}`;
    const bucket = buckets.get(key) ?? [];
    bucket.push(index);
    buckets.set(key, bucket);
  });
  return (contact: TrueContact): readonly number[] =>
    [contact.timestamp, ...contact.otherTimestamps].flatMap(
      (second) => buckets.get(`${seriesOfContact(contact)} ${second}`) ?? [],
    );
};
