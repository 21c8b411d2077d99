import type { Helpdesk } from '../freshdesk/model/helpdesk';
import { firstMessages, replyTruth } from './reply-truth';
import { ticketTruth, thrownAwayTruth } from './ticket-truth';
import type { TrueContact, TruthOptions } from './true-contact';

/**
 * The contacts that ought to be in injixo once all is delivered, from the helpdesk's own history and the
 * product's counting table alone; it knows nothing of the app.
 */
export const truth = (helpdesk: Helpdesk, options: TruthOptions): readonly TrueContact[] => {
  const records = [...helpdesk.tickets.values()];
  const conversations = [...helpdesk.conversations.values()];
  const world = { helpdesk, firsts: firstMessages(helpdesk) };
  return [
    ...records.flatMap((record) => ticketTruth(helpdesk, record, options) ?? []),
    ...records.flatMap((record) => thrownAwayTruth(record, options) ?? []),
    ...conversations.flatMap((conversation) => replyTruth(world, conversation, options) ?? []),
  ];
};
