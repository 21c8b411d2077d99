import { runDelivery } from '../delivery/run';
import { createKeyValueStore } from '../platform/key-value-store';
import { createLog } from '../platform/log';
import { parseScheduleData } from '../platform/parse-schedule-data';
import { createRecordStore } from '../platform/record-store';
import { createScheduler } from '../platform/scheduler';
import { parseHost, parseSettings } from '../setup/parse-settings';

/** Starts a run of the kind its schedule names. */
export async function onScheduledEvent(payload: unknown): Promise<void> {
  const { iparams, data } = (payload ?? {}) as { iparams?: unknown; data?: unknown };
  const host = parseHost(payload);
  const runId = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  await runDelivery(
    {
      store: createKeyValueStore(),
      records: createRecordStore(),
      scheduler: createScheduler(),
      log: createLog(runId),
      now: Date.now,
      runId,
      settings: parseSettings(iparams),
      freshdeskUrl: host.ok ? host.value : null,
    },
    parseScheduleData(data),
  );
}
