import { decideConversation } from '../contacts/decide-conversation';
import { parseConversationEvent } from '../contacts/parse-conversation-event';
import { handleEvent } from './handle-event';

/** Records the contact of a customer reply (C1 to C4). One entity operation at most. */
export async function onConversationCreate(payload: unknown): Promise<void> {
  await handleEvent('onConversationCreate', parseConversationEvent(payload), decideConversation);
}
