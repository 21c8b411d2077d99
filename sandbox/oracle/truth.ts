import type { Helpdesk } from '../freshdesk/model/helpdesk';
import { firstMessages, replyTruth } from './reply-truth';
import { ticketTruth, deletedOrSpamTruth } from './ticket-truth';
import type { TrueContact, TruthOptions } from './true-contact';

/**
 * The contacts expected in injixo once everything is delivered. It uses only the helpdesk's history and the product's
 * counting table, and nothing of the app.
 */
export const truth = (helpdesk: Helpdesk, options: TruthOptions): readonly TrueContact[] => {
  const records = [...helpdesk.tickets.values()];
  const conversations = [...helpdesk.conversations.values()];
  const world = { helpdesk, firsts: firstMessages(helpdesk) };
  return [
    ...records.flatMap((record) => ticketTruth(helpdesk, record, options) ?? []),
    ...records.flatMap((record) => deletedOrSpamTruth(record, options) ?? []),
    ...conversations.flatMap((conversation) => replyTruth(world, conversation, options) ?? []),
  ];
};
