import type { Overview } from '../status/overview';
import { isImporting } from '../history/history-view';
import { refusal } from '../platform/answer';
import { KEYS } from '../platform/keys';
import { createKeyValueStore } from '../platform/key-value-store';
import { LIMITS } from '../values/limits';
import { createScheduler } from '../platform/scheduler';
import { APP_VERSION } from '../platform/version';
import { ensureTick } from '../setup/schedules';
import { lightOf } from '../status/light';
import { answerPage, parseRequest } from './page-function';

/** Gives the page the overview of the last run, with the light of now. Checks the recurring schedule. @ops 1 */
export async function getOverview(payload: unknown): Promise<void> {
  await answerPage('getOverview', async (log) => {
    if (parseRequest(payload, []) === null) return refusal('bad_request');
    const overview = (await createKeyValueStore().get(KEYS.overview)) as Overview | undefined;
    const now = Date.now();
    const { lastRunAt = 0, installedAt = now } = (overview ?? {}) as Partial<Overview>;
    // No run has ended for too long.
    if (now - lastRunAt > LIMITS.tickMissingMs) await ensureTick(createScheduler(), installedAt, now, log);
    const version = APP_VERSION;
    if (overview === undefined) return { ok: true, overview: null, light: null, version };
    const light = lightOf({ ...overview, isImporting: isImporting(overview.history) }, Date.now());
    return { ok: true, overview, light, version };
  });
}
