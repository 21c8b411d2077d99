import { readField } from '../contacts/read-field';
import { runDelivery } from '../delivery/run';
import { createKeyValueStore } from '../platform/key-value-store';
import { createLog } from '../platform/log';
import type { ScheduleData } from '../platform/ports';
import { createRecordStore } from '../platform/record-store';
import { createScheduler } from '../platform/scheduler';
import { parseFreshdeskUrl } from '../setup/parse-freshdesk-url';
import { parseSettings } from '../setup/parse-settings';

/** Makes one run with what a payload of the platform carries: settings and the account's address. Never rejects. */
export async function startRun(payload: unknown, trigger: ScheduleData): Promise<void> {
  const runId = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  await runDelivery(
    {
      store: createKeyValueStore(),
      records: createRecordStore(),
      scheduler: createScheduler(),
      log: createLog(runId),
      now: Date.now,
      runId,
      settings: parseSettings(readField(payload, 'iparams')),
      freshdeskUrl: parseFreshdeskUrl(payload),
    },
    trigger,
  );
}
