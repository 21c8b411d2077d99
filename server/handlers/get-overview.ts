import type { Overview } from '../status/overview';
import { isImporting } from '../history/history-view';
import type { ActivityAnswer, FunctionAnswer } from '../page-contract';
import { refusal } from '../platform/answer';
import { KEY_OF, KEYS } from '../platform/keys';
import type { KeyValueStore, Log } from '../platform/ports';
import { createScheduler } from '../platform/scheduler';
import { APP_VERSION } from '../platform/version';
import { ensureTick, isTickMissing, readTicks } from '../setup/schedules';
import { parseFreshdeskUrl, sumSettings } from '../setup/settings';
import { changedSettings } from '../status/activity';
import { lightOf } from '../status/light';
import { readField } from '../values/read-field';
import { answerPage, parseRequest } from './page-function';

/** Makes the recurring schedule anew when it is late; when it was made, or undefined. */
async function renewTick(store: KeyValueStore, overview: Overview | undefined, now: number, log: Log) {
  const ticks = await readTicks(store, overview);
  const isLate = isTickMissing(ticks.lastTickAt ?? 0, now);
  return isLate ? await ensureTick(createScheduler(), ticks, now, log) : undefined;
}

/** A part of the activity. @ops 1 */
async function showPart(store: KeyValueStore, part: unknown): Promise<FunctionAnswer<ActivityAnswer>> {
  if (typeof part !== 'number' || !Number.isSafeInteger(part) || part < 0) return refusal('bad_request');
  const stored = (await store.get(KEY_OF.activity(part))) as Partial<ActivityAnswer> | undefined;
  return { ok: true, entries: stored?.entries ?? [] };
}

/**
 * Gives the page the overview of the last run, with the light of now, and makes the recurring schedule anew when it is gone
 * or no longer fires; or a part of the activity (`request.activity`). @ops 1; 2 before the first run has ended
 */
export async function getOverview(payload: unknown): Promise<void> {
  await answerPage('getOverview', async (store, log) => {
    const request = parseRequest(payload, ['activity']);
    if (request === null) return refusal('bad_request');
    if ('activity' in request) return showPart(store, request['activity']);
    const overview = (await store.get(KEYS.overview)) as Overview | undefined;
    const now = Date.now();
    const madeAt = await renewTick(store, overview, now, log);
    const version = APP_VERSION;
    if (overview === undefined) return { ok: true, overview: null, light: null, version };
    const light = lightOf({ ...overview, isImporting: isImporting(overview.history) }, now);
    const scheduleMadeAt = madeAt ?? overview.scheduleMadeAt;
    const freshdeskUrl = parseFreshdeskUrl(payload);
    const { settings, ...shown } = { ...overview, scheduleMadeAt };
    const changed = changedSettings(settings, sumSettings(readField(payload, 'iparams')));
    const news = changed.length > 0 ? ({ hasNewSettings: true } as const) : {};
    return { ok: true, overview: shown, light, version, freshdeskUrl, ...news };
  });
}
