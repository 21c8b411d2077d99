import { runDelivery } from '../delivery/run';
import { createKeyValueStore } from '../platform/key-value-store';
import { createLog } from '../platform/log';
import type { ScheduleData } from '../platform/ports';
import { createRecordStore } from '../platform/record-store';
import { createScheduler } from '../platform/scheduler';
import { parseHost, parseSettings } from '../setup/parse-settings';

/** Starts a run with what a payload of the platform carries: settings and the account's address. */
export async function startRun(payload: unknown, trigger: ScheduleData): Promise<void> {
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
      settings: parseSettings((payload as { iparams?: unknown } | null)?.iparams),
      freshdeskUrl: host.ok ? host.value : null,
    },
    trigger,
  );
}
