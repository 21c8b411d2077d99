import { readField } from '../values/read-field';
import type { ChecksAnswer } from '../page-contract';
import { refusal } from '../platform/answer';
import { KEYS } from '../platform/keys';
import { createKeyValueStore } from '../platform/key-value-store';
import { LIMITS } from '../values/limits';
import type { KeyValueStore } from '../platform/ports';
import { askAccess, openAccess } from '../setup/check-access';
import { parseSettings, type Settings, parseFreshdeskUrl } from '../setup/settings';
import type { Overview } from '../status/overview';
import { fieldChecks, settingsChecks, uncheckedSettings, type CheckLine } from '../setup/check-lines';
import { answerPage, parseRequest, type AnswerOf } from './page-function';

/** The answer as it is kept for whoever presses again at once. */
interface LastCheck extends ChecksAnswer {
  readonly v: 1;
}

async function checkAccess(settings: Settings, freshdeskUrl: string): Promise<readonly CheckLine[]> {
  const { get, post } = openAccess(settings, freshdeskUrl);
  return settingsChecks(await askAccess(get, post, Date.now()));
}

async function check(payload: unknown, freshdeskUrl: string): Promise<readonly CheckLine[]> {
  const { ok, value, mistakes } = parseSettings(readField(payload, 'iparams'));
  const access = ok ? await checkAccess(value, freshdeskUrl) : uncheckedSettings(mistakes);
  return [...access, ...fieldChecks(mistakes)];
}

function isFresh(last: Partial<LastCheck> | undefined, now: number): last is LastCheck {
  return last?.v === 1 && Math.abs(now - (last.at ?? 0)) < LIMITS.checkAgainMs;
}

async function checkAnew(store: KeyValueStore, payload: unknown, freshdeskUrl: string): Promise<LastCheck> {
  const [checks, overview] = await Promise.all([check(payload, freshdeskUrl), store.get(KEYS.overview)]);
  const done: LastCheck = {
    v: 1,
    at: Date.now(),
    checks,
    use: (overview as Overview | undefined)?.use ?? null,
  };
  await store.set(KEYS.check, done, { ttlSeconds: LIMITS.checkKeptSeconds });
  return done;
}

async function answer(payload: unknown): Promise<AnswerOf<'checkSettings'>> {
  const freshdeskUrl = parseFreshdeskUrl(payload);
  if (parseRequest(payload, []) === null || freshdeskUrl === null) return refusal('bad_request');
  const store = createKeyValueStore();
  const last = (await store.get(KEYS.check)) as Partial<LastCheck> | undefined;
  const { at, checks, use } = isFresh(last, Date.now())
    ? last
    : await checkAnew(store, payload, freshdeskUrl);
  return { ok: true, at, checks, use };
}

/**
 * Tests both keys for the page, line by line in codes, within 4 seconds; pressed again at once, it answers what it has just
 * found out. Three key-value operations, one empty request to injixo and three Freshdesk calls; one operation when pressed again.
 */
export async function checkSettings(payload: unknown): Promise<void> {
  await answerPage('checkSettings', () => answer(payload));
}
