import type { Difference } from '../../../oracle/comparison';
import { MINUTE } from '../time';
import type { ChaosWorld } from '../world';
import { readAppRecords, type AppRecords } from './app-records';
import { compareKindly } from './compare-kindly';
import { isSetAside, RETRIED_WITHIN_MS } from './set-aside';
import { wholeTruth } from './whole-truth';

/** A contact that was missing in injixo although the app reported its time as complete. */
export interface Overclaim {
  readonly at: number;
  readonly completeUntil: number;
  readonly contactId: string;
  readonly timestamp: number;
}

interface ContactFacts {
  readonly ticketId: number;
  readonly recordedAt: number;
}

function factsOf({ sandbox }: ChaosWorld, contactId: string): ContactFacts | null {
  const { conversations, tickets } = sandbox.freshdesk.helpdesk;
  const id = Number(contactId.split(':')[1]);
  const conversation = contactId.startsWith('reply:') ? conversations.get(id) : undefined;
  if (conversation !== undefined)
    return { ticketId: conversation.receivedOnTicketId, recordedAt: conversation.recordedAt };
  const first = tickets.get(id)?.versions[0];
  return first === undefined ? null : { ticketId: id, recordedAt: first.at };
}

/**
 * The list shows only the latest reply of a ticket, until the next day's recheck finds earlier ones; a merge or a split may
 * take one off its ticket.
 */
export function isHiddenReply(
  { sandbox }: ChaosWorld,
  contactId: string,
  { ticketId, recordedAt }: ContactFacts,
  recheckedUntil: number,
): boolean {
  if (!contactId.startsWith('reply:')) return false;
  const { conversations } = sandbox.freshdesk.helpdesk;
  const id = Number(contactId.split(':')[1]);
  const reply = conversations.get(id);
  const isMoved = reply !== undefined && (reply.isRemoved || reply.ticketId !== reply.receivedOnTicketId);
  if (isMoved || recordedAt < recheckedUntil) return isMoved;
  const later = [...conversations.values()].filter(
    (each) => each.id !== id && each.isIncoming && each.recordedAt >= recordedAt,
  );
  return later.some((each) => [each.ticketId, each.receivedOnTicketId].includes(ticketId));
}

/** The lists of deleted and spam tickets are read only once an hour. */
function wasDeletedOrSpam({ sandbox }: ChaosWorld, ticketId: number): boolean {
  const versions = sandbox.freshdesk.helpdesk.tickets.get(ticketId)?.versions ?? [];
  return versions.some(({ ticket }) => ticket.isDeleted || ticket.isSpam);
}

/**
 * The list omitted the ticket while the key saw less, and the app, whose calls failed, could not ask what it sees until it
 * saw all again. The next day's recheck finds its contacts.
 */
export function wasUnseen(
  { sandbox, unnoticedNarrowing }: ChaosWorld,
  { ticketId, recordedAt }: ContactFacts,
  recheckedUntil: number,
): boolean {
  const groupIds = (sandbox.freshdesk.helpdesk.tickets.get(ticketId)?.versions ?? []).map(
    ({ ticket }) => ticket.groupId ?? 0,
  );
  return unnoticedNarrowing.some(
    ({ liveFrom, to, groups }) =>
      Math.max(liveFrom, recheckedUntil) <= recordedAt &&
      recordedAt < to &&
      groupIds.some((id) => !groups.includes(id)),
  );
}

const SCAN_AGE_MS = 15 * MINUTE;
/**
 * The app checks once an hour of scanning whether its key sees all tickets; before that check it cannot know what a
 * list omits. After it the app goes back to the previous check, so its claim shows whether it has checked.
 */
const SCOPE_CHECK_MS = 70 * MINUTE;

function isNarrowScopeUndetected({ narrowedAt }: ChaosWorld, completeUntil: number): boolean {
  if (narrowedAt === null) return false;
  const aheadMs = completeUntil - narrowedAt;
  return aheadMs >= -SCAN_AGE_MS && aheadMs < SCOPE_CHECK_MS;
}

function isDocumented(
  world: ChaosWorld,
  { completeUntil, recheckedUntil }: Pick<AppRecords, 'completeUntil' | 'recheckedUntil'>,
  { contactId = '' }: Difference,
): boolean {
  const facts = factsOf(world, contactId);
  if (facts === null || facts.recordedAt > (completeUntil ?? 0)) return true;
  if (wasUnseen(world, facts, recheckedUntil)) return true;
  return wasDeletedOrSpam(world, facts.ticketId) || isHiddenReply(world, contactId, facts, recheckedUntil);
}

/**
 * Checks that everything up to `complete until` is in injixo, held, or on a ticket that is named as set aside, apart from the
 * documented exceptions.
 */
export function checkComplete(world: ChaosWorld): readonly Overclaim[] {
  const records = readAppRecords(world);
  const { completeUntil } = records;
  if (world.plan.key !== 'always') return [];
  if (completeUntil === null || isNarrowScopeUndetected(world, completeUntil)) return [];
  const held = [...records.unclear, ...records.parked, ...records.discarded];
  const happened = wholeTruth(world).filter(({ timestamp }) => timestamp * 1000 <= completeUntil);
  const aside = { named: records.setAside, agoMs: RETRIED_WITHIN_MS };
  const isExcused = (each: Difference): boolean =>
    isDocumented(world, records, each) || isSetAside(world, each.contactId ?? '', aside);
  const { details } = compareKindly(happened, world.sandbox.injixo.receipts, { held, isExcused });
  return details
    .filter((each) => each.problem === 'lost' && !isExcused(each))
    .map(({ contactId = '', timestamp }) => ({ at: world.now(), completeUntil, contactId, timestamp }));
}
