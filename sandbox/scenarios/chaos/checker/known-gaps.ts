import type { TicketRecord } from '../../../freshdesk/model/ticket';
import { latestVersion } from '../../../freshdesk/model/ticket-versions';
import type { Difference } from '../../../oracle/comparison';
import type { ChaosWorld, UnreadableTicket } from '../world';

/**
 * Contacts whose event was lost and that Freshdesk's API does not show, or not long enough for a scan.
 * docs/reliability.md lists each gap. They are counted separately, and only if no event recorded them.
 */
export const KNOWN_GAPS = {
  'deleted for less than a look': 'A ticket deleted and restored or purged between two looks at the trash.',
  'purged before any look': 'A ticket purged while the app said itself that it was not complete until then.',
  'deleted while the key saw less':
    'A ticket in the trash or spam while the key saw less, and until it saw all again no call that asks for this succeeded.',
  'reply moved or removed': 'A reply that a merge or a split took off its ticket before a scan saw it.',
  'reply out of sight':
    'A reply on a ticket whose conversations the API does not show: in the trash, or purged.',
  'reply taken for out of sight':
    'A reply on a ticket in the trash or spam whose conversations alone answer 403 or 404, as those do that the API hides.',
} as const;
/** Why the app could not detect a contact. */
export type KnownGap = keyof typeof KNOWN_GAPS;

const LIST_INTERVAL_MS = 80 * 60_000;

function isGoneBriefly(record: TicketRecord): boolean {
  const changes = record.versions.map(({ at, ticket }) => ({
    at,
    isGone: ticket.isSpam || ticket.isDeleted,
  }));
  const stretches = changes.flatMap(({ at, isGone }, index) => {
    const next = changes.slice(index + 1).find((other) => other.isGone !== isGone)?.at;
    return isGone ? [(next ?? record.purgedAt ?? Infinity) - at] : [];
  });
  return stretches.length > 0 && stretches.every((lasted) => lasted <= LIST_INTERVAL_MS);
}

/** True if the API may no longer show the conversations of this ticket. */
function isOutOfSight(world: ChaosWorld, record: TicketRecord): boolean {
  const wasGone = record.versions.some(({ ticket }) => ticket.isDeleted);
  const isHidden = world.plan.trashView !== '200' && wasGone;
  return isHidden || record.purgedAt !== null || latestVersion(record).isArchived;
}

type Version = TicketRecord['versions'][number];
const isThrownAway = ({ ticket }: Version): boolean => ticket.isSpam || ticket.isDeleted;

function answersAsHidden({ fault }: UnreadableTicket): boolean {
  return fault.family === 'conversations' && fault.kind === 'status' && [403, 404].includes(fault.status);
}

/** True if the conversations of a ticket answered 403 or 404 while it was in the trash or spam, where it still is. */
function isTakenForOutOfSight({ unreadable }: ChaosWorld, { id, versions }: TicketRecord): boolean {
  const failing = unreadable.get(id);
  const thrownAway = versions.find(isThrownAway);
  if (failing === undefined || thrownAway === undefined || !answersAsHidden(failing)) return false;
  return versions.slice(-1).some(isThrownAway) && thrownAway.at < failing.until;
}

function gapOfReply(world: ChaosWorld, replyId: number): KnownGap | null {
  const { conversations, tickets } = world.sandbox.freshdesk.helpdesk;
  const conversation = conversations.get(replyId);
  if (conversation === undefined) return null;
  const isMoved = conversation.ticketId !== conversation.receivedOnTicketId;
  if (conversation.isRemoved || isMoved) return 'reply moved or removed';
  const record = tickets.get(conversation.ticketId);
  if (record === undefined) return null;
  if (isOutOfSight(world, record)) return 'reply out of sight';
  return isTakenForOutOfSight(world, record) ? 'reply taken for out of sight' : null;
}

/** True if the ticket was purged while `complete until` was still earlier than this contact. */
function isPurgedUnseen({ completeAtPurge }: ChaosWorld, ticketId: number, timestamp: number): boolean {
  const completeUntil = completeAtPurge.get(ticketId);
  return completeUntil !== undefined && completeUntil < timestamp * 1000;
}

/** True if the ticket became spam or was deleted in a time in which the app could not know that its key sees less. */
function wasGoneUnnoticed({ unnoticedNarrowing }: ChaosWorld, { versions }: TicketRecord): boolean {
  const gone = versions.find(isThrownAway);
  return gone !== undefined && unnoticedNarrowing.some(({ from, to }) => from <= gone.at && gone.at < to);
}

function gapOfTicket(world: ChaosWorld, ticketId: number, contact: Difference): KnownGap | null {
  const record = world.sandbox.freshdesk.helpdesk.tickets.get(ticketId);
  if (isPurgedUnseen(world, ticketId, contact.timestamp)) return 'purged before any look';
  if (record === undefined) return null;
  const isUnknown = contact.contactId?.startsWith('unknown:') === true;
  if (isUnknown && isGoneBriefly(record)) return 'deleted for less than a look';
  return wasGoneUnnoticed(world, record) ? 'deleted while the key saw less' : null;
}

/** Why the app could not detect a missing contact; null if it should have. */
export function knownGapOf(world: ChaosWorld, missing: Difference): KnownGap | null {
  const { contactId = '', problem } = missing;
  if (problem !== 'lost' || world.diary.contactIds.has(contactId)) return null;
  const [kind, digits] = contactId.split(':');
  const id = Number(digits);
  return kind === 'reply' ? gapOfReply(world, id) : gapOfTicket(world, id, missing);
}
