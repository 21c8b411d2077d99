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
 * Whether the app asked last for the ticket while Freshdesk did not give it, or gave none at all, and could not ask again
 * since: while injixo is down, it does not scan.
 */
function wasAskedInVain(
  { sandbox, silences, unreadable }: ChaosWorld,
  ticketId: number,
  contactId: string,
): boolean {
  const paths = [`/api/v2/tickets/${ticketId}`, `/api/v2/tickets/${ticketId}/conversations`];
  const asked = sandbox.network.requests().findLast(({ path }) => paths.includes(path));
  const at = asked?.at ?? NaN;
  const own = unreadable.get(ticketId);
  const spans =
    own === undefined ? silences : [...silences, { family: own.fault.family, from: 0, until: own.until }];
  return spans.some(
    ({ family, from, until }) =>
      from <= at && at <= until && (family === 'view' || contactId.startsWith('reply:')),
  );
}

/**
 * Whether a missing contact is accounted for: it is on a ticket that cannot be read, and that is one of `named`, the
 * tickets that the page names beside `complete until`. Only replies are, where only the conversations cannot be read. At the end
 * (without `agoMs`) a call that gave no ticket for hours is no excuse any more.
 */
export function isSetAside(
  world: ChaosWorld,
  contactId: string,
  { named, agoMs = 0 }: { readonly named: readonly number[]; readonly agoMs?: number },
): boolean {
  return ticketsOf(world, contactId).some(
    (ticketId) =>
      named.includes(ticketId) &&
      (isUnreadable(world, ticketId, contactId, agoMs) ||
        (agoMs > 0 && wasAskedInVain(world, ticketId, contactId))),
  );
}
