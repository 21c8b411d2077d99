import type { Overview } from '../status/overview';
import { isImporting } from '../history/history-view';
import { refusal } from '../platform/answer';
import { KEYS } from '../platform/keys';
import { createScheduler } from '../platform/scheduler';
import { APP_VERSION } from '../platform/version';
import { ensureTick, isTickMissing, readTicks } from '../setup/schedules';
import { parseFreshdeskUrl } from '../setup/settings';
import { lightOf } from '../status/light';
import { answerPage, parseRequest } from './page-function';

/**
 * Gives the page the overview of the last run, with the light of now, and makes the recurring schedule anew when it is gone
 * or no longer fires. @ops 1; 2 before the first run has ended
 */
export async function getOverview(payload: unknown): Promise<void> {
  await answerPage('getOverview', async (store, log) => {
    if (parseRequest(payload, []) === null) return refusal('bad_request');
    const overview = (await store.get(KEYS.overview)) as Overview | undefined;
    const now = Date.now();
    const ticks = await readTicks(store, overview);
    const isLate = isTickMissing(ticks.lastTickAt ?? 0, now);
    const madeAt = isLate ? await ensureTick(createScheduler(), ticks, now, log) : undefined;
    const version = APP_VERSION;
    if (overview === undefined) return { ok: true, overview: null, light: null, version };
    const light = lightOf({ ...overview, isImporting: isImporting(overview.history) }, now);
    const scheduleMadeAt = madeAt ?? overview.scheduleMadeAt;
    const freshdeskUrl = parseFreshdeskUrl(payload);
    return { ok: true, overview: { ...overview, scheduleMadeAt }, light, version, freshdeskUrl };
  });
}
