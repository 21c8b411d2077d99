import { type CountedReceipt, found } from './comparison';
import { isUnknownQueue } from './queue-of';
import type { TrueContact } from './true-contact';

/** The receipt, if any, of each contact of the truth. */
export interface Placement {
  readonly contact: TrueContact;
  readonly receipt: CountedReceipt | undefined;
}

const isInUnknown = (placement: Placement | undefined): boolean =>
  placement?.receipt !== undefined && isUnknownQueue(placement.receipt.queueIdentifier);

/** Contacts that are lost, and tickets that were counted twice in Unknown. */
export const judgePlacements = (placements: readonly Placement[], held: ReadonlySet<string>) => {
  const byId = new Map(placements.map((placement) => [placement.contact.contactId, placement]));
  const otherOf = ({ orElse }: TrueContact): Placement | undefined =>
    orElse === undefined ? undefined : byId.get(orElse);
  const isHeld = ({ contactId, orElse }: TrueContact): boolean =>
    held.has(contactId) || (orElse !== undefined && held.has(orElse));

  const missing = placements
    .filter(({ receipt, contact }) => receipt === undefined && !contact.isOptional)
    .filter(({ contact }) => !isInUnknown(otherOf(contact)));
  const twiceUnknown = placements.filter(
    (placement) =>
      placement.contact.kind === 'unknown' &&
      isInUnknown(placement) &&
      isInUnknown(otherOf(placement.contact)),
  );
  return {
    due: placements.filter(({ receipt }) => receipt !== undefined).length + missing.length,
    lost: missing.map(({ contact }) => contact).filter((contact) => !isHeld(contact)),
    twiceUnknown: twiceUnknown.flatMap(({ contact, receipt }) =>
      receipt === undefined ? [] : [found('doubled', receipt, contact)],
    ),
  };
};

/** Contacts without a right receipt that have one of their series and second in a wrong queue. */
export const pairWrong = (
  missing: readonly TrueContact[],
  surplus: readonly number[],
  bucketOf: (contact: TrueContact) => readonly number[],
): ReadonlyMap<TrueContact, number> => {
  const free = new Set(surplus);
  const pairs = new Map<TrueContact, number>();
  missing.forEach((contact) => {
    const index = bucketOf(contact).find((candidate) => free.has(candidate));
    if (index !== undefined) {
      free.delete(index);
      pairs.set(contact, index);
    }
  });
  return pairs;
};
