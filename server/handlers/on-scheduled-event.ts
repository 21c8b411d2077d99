import { readField } from '../contacts/read-field';
import { parseScheduleData } from '../platform/parse-schedule-data';
import { startRun } from './start-run';

/** Makes a run of the kind its schedule names. */
export async function onScheduledEvent(payload: unknown): Promise<void> {
  await startRun(payload, parseScheduleData(readField(payload, 'data')));
}
