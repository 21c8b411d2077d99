import type { Decision } from '../contacts/contact';
import type { Parsed } from '../values/read-field';
import { recordContact } from '../outbox/record-contact';
import { LIMITS } from '../values/limits';
import { KEYS } from '../platform/keys';
import { createKeyValueStore } from '../platform/key-value-store';
import { createLog } from '../platform/log';
import { createRecordStore } from '../platform/record-store';
import { createScheduler } from '../platform/scheduler';
import { ensureTick, readTicks } from '../setup/schedules';
import type { Overview } from '../status/overview';
import { decideTicket, decideTicketChange, decideConversation } from '../contacts/counting-rules';
import { parseTicketEvent } from '../contacts/ticket-event';
import { parseConversationEvent } from '../contacts/conversation';

/**
 * Handles a product event: parse, decide, record. It never rejects, because the platform does not deliver twice. Every
 * twentieth event, by id, looks whether ticks still come: 1 key-value operation, 2 before the first run has ended.
 */
export async function handleEvent<T extends { readonly id: number }>(
  event: string,
  parsed: Parsed<T>,
  decide: (value: T) => Decision,
): Promise<void> {
  const log = createLog(event);
  if (!parsed.ok) return log.warn('event refused', { event, reason: parsed.reason });
  const decision = decide(parsed.value);
  if (decision.contact !== null) await recordContact(createRecordStore(), decision.contact, log);
  if (decision.kind === 'left out') log.info('not counted', { event, reason: decision.reason });
  if (parsed.value.id % LIMITS.scheduleCheckEvery !== 0) return;
  const store = createKeyValueStore();
  const overview = (await store.get(KEYS.overview).catch(() => undefined)) as Overview | undefined;
  await ensureTick(createScheduler(), await readTicks(store, overview), Date.now(), log);
}

/** The handler of an event: at most one entity operation, and key-value operations only with every twentieth. */
function createHandler<T extends { readonly id: number }>(
  event: string,
  parse: (payload: unknown) => Parsed<T>,
  decide: (value: T) => Decision,
): (payload: unknown) => Promise<void> {
  return async (payload) => {
    await handleEvent(event, parse(payload), decide);
  };
}

/** Records the contact of a new ticket (T1 to T4, T7). */
export const onTicketCreate = createHandler('onTicketCreate', parseTicketEvent, decideTicket);

/** Records the contact of a ticket that was deleted or marked as spam (U1, U2). */
export const onTicketUpdate = createHandler('onTicketUpdate', parseTicketEvent, decideTicketChange);

/** Records the contact of a customer reply (C1 to C4). */
export const onConversationCreate = createHandler(
  'onConversationCreate',
  parseConversationEvent,
  decideConversation,
);
