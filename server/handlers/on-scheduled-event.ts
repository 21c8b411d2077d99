import { parseScheduleData } from '../platform/parse-schedule-data';
import { startRun } from './start-run';

/** Starts a run of the kind its schedule names. */
export async function onScheduledEvent(payload: unknown): Promise<void> {
  await startRun(payload, parseScheduleData((payload as { data?: unknown } | null)?.data));
}
