import type { Conversation } from './conversation';

/** injixo's channels, as its API spells them. */
export const CHANNELS = ['calls', 'chats', 'emails', 'social_media', 'documents', 'cases'] as const;

/** One of injixo's channels. */
export type Channel = (typeof CHANNELS)[number];

/** The numbers of Freshdesk's own ticket sources that the app's rules name. */
export const SOURCE = {
  EMAIL: 1,
  PHONE: 3,
  TWITTER: 5,
  FACEBOOK: 6,
  MOBIHELP: 8,
  OUTBOUND_EMAIL: 10,
  ECOMMERCE: 11,
  INTERNAL_TASK: 14,
} as const;

/** One of Freshdesk's own ticket sources. */
export interface OwnSource {
  /** The fixed name in queue names, whatever language or label the account uses. */
  readonly name: string;
  /** injixo's channel when the settings say "By source". */
  readonly channel: Channel;
  /** The ticket's description repeats its first message, which then is no contact of its own (C5). */
  readonly isChat: boolean;
}

function own(name: string, channel: Channel): OwnSource {
  return { name, channel, isChat: false };
}

function chat(name: string, channel: Channel): OwnSource {
  return { name, channel, isChat: true };
}

/** Freshdesk's own ticket sources 1 to 22; any other number belongs to the account. */
export const OWN_SOURCES: ReadonlyMap<number, OwnSource> = new Map([
  [1, own('email', 'emails')],
  [2, own('portal', 'emails')],
  [3, own('phone', 'calls')],
  [4, own('forum', 'cases')],
  [5, own('twitter', 'social_media')],
  [6, own('facebook', 'social_media')],
  [7, chat('chat', 'chats')],
  [8, own('mobihelp', 'cases')],
  [9, own('feedback widget', 'emails')],
  [10, own('outbound email', 'emails')],
  [11, own('ecommerce', 'cases')],
  [12, chat('bot', 'chats')],
  [13, chat('whatsapp', 'social_media')],
  [14, own('internal task', 'cases')],
  [15, chat('web chat', 'chats')],
  [16, own('web form', 'emails')],
  [17, chat('instagram message', 'social_media')],
  [18, own('instagram comment', 'social_media')],
  [19, chat('facebook message', 'social_media')],
  [20, own('facebook comment', 'social_media')],
  [21, chat('mobile chat', 'chats')],
  [22, chat('sms', 'social_media')],
]);

/** True when tickets of this source begin with a message that their description repeats. */
export function isChatSource(source: number): boolean {
  return OWN_SOURCES.get(source)?.isChat === true;
}

/** Conversation source code → the ticket source that stands for the same channel. */
const CHANNEL_OF_CODE: ReadonlyMap<number, number> = new Map([
  [5, SOURCE.TWITTER],
  [7, SOURCE.FACEBOOK],
  [9, SOURCE.PHONE],
  [10, SOURCE.MOBIHELP],
  [11, SOURCE.ECOMMERCE],
]);

/** The ticket source that stands for the reply's own channel; null when the reply follows its ticket. */
export function replyChannel({
  source,
  supportEmail,
  toEmails,
}: Pick<Conversation, 'source' | 'supportEmail' | 'toEmails'>): number | null {
  const byMailbox = supportEmail && toEmails ? SOURCE.EMAIL : null;
  return CHANNEL_OF_CODE.get(source) ?? byMailbox;
}

/** The source under which a reply counts: its recorded source, else that of its ticket. */
export function resolveReplySource(recorded: number | null, ticketSource: number): number {
  // The answer to an agent's outbound e-mail is an e-mail.
  const following = ticketSource === SOURCE.OUTBOUND_EMAIL ? SOURCE.EMAIL : ticketSource;
  return recorded ?? following;
}
