import { parseConversation } from './parse-conversation';
import type { ConversationEvent } from './parse-conversation';
import type { Parsed } from './parsed';
import { readPath } from './read-field';

/** Reads the payload of onConversationCreate and never throws; the API's conversations are read by the same rules. */
export function parseConversationEvent(payload: unknown): Parsed<ConversationEvent> {
  return parseConversation(readPath(payload, ['data', 'conversation']));
}
