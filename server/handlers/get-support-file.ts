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
import { answerPage, parseRequest, type AnswerOf } from './page-function';

async function describeSchedule(): Promise<SupportSchedule> {
  try {
    const data = await createScheduler().dataOf(TICK_NAME);
    const { every, cutOver } = parseScheduleData(data);
    return { found: data !== undefined, everyMinutes: every ?? null, cutOver: cutOver ?? null };
  } catch {
    // The file is worth most when something is broken: what cannot be had is told as unknown.
    return { found: null, everyMinutes: null, cutOver: null };
  }
}

async function makeFile(payload: unknown): Promise<Readonly<Record<string, unknown>>> {
  const store = createKeyValueStore();
  const unread: Readonly<Record<string, string>>[] = [];
  const read = async (key: string): Promise<unknown> => {
    try {
      return await store.get(key);
    } catch (error) {
      unread.push({ [key]: errorCode(error) });
      return undefined;
    }
  };
  const [state, inFlight, overview, orders, schedule] = await Promise.all([
    read(KEYS.state),
    read(KEYS.inFlight),
    read(KEYS.overview),
    read(KEYS.orders),
    describeSchedule(),
  ]);
  return makeSupportFile({
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
}

async function answer(payload: unknown): Promise<AnswerOf<'getSupportFile'>> {
  if (parseRequest(payload, []) === null) return refusal('bad_request');
  return { ok: true, file: await makeFile(payload) };
}

/**
 * Gives the page the file for support: versions, settings without what was entered, counters, failures; no personal data, no
 * keys, no names of queues or groups, no ids. Four key-value operations and one look for the schedule.
 */
export async function getSupportFile(payload: unknown): Promise<void> {
  await answerPage('getSupportFile', () => answer(payload));
}
