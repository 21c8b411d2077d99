import { type Comparison, type CountedReceipt, type Difference, found, lostOf, secondOf } from './comparison';
import { judgePlacements, pairWrong } from './judge-placements';
import type { Placement } from './judge-placements';
import { matchBipartite } from './bipartite-matching';
import type { TrueContact } from './true-contact';
import { isUnknownQueue, mayBeNamed, twinQueues } from './queue-of';

type BucketOf = (contact: TrueContact) => readonly number[];

/** Assigns at most one right receipt to each contact; the remaining receipts are surplus. */
const placeContacts = (
  contacts: readonly TrueContact[],
  receipts: readonly CountedReceipt[],
  bucketOf: BucketOf,
): { readonly placements: readonly Placement[]; readonly surplus: readonly number[] } => {
  const rightOnes = contacts.map((contact) =>
    bucketOf(contact).filter((index) =>
      receipts.slice(index, index + 1).some((receipt) => isRight(contact, receipt)),
    ),
  );
  const matching = matchBipartite(contacts.length, (index) => rightOnes[index] ?? []);
  const taken = new Set(matching);
  return {
    placements: contacts.map((contact, index) => {
      const at = matching[index];
      return { contact, receipt: at === undefined ? undefined : receipts[at] };
    }),
    surplus: receipts.map((_, index) => index).filter((index) => !taken.has(index)),
  };
};

/**
 * Who finds no receipt is missing, so the ones come last that need none: first contacts with one right place and deletions,
 * then tickets that may be counted in Unknown instead, those whose deletion was counted there after the others, and at
 * last contacts that may be missing.
 */
const neediestFirst = (
  truth: readonly TrueContact[],
  receipts: readonly CountedReceipt[],
  bucketOf: BucketOf,
): readonly TrueContact[] => {
  const required = truth.filter(({ isOptional }) => !isOptional);
  const hasOther = ({ kind, orElse }: TrueContact): boolean => kind !== 'unknown' && orElse !== undefined;
  const first = required
    .filter((contact) => !hasOther(contact))
    .toSorted((one, other) => Number(one.kind === 'unknown') - Number(other.kind === 'unknown'));
  const deletions = truth.filter(({ kind, isOptional }) => kind === 'unknown' && isOptional);
  const { placements } = placeContacts([...first, ...deletions], receipts, bucketOf);
  const counted = new Set(
    placements.flatMap(({ contact, receipt }) => (receipt === undefined ? [] : contact.orElse)),
  );
  const others = required.filter(hasOther);
  return [
    ...first,
    ...others.filter(({ contactId }) => !counted.has(contactId)),
    ...others.filter(({ contactId }) => counted.has(contactId)),
    ...truth.filter(({ isOptional }) => isOptional),
  ];
};

const differences = (
  problem: Difference['problem'],
  receipts: readonly CountedReceipt[],
  indexes: Iterable<readonly [TrueContact | undefined, number]>,
): readonly Difference[] =>
  [...indexes].flatMap(([contact, index]) =>
    receipts.slice(index, index + 1).map((receipt) => found(problem, receipt, contact)),
  );

/**
 * Compares injixo's receipts with the truth, as multisets per series and second, because receipts have no ids. Contacts
 * with held ids (unclear, parked, not yet sent) may be missing.
 */
export const compare = (
  truth: readonly TrueContact[],
  receipts: readonly CountedReceipt[],
  { held = [] }: { readonly held?: readonly string[] } = {},
): Comparison => {
  const bucketOf = receiptsForContact(receipts);
  const contacts = neediestFirst(truth, receipts, bucketOf);
  const { placements, surplus } = placeContacts(contacts, receipts, bucketOf);
  const { due, lost, twiceUnknown } = judgePlacements(placements, new Set(held));

  const wrong = pairWrong(lost, surplus, bucketOf);
  const misplaced = new Set(wrong.values());
  const explained = surplus
    .filter((index) => !misplaced.has(index))
    .map((index) => [contacts.find((contact) => bucketOf(contact).includes(index)), index] as const);
  const gone = lost.filter((contact) => !wrong.has(contact)).map(lostOf);
  const doubled = [...twiceUnknown, ...differences('doubled', receipts, explained)];
  const twins = twinQueues(receipts);
  const sharing = receipts
    .filter(({ queueIdentifier }) => twins.has(queueIdentifier))
    .map((receipt) => found('wrong queue', receipt, undefined));
  const wrongQueue = [...differences('wrong queue', receipts, wrong), ...sharing];
  return {
    contacts: due,
    lost: gone.length,
    doubled: doubled.length,
    wrongQueue: wrongQueue.length,
    details: [...gone, ...doubled, ...wrongQueue],
  };
};

const seriesOf = (identifier: string): string => (identifier.endsWith(':replies') ? 'replies' : 'tickets');

const seriesOfContact = ({ kind }: TrueContact): string => (kind === 'replies' ? 'replies' : 'tickets');

/** Whether a receipt has a right queue, name and flags for a contact. */
const isRight = (contact: TrueContact, receipt: CountedReceipt): boolean => {
  const queues = contact.queuesBy?.(receipt.at ?? Infinity) ?? contact.queues;
  const queue = queues.find(({ identifier }) => identifier === receipt.queueIdentifier);
  const isHandled = !isUnknownQueue(receipt.queueIdentifier);
  return (
    queue !== undefined &&
    mayBeNamed(queue, receipt.queueName) &&
    receipt.offered &&
    receipt.handled === isHandled
  );
};

/** Looks up the receipts of a contact's series and second, by index. */
const receiptsForContact = (receipts: readonly CountedReceipt[]) => {
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
