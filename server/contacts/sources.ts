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
}

/** Freshdesk's own ticket sources 1 to 22; any other number belongs to the account. */
export const OWN_SOURCES: ReadonlyMap<number, OwnSource> = new Map<number, OwnSource>([
  [1, { name: 'email', channel: 'emails' }],
  [2, { name: 'portal', channel: 'emails' }],
  [3, { name: 'phone', channel: 'calls' }],
  [4, { name: 'forum', channel: 'cases' }],
  [5, { name: 'twitter', channel: 'social_media' }],
  [6, { name: 'facebook', channel: 'social_media' }],
  [7, { name: 'chat', channel: 'chats' }],
  [8, { name: 'mobihelp', channel: 'cases' }],
  [9, { name: 'feedback widget', channel: 'emails' }],
  [10, { name: 'outbound email', channel: 'emails' }],
  [11, { name: 'ecommerce', channel: 'cases' }],
  [12, { name: 'bot', channel: 'chats' }],
  [13, { name: 'whatsapp', channel: 'social_media' }],
  [14, { name: 'internal task', channel: 'cases' }],
  [15, { name: 'web chat', channel: 'chats' }],
  [16, { name: 'web form', channel: 'emails' }],
  [17, { name: 'instagram message', channel: 'social_media' }],
  [18, { name: 'instagram comment', channel: 'social_media' }],
  [19, { name: 'facebook message', channel: 'social_media' }],
  [20, { name: 'facebook comment', channel: 'social_media' }],
  [21, { name: 'mobile chat', channel: 'chats' }],
  [22, { name: 'sms', channel: 'social_media' }],
]);

/** The sources whose tickets repeat their first message as description, which then is no contact of its own (C5). */
export const CHAT_SOURCES: ReadonlySet<number> = new Set([7, 12, 13, 15, 17, 19, 21, 22]);

/** Conversation source code → the ticket source that stands for the same channel. */
export const CHANNEL_OF_CODE: ReadonlyMap<number, number> = new Map([
  [5, SOURCE.TWITTER],
  [7, SOURCE.FACEBOOK],
  [9, SOURCE.PHONE],
  [10, SOURCE.MOBIHELP],
  [11, SOURCE.ECOMMERCE],
]);

/** The source under which a reply counts: its recorded source, else that of its ticket. */
export function resolveReplySource(recorded: number | null, ticketSource: number): number {
  // The answer to an agent's outbound e-mail is an e-mail.
  const following = ticketSource === SOURCE.OUTBOUND_EMAIL ? SOURCE.EMAIL : ticketSource;
  return recorded ?? following;
}
