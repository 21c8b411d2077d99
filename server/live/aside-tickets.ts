import type { WaitingContact } from '../contacts/contact';
import type { LiveRun } from './live-run';

const NAMING_CALLS = ['view', 'first messages'] as const;

/** True for a contact whose ticket is set aside. */
export function isAside(
  { session }: Pick<LiveRun, 'session'>,
  { contact: { ticketId } }: WaitingContact,
): boolean {
  return NAMING_CALLS.some((call) => session.tickets.aside({ ticketId, call }) !== undefined);
}

/** True while the ticket of a contact is set aside and not to be tried again, and no list of this run shows it. */
export function rests(
  { session: { tickets, listed } }: Pick<LiveRun, 'session'>,
  { contact: { ticketId } }: WaitingContact,
): boolean {
  const isHidden = tickets.rests({ ticketId, call: 'view' }) && !listed.has(ticketId);
  return isHidden || tickets.rests({ ticketId, call: 'first messages' });
}
