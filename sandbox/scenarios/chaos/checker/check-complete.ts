import { compare } from '../../../oracle/compare';
import type { Difference } from '../../../oracle/comparison';
import { MINUTE } from '../time';
import type { ChaosWorld } from '../world';
import { readAppRecords, noteRecorded } from './app-records';
import { heldLast, wholeTruth } from './whole-truth';

/** A contact that was not in injixo although the app said that it was complete so far. */
export interface Overclaim {
  readonly at: number;
  readonly completeUntil: number;
  readonly contactId: string;
  readonly timestamp: number;
}

interface Happened {
  readonly ticketId: number;
  readonly recordedAt: number;
}

function whatHappened({ sandbox }: ChaosWorld, contactId: string): Happened | null {
  const { conversations, tickets } = sandbox.freshdesk.helpdesk;
  const id = Number(contactId.split(':')[1]);
  const conversation = contactId.startsWith('reply:') ? conversations.get(id) : undefined;
  if (conversation !== undefined)
    return { ticketId: conversation.receivedOnTicketId, recordedAt: conversation.recordedAt };
  const first = tickets.get(id)?.versions[0];
  return first === undefined ? null : { ticketId: id, recordedAt: first.at };
}

/** The list shows only the latest reply of a ticket; an earlier one is found by the deep pass of the next day. */
function isHiddenReply({ sandbox }: ChaosWorld, contactId: string, ticketId: number): boolean {
  if (!contactId.startsWith('reply:')) return false;
  const { helpdesk } = sandbox.freshdesk;
  const id = Number(contactId.split(':')[1]);
  const reply = helpdesk.conversations.get(id);
  const others = [...helpdesk.conversations.values()].filter(
    (other) =>
      other.id !== id && other.isIncoming && [other.ticketId, other.receivedOnTicketId].includes(ticketId),
  );
  const isMoved = reply?.isRemoved === true || reply?.ticketId !== reply?.receivedOnTicketId;
  return isMoved || others.some(({ recordedAt }) => recordedAt >= (reply?.recordedAt ?? 0));
}

/** The lists of thrown-away tickets are read once an hour only. */
function wasThrownAway({ sandbox }: ChaosWorld, ticketId: number): boolean {
  const versions = sandbox.freshdesk.helpdesk.tickets.get(ticketId)?.versions ?? [];
  return versions.some(({ ticket }) => ticket.isDeleted || ticket.isSpam);
}

/**
 * The app looks once an hour of scanning whether its key sees all tickets; until then it cannot know what a list leaves out.
 * When it knows, it goes back to before that, so what it claims tells whether it has looked.
 */
const SCAN_AGE_MS = 15 * MINUTE;

const SCOPE_LOOK_MS = 70 * MINUTE;

function isNarrowUnnoticed({ narrowedAt }: ChaosWorld, completeUntil: number): boolean {
  if (narrowedAt === null) return false;
  const aheadMs = completeUntil - narrowedAt;
  return aheadMs >= -SCAN_AGE_MS && aheadMs < SCOPE_LOOK_MS;
}

function isDocumented(world: ChaosWorld, completeUntil: number, { contactId = '' }: Difference): boolean {
  const what = whatHappened(world, contactId);
  if (what === null || what.recordedAt > completeUntil) return true;
  return wasThrownAway(world, what.ticketId) || isHiddenReply(world, contactId, what.ticketId);
}

/** Looks whether everything up to `complete until` is in injixo or held; the documented exceptions apart. */
export function checkComplete(world: ChaosWorld): readonly Overclaim[] {
  noteRecorded(world);
  const records = readAppRecords(world);
  const { completeUntil } = records;
  if (completeUntil === null || isNarrowUnnoticed(world, completeUntil)) return [];
  const held = [...records.unclear, ...records.parked, ...records.discarded];
  const happened = wholeTruth(world).filter(({ timestamp }) => timestamp * 1000 <= completeUntil);
  const contacts = heldLast(happened, held);
  const { details } = compare(contacts, world.sandbox.injixo.receipts, { held });
  return details
    .filter((each) => each.problem === 'lost' && !isDocumented(world, completeUntil, each))
    .map(({ contactId = '', timestamp }) => ({ at: world.now(), completeUntil, contactId, timestamp }));
}
