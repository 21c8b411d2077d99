import type { WaitingContact } from '../contacts/contact';
import { placeOf } from '../contacts/decide-with-ticket';
import { nameContact, type NamingResult } from '../naming/name-contacts';
import type { FoundState } from '../naming/ticket-states';
import { inParallel } from '../values/in-parallel';
import type { LiveRun } from './live-run';

/** A named contact, or what its naming came to, and its ticket's state. */
export interface Named {
  readonly waiting: WaitingContact;
  readonly result: NamingResult;
  readonly state: FoundState | undefined;
}

/** Names each contact by its ticket's state. */
export function nameAll(
  run: LiveRun,
  contacts: readonly WaitingContact[],
  states: ReadonlyMap<number, FoundState>,
): Promise<readonly Named[]> {
  // One at a time: a name asked for one contact serves the next.
  return inParallel(contacts, 1, async (waiting) => {
    const state = states.get(waiting.contact.ticketId);
    return { waiting, state, result: await nameContact(waiting, state, run) };
  });
}

/** A contact with the place it has now, which it keeps. */
export function withPlace({ waiting, state }: Named): WaitingContact {
  if (waiting.place !== undefined || state?.kind !== 'found') return waiting;
  return { ...waiting, place: placeOf(waiting.contact, state.ticket) };
}
