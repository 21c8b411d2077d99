import { decideTicketChange } from '../contacts/decide-ticket-change';
import { parseTicketEvent } from '../contacts/parse-ticket-event';
import { handleEvent } from './handle-event';

/** Records the contact of a ticket that was deleted or marked as spam (U1, U2). One entity operation at most. */
export async function onTicketUpdate(payload: unknown): Promise<void> {
  await handleEvent('onTicketUpdate', parseTicketEvent(payload), decideTicketChange);
}
