import type { Helpdesk } from '../../../freshdesk/model/helpdesk';
import { liveTruth } from '../../../oracle/live/live-truth';
import { mayRepeatDescription } from '../../../oracle/reply-truth';
import { unknownQueue } from '../../../oracle/queue-of';
import type { RightQueue, TrueContact } from '../../../oracle/true-contact';
import { BOUNDS } from '../plan';
import { DAY, MINUTE } from '../time';
import type { ChaosWorld, KeyTime } from '../world';
import { readAppRecords } from './app-records';
import { shownQueues } from './shown-queues';
import { wholeTruth } from './whole-truth';

/** Its faults that move the app's clock, by the names they are counted under. */
const CLOCK_FAULTS = {
  'the clock of the app is wrong': BOUNDS.clockSkewMs,
  'the clock of the app is a day ahead': DAY,
};

/** What is expected where the app has no Freshdesk key, or not always one, and what is counted apart. */
export interface ToldTruth {
  readonly contacts: readonly TrueContact[];
  readonly apart: readonly string[];
}

const NEVER_TOLD = 'its event was lost, or its handler killed or refused before the record was written';

function liveContacts({ sandbox, diary, cutOver, faults }: ChaosWorld): readonly TrueContact[] {
  const skews = Object.entries(CLOCK_FAULTS).filter(([name]) => faults.has(name));
  const skewMs = Math.max(0, ...skews.map(([, ms]) => ms));
  return liveTruth(sandbox.freshdesk.helpdesk, diary, { cutOver, skewMs });
}

function apartOf(world: ChaosWorld, whole: readonly TrueContact[]): readonly string[] {
  const { contactIds } = world.diary;
  const required = whole.filter(({ contactId, isOptional }) => !isOptional && !contactIds.has(contactId));
  return required.filter(({ orElse = '' }) => !contactIds.has(orElse)).map(() => NEVER_TOLD);
}

/** A scan sees what changed since it began, and the windows of two overlap. */
const MARGIN_MS = 15 * MINUTE;

interface Happened {
  readonly at: number;
  /** It is found by the next day's recheck alone. */
  readonly isHidden: boolean;
}

/**
 * Whether a scan had to find what happened. It begins at the run that saw the key first, which a silent schedule or kills may
 * delay. `checkedFrom`: since when the app compares now.
 */
export function wasScanned(
  { from, until }: KeyTime,
  checkedFrom: number | null,
  { at, isHidden }: Happened,
): boolean {
  const scannedFrom = (until === null ? checkedFrom : until.scannedFrom) ?? Infinity;
  if (at < Math.max(from, scannedFrom) + MARGIN_MS) return false;
  if (until === null) return true;
  return at < (isHidden ? until.recheckedUntil : until.scannedUntil) - MARGIN_MS;
}

function happenedOf({ conversations, tickets }: Helpdesk, contactId: string): Happened | null {
  const [kind, digits] = contactId.split(':');
  const reply = kind === 'reply' ? conversations.get(Number(digits)) : undefined;
  if (reply !== undefined) return { at: reply.recordedAt, isHidden: true };
  const versions = tickets.get(Number(digits))?.versions ?? [];
  const gone = versions.find(({ ticket }) => ticket.isDeleted || ticket.isSpam);
  const change = kind === 'unknown' ? gone : versions[0];
  return change === undefined ? null : { at: change.at, isHidden: gone !== undefined };
}

function isChatsFirst({ conversations, tickets }: Helpdesk, contactId: string): boolean {
  const conversation = conversations.get(Number(contactId.split(':')[1]));
  const record = tickets.get(conversation?.receivedOnTicketId ?? 0);
  if (!contactId.startsWith('reply:') || conversation === undefined || record === undefined) return false;
  return mayRepeatDescription(record, conversation);
}

function inAnyQueue(
  contact: TrueContact,
  told: TrueContact | undefined,
  shown: readonly RightQueue[],
): TrueContact {
  const unknown = unknownQueue(contact.kind === 'replies' ? 'replies' : 'tickets');
  const queues = [...contact.queues, ...(told?.queues ?? []), ...shown, unknown];
  const { queueName, kind, contactId, timestamp, otherTimestamps, isOptional, note } = contact;
  return {
    ...{ queueName, kind, contactId, timestamp, otherTimestamps, isOptional, note },
    queues,
    queueIdentifiers: queues.map(({ identifier }) => identifier),
    orElse: contact.orElse ?? told?.orElse,
  };
}

/**
 * Where the key comes and goes: what was told, and what changed in a time with a key that lasted until the scan had passed it. A
 * queue is right by either way, and by what a key had shown before it went.
 */
function mixedTruth(world: ChaosWorld, whole: readonly TrueContact[]): readonly TrueContact[] {
  const { helpdesk } = world.sandbox.freshdesk;
  const { checkedFrom } = readAppRecords(world);
  const keyTimes = world.keyTimes.map(({ from, until }) => ({ from, to: until?.at ?? Infinity }));
  const shown = { keyTimes, records: world.diary.records };
  const live = new Map(liveContacts(world).map((contact) => [contact.contactId, contact]));
  const all = new Map([...live, ...whole.map((contact) => [contact.contactId, contact] as const)]);
  return [...all.values()].map((contact) => {
    const { contactId } = contact;
    const told = live.get(contactId);
    const happened = happenedOf(helpdesk, contactId);
    const isScanned =
      happened !== null && world.keyTimes.some((time) => wasScanned(time, checkedFrom, happened));
    const isRequired = told?.isOptional === false || (isScanned && !contact.isOptional);
    return {
      ...inAnyQueue(contact, told, shownQueues(helpdesk, contactId, shown)),
      isOptional: !isRequired || isChatsFirst(helpdesk, contactId),
    };
  });
}

/** The contacts that an app without a Freshdesk key, or with one at times, has to bring. */
export function toldTruth(world: ChaosWorld): ToldTruth {
  const whole = wholeTruth(world);
  const contacts = world.plan.key === 'never' ? liveContacts(world) : mixedTruth(world, whole);
  return { contacts, apart: apartOf(world, whole) };
}
