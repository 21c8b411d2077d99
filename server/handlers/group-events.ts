import { parseGroupDeletion, parseGroupEvent } from '../naming/group-event';
import { putRecord, toNameRecord, type SeenName } from '../outbox/record-contact';
import { createLog } from '../platform/log';
import { createRecordStore } from '../platform/record-store';
import type { Parsed } from '../values/read-field';

/** The handler of a group's event: one entity operation, no key-value operation. It never rejects. */
function createHandler(
  event: string,
  parse: (payload: unknown, now: number) => Parsed<SeenName>,
): (payload: unknown) => Promise<void> {
  return async (payload) => {
    const log = createLog(event);
    const seen = parse(payload, Date.now());
    if (!seen.ok) return log.warn('event refused', { event, reason: seen.reason });
    await putRecord(createRecordStore(), toNameRecord(seen.value), log);
  };
}

/** Records the name of a new group, for the next run. */
export const onGroupCreate = createHandler('onGroupCreate', parseGroupEvent);
/** Records the name of a changed group. */
export const onGroupUpdate = createHandler('onGroupUpdate', parseGroupEvent);
/** Records that a group is gone. */
export const onGroupDelete = createHandler('onGroupDelete', parseGroupDeletion);
