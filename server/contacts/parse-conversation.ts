import { parseConversationFields } from './parse-conversation-event';
import type { ConversationEvent } from './parse-conversation-event';
import type { Parsed } from './parsed';
import { readField, readId } from './read-field';

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
