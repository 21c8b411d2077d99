import type { Decision } from '../contacts/contact';
import { factsOf, type TicketFacts } from '../contacts/ticket-facts';
import { readField, type Parsed } from '../values/read-field';
import { factAlone, putRecord, toOutboxRecord } from '../outbox/record-contact';
import { LIMITS } from '../values/limits';
import { KEYS } from '../platform/keys';
import { createKeyValueStore } from '../platform/key-value-store';
import { createLog } from '../platform/log';
import type { Log } from '../platform/ports';
import { createRecordStore } from '../platform/record-store';
import { createScheduler } from '../platform/scheduler';
import { ensureTick, readTicks } from '../setup/schedules';
import { wayOf, type Way } from '../setup/settings';
import type { Overview } from '../status/overview';
import { decideTicket, decideTicketChange, decideConversation } from '../contacts/counting-rules';
import { parseTicketEvent } from '../contacts/ticket-event';
import { parseConversationEvent } from '../contacts/conversation';

/** What an event comes to: what counts, and the facts of its ticket where it tells them. */
interface Told {
  readonly decision: Decision;
  readonly facts: TicketFacts | null;
}

/**
 * Handles a product event: parse, decide, record. It never rejects, because the platform does not deliver twice. Facts of
 * which nothing counts are recorded `live` only: with a Freshdesk key they are asked for. Every twentieth event, by id, looks
 * whether ticks still come: 1 key-value operation, 2 before the first run has ended.
 */
export async function handleEvent<T extends { readonly id: number }>(
  event: string,
  parsed: Parsed<T>,
  way: Way,
  tell: (value: T) => Told,
): Promise<void> {
  const log = createLog(event);
  if (!parsed.ok) return log.warn('event refused', { event, reason: parsed.reason });
  const { decision, facts } = tell(parsed.value);
  const about = decision.contact ?? factAlone(facts, way);
  if (about !== null) await putRecord(createRecordStore(), toOutboxRecord(about, facts), log);
  if (decision.kind === 'left out') log.info('not counted', { event, reason: decision.reason });
  if (parsed.value.id % LIMITS.scheduleCheckEvery === 0) await lookForTicks(log);
}

/** Makes the schedule anew when it no longer fires. */
async function lookForTicks(log: Log): Promise<void> {
  const store = createKeyValueStore();
  const overview = (await store.get(KEYS.overview).catch(() => undefined)) as Overview | undefined;
  await ensureTick(createScheduler(), await readTicks(store, overview), Date.now(), log);
}

/** The handler of an event: at most one entity operation, and key-value operations only with every twentieth. */
function createHandler<T extends { readonly id: number }>(
  event: string,
  parse: (payload: unknown) => Parsed<T>,
  tell: (value: T) => Told,
): (payload: unknown) => Promise<void> {
  return async (payload) => {
    await handleEvent(event, parse(payload), wayOf(readField(payload, 'iparams')), tell);
  };
}

/** Records the contact of a new ticket (T1 to T4, T7), with the ticket's facts. */
export const onTicketCreate = createHandler('onTicketCreate', parseTicketEvent, (ticket) => ({
  decision: decideTicket(ticket),
  facts: factsOf(ticket, false),
}));

/** Records the contact of a ticket that was deleted or marked as spam (U1, U2), or the facts of a ticket alone. */
export const onTicketUpdate = createHandler('onTicketUpdate', parseTicketEvent, (ticket) => ({
  decision: decideTicketChange(ticket),
  facts: factsOf(ticket, true),
}));

/** Records the contact of a customer reply (C1 to C4). */
export const onConversationCreate = createHandler(
  'onConversationCreate',
  parseConversationEvent,
  (conversation) => ({ decision: decideConversation(conversation), facts: null }),
);
