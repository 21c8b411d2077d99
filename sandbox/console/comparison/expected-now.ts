import type { Helpdesk } from '../../freshdesk/model/helpdesk';
import type { Difference } from '../../oracle/comparison';
import { liveTruth } from '../../oracle/live/live-truth';
import type { Told } from '../../oracle/live/told';
import { truth } from '../../oracle/truth';
import type { TrueContact } from '../../oracle/true-contact';
import type { AppClaims } from './app-claims';

/** During an outage a contact is named when the outage ends; on the page it may last for days. */
const NAMED_WITHIN_MS = 7 * 86_400_000;
/** A scan that begins with a new key may miss what happened just before. */
const SCAN_BEGINS_MS = 15 * 60_000;

/** The contacts that ought to be in injixo. */
export interface Expected {
  readonly contacts: readonly TrueContact[];
  /** What no event told the app and no scan could find: in the live way such a contact is not counted. */
  readonly untold: readonly TrueContact[];
  /** Whether the app says that it has brought this contact, or holds it. */
  isPromised(contact: Pick<Difference, 'contactId' | 'timestamp'>): boolean;
}

interface Helpdesks {
  readonly helpdesk: Helpdesk;
  /** What events told the app. */
  readonly told: Told;
}

function isComplete({ cutOver, completeUntil, isHistoryDone }: AppClaims, timestamp: number): boolean {
  const at = timestamp * 1000;
  return at < completeUntil && (at >= cutOver || isHistoryDone);
}

/** Queues of either way are right where a contact may have been counted in either. */
function inEither(one: TrueContact, other: TrueContact | undefined): TrueContact {
  if (other === undefined) return one;
  const queues = [...one.queues, ...other.queues];
  const orElse = one.orElse ?? other.orElse;
  return { ...one, orElse, queues, queueIdentifiers: queues.map(({ identifier }) => identifier) };
}

/** Where there was no Freshdesk key, or not always: what events told, and what a scan has seen since. */
function expectedOfEvents(
  { helpdesk, told }: Helpdesks,
  claims: AppClaims,
  whole: readonly TrueContact[],
): Expected {
  const { cutOver, checkedFrom } = claims;
  const live = new Map(liveTruth(helpdesk, told, { cutOver }).map((each) => [each.contactId, each]));
  const wholeIds = new Set(whole.map(({ contactId }) => contactId));
  const isScanned = ({ timestamp }: TrueContact): boolean =>
    timestamp * 1000 < cutOver || (checkedFrom !== null && timestamp * 1000 >= checkedFrom + SCAN_BEGINS_MS);
  const isFound = (contact: TrueContact): boolean => live.has(contact.contactId) || isScanned(contact);
  return {
    contacts: [
      ...[...live.values()].filter(({ contactId }) => !wholeIds.has(contactId)),
      ...whole.map((contact) => ({
        ...inEither(contact, live.get(contact.contactId)),
        isOptional: contact.isOptional || !isFound(contact),
      })),
    ],
    untold: whole.filter((contact) => !contact.isOptional && !isFound(contact)),
    isPromised: ({ contactId, timestamp }) => live.has(contactId ?? '') || isComplete(claims, timestamp),
  };
}

/** What ought to be in injixo by the ways in which the app has run since its installation. */
export function expectedNow(helpdesks: Helpdesks, claims: AppClaims): Expected {
  const { cutOver, checkedFrom, historyFrom } = claims;
  const whole = truth(helpdesks.helpdesk, {
    cutOver,
    ...(historyFrom === null ? {} : { historyFrom }),
    namedWithinMs: NAMED_WITHIN_MS,
  });
  if (checkedFrom !== cutOver) return expectedOfEvents(helpdesks, claims, whole);
  const isPromised: Expected['isPromised'] = ({ timestamp }) => isComplete(claims, timestamp);
  return { contacts: whole, untold: [], isPromised };
}
