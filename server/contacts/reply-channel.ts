import type { ConversationEvent } from './parse-conversation-event';
import { SOURCE } from './sources';

/** The signs of a reply's channel, only those that event and API both show. */
export type ReplySigns = Pick<ConversationEvent, 'source' | 'supportEmail' | 'toEmails'>;

/** Conversation source code → the ticket source that stands for the same channel. */
const CHANNEL_OF_CODE: ReadonlyMap<number, number> = new Map([
  [5, SOURCE.TWITTER],
  [7, SOURCE.FACEBOOK],
  [9, SOURCE.PHONE],
  [10, SOURCE.MOBIHELP],
  [11, SOURCE.ECOMMERCE],
]);

/** Gives the ticket source that stands for the reply's own channel; null when the reply follows its ticket. */
export function replyChannel(signs: ReplySigns): number | null {
  const byMailbox = signs.supportEmail && signs.toEmails ? SOURCE.EMAIL : null;
  return CHANNEL_OF_CODE.get(signs.source) ?? byMailbox;
}

/** Gives the source under which a reply counts, once its ticket is known: what was recorded of it, else its ticket's. */
export function resolveReplySource(recorded: number | null, ticketSource: number): number {
  // The answer to an agent's outbound e-mail is an e-mail.
  const following = ticketSource === SOURCE.OUTBOUND_EMAIL ? SOURCE.EMAIL : ticketSource;
  return recorded ?? following;
}

/** Gives a reply's source by all its signs, so that every path names a reply alike; null while its ticket is unknown. */
export function replySource(signs: ReplySigns, ticketSource: number | null): number | null {
  const channel = replyChannel(signs);
  return ticketSource === null ? channel : resolveReplySource(channel, ticketSource);
}
