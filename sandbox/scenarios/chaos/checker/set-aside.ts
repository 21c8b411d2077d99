import { MINUTE } from '../time';
import type { ChaosWorld } from '../world';

/** A ticket set aside is asked for again every hour, and what was found on it then takes some runs. */
export const RETRIED_WITHIN_MS = 75 * MINUTE;

function ticketsOf({ sandbox }: ChaosWorld, contactId: string): readonly number[] {
  const id = Number(contactId.split(':')[1]);
  if (!contactId.startsWith('reply:')) return [id];
  const conversation = sandbox.freshdesk.helpdesk.conversations.get(id);
  return conversation === undefined ? [] : [conversation.receivedOnTicketId, conversation.ticketId];
}

/** Whether Freshdesk did not give what the contact is in, until at most `agoMs` ago. */
function isUnreadable(world: ChaosWorld, ticketId: number, contactId: string, agoMs: number): boolean {
  const unreadable = world.unreadable.get(ticketId);
  if (unreadable === undefined || unreadable.until + agoMs <= world.now()) return false;
  return unreadable.fault.family === 'view' || contactId.startsWith('reply:');
}

/**
 * Whether a missing contact is accounted for: it is on a ticket that cannot be read, and that is one of `named`, the
 * tickets that the page names beside `complete until`. Only replies are, where only the conversations cannot be read.
 */
export function isSetAside(
  world: ChaosWorld,
  contactId: string,
  { named, agoMs = 0 }: { readonly named: readonly number[]; readonly agoMs?: number },
): boolean {
  return ticketsOf(world, contactId).some(
    (ticketId) => named.includes(ticketId) && isUnreadable(world, ticketId, contactId, agoMs),
  );
}
