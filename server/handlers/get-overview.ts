import type { Light } from '../page-contract';
import type { Overview } from '../status/overview';
import { isImporting } from '../history/history-view';
import { refusal } from '../platform/answer';
import { KEYS } from '../platform/keys';
import { createKeyValueStore } from '../platform/key-value-store';
import { LIMITS } from '../values/limits';
import type { Log } from '../platform/ports';
import { createScheduler } from '../platform/scheduler';
import { APP_VERSION } from '../platform/version';
import { ensureTick } from '../setup/schedules';
import { lightOf } from '../status/light';
import { answerPage, parseRequest, type AnswerOf } from './page-function';

async function lookForSchedule(overview: Overview | undefined, now: number, log: Log): Promise<void> {
  if (now - (overview?.lastRunAt ?? 0) <= LIMITS.tickMissingMs) return;
  await ensureTick(createScheduler(), overview?.installedAt ?? now, now, log);
}

function lightNow(overview: Overview | undefined, now: number): Light | null {
  if (overview === undefined) return null;
  return lightOf({ ...overview, isImporting: isImporting(overview.history) }, now);
}

async function answer(payload: unknown, log: Log): Promise<AnswerOf<'getOverview'>> {
  if (parseRequest(payload, []) === null) return refusal('bad_request');
  const overview = (await createKeyValueStore().get(KEYS.overview)) as Overview | undefined;
  await lookForSchedule(overview, Date.now(), log);
  const light = lightNow(overview, Date.now());
  return { ok: true, overview: overview ?? null, light, version: APP_VERSION };
}

/** Gives the page what the last run prepared. One key-value operation; looks for the schedule when runs stay away. */
export async function getOverview(payload: unknown): Promise<void> {
  await answerPage('getOverview', (log) => answer(payload, log));
}
