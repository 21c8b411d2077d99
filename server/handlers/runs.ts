import { readField } from '../values/read-field';
import { runDelivery } from '../run/run';
import { createKeyValueStore } from '../platform/key-value-store';
import { createLog } from '../platform/log';
import type { ScheduleData } from '../platform/ports';
import { createRecordStore } from '../platform/record-store';
import { createScheduler, parseScheduleData } from '../platform/scheduler';
import { parseSettings, parseFreshdeskUrl } from '../setup/settings';
import { refusal } from '../platform/answer';
import { answerPage, parseRequest } from './page-function';

/** Makes one run with the settings and the account's address in a payload. Never rejects. */
function startRun(payload: unknown, trigger: ScheduleData): Promise<string | null> {
  const runId = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  return runDelivery(
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

/** Makes a run as its schedule's data say. */
export async function onScheduledEvent(payload: unknown): Promise<void> {
  await startRun(payload, parseScheduleData(readField(payload, 'data')));
}

/** Makes a run unless another took the lease within the last minute; answers when it has ended. */
export async function runNow(payload: unknown): Promise<void> {
  await answerPage('runNow', async () => {
    const isValid = parseRequest(payload, []) !== null && parseFreshdeskUrl(payload) !== null;
    if (!isValid) return refusal('bad_request');
    const stoppedBy = await startRun(payload, { kind: 'run' });
    return stoppedBy === null ? { ok: true } : refusal(stoppedBy);
  });
}
