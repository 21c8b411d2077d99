import { idOf, isDeletedOrSpam, type TicketState } from '../contacts/contact';
import { decideWithTicket, type ImportFacts } from '../contacts/decide-with-ticket';
import { isPartOfTicket } from '../contacts/first-chat-message';
import { isHidden } from '../freshdesk/client';
import type { FreshdeskSession } from '../freshdesk/session';
import { LIMITS } from '../values/limits';
import { findTickets, type TicketFinder } from './find-tickets';
import { createFirstChatMessages } from './first-chat-messages';
import type { TicketStates } from './ticket-states';

/** What asking Freshdesk needs of a run. */
interface AskingRun extends TicketFinder {
  readonly session: FreshdeskSession;
  /** What a decision needs to know of the installation. */
  importFacts(): ImportFacts;
}

/** The tickets as Freshdesk shows them. Calls: those of findTickets, and one a chat whose first messages matter. */
export function createShownStates(run: AskingRun): TicketStates {
  const { session } = run;
  const firstMessages = createFirstChatMessages(run);
  return {
    async find(contacts) {
      const wanted = contacts
        .filter(({ contact }) => contact.kind !== 'unknown')
        .map(({ contact: { ticketId, occurredAt }, since }) => {
          // An old contact does not widen the list query: its ticket changed when it was recorded.
          return { ticketId, occurredAt: Math.max(occurredAt, since - LIMITS.lateEventMs) };
        });
      const { states, problem, isAnswered } = await findTickets(run, wanted);
      if (problem !== null) session.noteProblem(problem);
      else if (isAnswered) session.noteAnswer();
      const chats = contacts.flatMap(({ contact }) => {
        const state: TicketState | undefined = states.get(contact.ticketId);
        if (state?.kind !== 'found') return [];
        const { kind } = decideWithTicket(contact, state, run.importFacts());
        return kind === 'check first message' ? [state.ticket] : [];
      });
      await firstMessages.read(chats);
      return states;
    },
    async isPartOfTicket({ contactId, ticketId }, ticket) {
      const answer = await firstMessages.of(ticket);
      const about = { ticketId, call: 'first messages' } as const;
      if (answer.ok) {
        session.tickets.worked(about);
        return isPartOfTicket(idOf(contactId), answer.value.conversations, ticket);
      }
      // Freshdesk hides the conversations of some deleted tickets. Whoever writes within seconds of the chat's start is most
      // likely its requester.
      if (isHidden(answer.problem) && isDeletedOrSpam(ticket)) return true;
      await session.tickets.failed({ ...about, problem: answer.problem, from: null });
      return null;
    },
  };
}
