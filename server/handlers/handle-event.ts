import type { Decision } from '../contacts/contact';
import type { Parsed } from '../contacts/parsed';
import { recordContact } from '../outbox/record-contact';
import { LIMITS } from '../platform/limits';
import { createLog } from '../platform/log';
import { createRecordStore } from '../platform/record-store';
import { createScheduler } from '../platform/scheduler';
import { ensureTick } from '../setup/schedules';

/**
 * What every product event does: read defensively, decide, record, done. It never rejects, because the platform promises
 * no second delivery. Every twentieth event, by id, looks whether the recurring schedule still exists.
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
  if (parsed.value.id % LIMITS.scheduleCheckEvery === 0) {
    // Runs go by the cut-over in `state`; one that is handed on here counts only when there was no run yet.
    const now = Date.now();
    await ensureTick(createScheduler(), now, now, log);
  }
}
