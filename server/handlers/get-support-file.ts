import { inParallel } from '../values/in-parallel';
import { readField } from '../values/read-field';
import { errorCode } from '../values/app-error';
import { refusal } from '../platform/answer';
import { KEYS, TICK_NAME } from '../platform/keys';
import { LIMITS } from '../values/limits';
import { createScheduler, parseScheduleData } from '../platform/scheduler';
import { APP_VERSION } from '../platform/version';
import { redactSettings } from '../setup/redact-settings';
import { makeSupportFile, type SupportSchedule } from '../status/support-file';
import { answerPage, parseRequest } from './page-function';

async function describeSchedule(): Promise<SupportSchedule> {
  try {
    const data = await createScheduler().dataOf(TICK_NAME);
    const { every = null, cutOver = null, madeAt = null } = parseScheduleData(data);
    return { found: data !== undefined, everyMinutes: every, cutOver, madeAt };
  } catch {
    // The file matters most when something is broken, so what cannot be read is unknown.
    return { found: null, everyMinutes: null, cutOver: null, madeAt: null };
  }
}

/**
 * Gives the page the file for support: versions, redacted settings, counters, failures. It holds no personal data, keys, ids,
 * or names of queues or groups. Looks up the schedule. @ops 4
 */
export async function getSupportFile(payload: unknown): Promise<void> {
  await answerPage('getSupportFile', async (store) => {
    if (parseRequest(payload, []) === null) return refusal('bad_request');
    const unread: Readonly<Record<string, string>>[] = [];
    const keys = [KEYS.overview, KEYS.inFlight, KEYS.orders, KEYS.state];
    const [overview, inFlight, orders, state] = await inParallel(keys, 1, async (key): Promise<unknown> => {
      try {
        return await store.get(key);
      } catch (error) {
        unread.push({ [key]: errorCode(error) });
        return undefined;
      }
    });
    const schedule = await describeSchedule();
    const file = makeSupportFile({
      at: Date.now(),
      version: APP_VERSION,
      settings: redactSettings(readField(payload, 'iparams')),
      state,
      inFlight,
      overview,
      orders,
      schedule,
      limits: LIMITS,
      unread,
    });
    return { ok: true, file };
  });
}
