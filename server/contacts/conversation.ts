import { parseInstant } from '../values/instant';
import {
  isFilledText,
  readField,
  readFlag,
  readId,
  readPath,
  readSource,
  type Parsed,
} from '../values/read-field';

/** A conversation as event and API both show it, reduced to what counting and naming need; no address is kept. */
export interface ConversationEvent {
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
}

const PLAIN_REPLY = 0;

interface Identity {
  readonly id: number;
  readonly ticketId: number;
  readonly createdAt: number;
}

function parseIdentity(value: unknown): Parsed<Identity> {
  const id = readId(readField(value, 'id'));
  const ticketId = readId(readField(value, 'ticket_id'));
  const createdAt = parseInstant(readField(value, 'created_at'));
  if (id === null) {
    return { ok: false, reason: 'the conversation has no id' };
  }
  if (ticketId === null) {
    return { ok: false, reason: 'the conversation has no ticket id' };
  }
  if (createdAt === null) {
    return { ok: false, reason: 'the conversation has no time of creation' };
  }
  return { ok: true, value: { id, ticketId, createdAt } };
}

interface Nature {
  readonly incoming: boolean;
  readonly private: boolean;
  readonly source: number;
}

function parseNature(value: unknown): Parsed<Nature> {
  const incoming = readFlag(readField(value, 'incoming'));
  const isPrivate = readFlag(readField(value, 'private'));
  // A conversation without a code is judged by `incoming` and `private` alone, as one with an unknown code is.
  const source = readSource(readField(value, 'source') ?? PLAIN_REPLY);
  if (incoming === null || isPrivate === null) {
    return { ok: false, reason: 'the conversation does not say whether it is incoming and private' };
  }
  if (source === null) {
    return { ok: false, reason: 'the source of the conversation is not a number' };
  }
  return { ok: true, value: { incoming, private: isPrivate, source } };
}

/** Reads what event and API both show of a conversation, by one set of rules, and never throws. */
function parseConversationFields(value: unknown): Parsed<ConversationEvent> {
  const identity = parseIdentity(value);
  if (!identity.ok) {
    return identity;
  }
  const nature = parseNature(value);
  if (!nature.ok) {
    return nature;
  }
  const recipients = readField(value, 'to_emails');
  const supportEmail = isFilledText(readField(value, 'support_email'));
  const toEmails = Array.isArray(recipients) && recipients.length > 0;
  return { ok: true, value: { ...identity.value, ...nature.value, supportEmail, toEmails } };
}

/** Reads the payload of onConversationCreate and never throws. */
export function parseConversationEvent(payload: unknown): Parsed<ConversationEvent> {
  return parseConversationFields(readPath(payload, ['data', 'conversation']));
}

/** A conversation of Freshdesk's API, with its author. */
export interface Conversation extends ConversationEvent {
  readonly userId: number | null;
}

/** Reads one conversation of Freshdesk's API, by the same rules as an event's, and never throws. */
export function parseConversation(value: unknown): Parsed<Conversation> {
  const fields = parseConversationFields(value);
  if (!fields.ok) {
    return fields;
  }
  return { ok: true, value: { ...fields.value, userId: readId(readField(value, 'user_id')) } };
}
