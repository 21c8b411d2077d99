import { readField } from '../values/read-field';
import { errorCode } from '../values/app-error';
import { refusal } from '../platform/answer';
import { KEYS, TICK_NAME } from '../platform/keys';
import { createKeyValueStore } from '../platform/key-value-store';
import { LIMITS } from '../values/limits';
import { createScheduler, parseScheduleData } from '../platform/scheduler';
import { APP_VERSION } from '../platform/version';
import { redactSettings } from '../setup/redact-settings';
import { makeSupportFile, type SupportSchedule } from '../status/support-file';
import { answerPage, parseRequest } from './page-function';

async function describeSchedule(): Promise<SupportSchedule> {
  try {
    const data = await createScheduler().dataOf(TICK_NAME);
    const { every, cutOver } = parseScheduleData(data);
    return { found: data !== undefined, everyMinutes: every ?? null, cutOver: cutOver ?? null };
  } catch {
    // The file matters most when something is broken, so what cannot be read is unknown.
    return { found: null, everyMinutes: null, cutOver: null };
  }
}

/**
 * Gives the page the file for support: versions, redacted settings, counters, failures. It holds no personal data, keys, ids,
 * or names of queues or groups. Looks up the schedule. @ops 4
 */
export async function getSupportFile(payload: unknown): Promise<void> {
  await answerPage('getSupportFile', async () => {
    if (parseRequest(payload, []) === null) return refusal('bad_request');
    const store = createKeyValueStore();
    const unread: Readonly<Record<string, string>>[] = [];
    const keys = [KEYS.state, KEYS.inFlight, KEYS.overview, KEYS.orders];
    const reads = keys.map(async (key): Promise<unknown> => {
      try {
        return await store.get(key);
      } catch (error) {
        unread.push({ [key]: errorCode(error) });
        return undefined;
      }
    });
    const [schedule, state, inFlight, overview, orders] = await Promise.all([describeSchedule(), ...reads]);
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
