import { decideTicket } from '../contacts/decide-ticket';
import { parseTicketEvent } from '../contacts/parse-ticket-event';
import { handleEvent } from './handle-event';

/** Records the contact of a new ticket (T1 to T4, T7). One entity operation at most. */
export async function onTicketCreate(payload: unknown): Promise<void> {
  await handleEvent('onTicketCreate', parseTicketEvent(payload), decideTicket);
}
