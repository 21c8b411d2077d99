import type { Overview } from '../delivery/overview';
import { isImporting } from '../history/is-importing';
import { answerFunction } from '../platform/answer';
import { errorCode } from '../platform/app-error';
import { KEYS } from '../platform/keys';
import { createKeyValueStore } from '../platform/key-value-store';
import { LIMITS } from '../platform/limits';
import { createLog } from '../platform/log';
import type { Log } from '../platform/ports';
import { APP_VERSION } from '../platform/version';
import { createScheduler } from '../platform/scheduler';
import { ensureTick } from '../setup/schedules';
import { lightOf, type Light } from '../status/light';
import { parseRequest } from './parse-request';

async function lookForSchedule(overview: Overview | undefined, now: number, log: Log): Promise<void> {
  if (now - (overview?.lastRunAt ?? 0) <= LIMITS.tickMissingMs) return;
  await ensureTick(createScheduler(), overview?.installedAt ?? now, now, log);
}

function lightNow(overview: Overview | undefined, now: number): Light | null {
  if (overview === undefined) return null;
  return lightOf({ ...overview, isImporting: isImporting(overview.history) }, now);
}

/** Gives the page what the last run prepared. One key-value operation; looks for the schedule when runs stay away. */
export async function getOverview(payload: unknown): Promise<void> {
  if (parseRequest(payload, []) === null) {
    return answerFunction({ ok: false, code: 'bad_request', params: {} });
  }
  const log = createLog('getOverview');
  try {
    const overview = (await createKeyValueStore().get(KEYS.overview)) as Overview | undefined;
    await lookForSchedule(overview, Date.now(), log);
    answerFunction({
      ok: true,
      overview: overview ?? null,
      light: lightNow(overview, Date.now()),
      version: APP_VERSION,
    });
  } catch (error) {
    answerFunction({ ok: false, code: errorCode(error), params: {} });
  }
}
