import { parseInstant } from '../values/instant';
import { readField, readFlag, readId, readSource, type Parsed } from '../values/read-field';

/** A conversation as events and the API both show it, reduced to what counting and naming need; no address is kept. */
export interface Conversation {
  readonly id: number;
  readonly ticketId: number;
  /** Milliseconds since 1970, whole seconds. */
  readonly createdAt: number;
  readonly incoming: boolean;
  readonly private: boolean;
  /** Freshdesk's conversation source code, which is not a ticket's source. */
  readonly source: number;
  /** A mailbox of the account is named. */
  readonly supportEmail: boolean;
  /** At least one recipient is named. */
  readonly toEmails: boolean;
  /** The author. */
  readonly userId: number | null;
}

const PLAIN_REPLY = 0;

function parseIdentity(value: unknown): Parsed<Pick<Conversation, 'id' | 'ticketId' | 'createdAt'>> {
  const id = readId(readField(value, 'id'));
  const ticketId = readId(readField(value, 'ticket_id'));
  const createdAt = parseInstant(readField(value, 'created_at'));
  if (id === null) return { ok: false, reason: 'the conversation has no id' };
  if (ticketId === null) return { ok: false, reason: 'the conversation has no ticket id' };
  if (createdAt === null) return { ok: false, reason: 'the conversation has no time of creation' };
  return { ok: true, value: { id, ticketId, createdAt } };
}

function parseNature(value: unknown): Parsed<Pick<Conversation, 'incoming' | 'private' | 'source'>> {
  const incoming = readFlag(readField(value, 'incoming'));
  const isPrivate = readFlag(readField(value, 'private'));
  // Without a code, `incoming` and `private` alone decide, as with an unknown code.
  const source = readSource(readField(value, 'source') ?? PLAIN_REPLY);
  if (incoming === null || isPrivate === null) {
    return { ok: false, reason: 'the conversation does not say whether it is incoming and private' };
  }
  if (source === null) return { ok: false, reason: 'the source of the conversation is not a number' };
  return { ok: true, value: { incoming, private: isPrivate, source } };
}

/** Reads a conversation of Freshdesk's API. Never throws. */
export function parseConversation(value: unknown): Parsed<Conversation> {
  const identity = parseIdentity(value);
  if (!identity.ok) return identity;
  const nature = parseNature(value);
  if (!nature.ok) return nature;
  const mailbox = readField(value, 'support_email');
  const recipients = readField(value, 'to_emails');
  return {
    ok: true,
    value: {
      ...identity.value,
      ...nature.value,
      supportEmail: typeof mailbox === 'string' && mailbox.trim() !== '',
      toEmails: Array.isArray(recipients) && recipients.length > 0,
      userId: readId(readField(value, 'user_id')),
    },
  };
}

/** Reads the payload of onConversationCreate by the same rules. Never throws. */
export function parseConversationEvent(payload: unknown): Parsed<Conversation> {
  return parseConversation(readField(payload, 'data', 'conversation'));
}
