import { readField } from '../values/read-field';
import type { ChecksAnswer } from '../page-contract';
import { refusal } from '../platform/answer';
import { KEYS } from '../platform/keys';
import { createKeyValueStore } from '../platform/key-value-store';
import { LIMITS } from '../values/limits';
import type { KeyValueStore } from '../platform/ports';
import { askAccess, openAccess } from '../setup/check-access';
import { parseSettings, parseFreshdeskUrl } from '../setup/settings';
import type { Overview } from '../status/overview';
import { fieldChecks, settingsChecks, uncheckedSettings } from '../setup/check-lines';
import { answerPage, parseRequest } from './page-function';

/** The value under `check`. */
interface LastCheck extends ChecksAnswer {
  readonly v: 1;
}

async function checkAgain(store: KeyValueStore, payload: unknown, freshdeskUrl: string): Promise<LastCheck> {
  const { ok, value, mistakes } = parseSettings(readField(payload, 'iparams'));
  const { get, post } = openAccess(value, freshdeskUrl);
  const [found, overview] = await Promise.all([
    ok ? askAccess(get, post, Date.now()) : null,
    store.get(KEYS.overview),
  ]);
  const settings = found === null ? uncheckedSettings(mistakes) : settingsChecks(found);
  const checks = [...settings, ...fieldChecks(mistakes)];
  const use = (overview as Overview | undefined)?.use ?? null;
  const done: LastCheck = { v: 1, at: Date.now(), checks, use };
  await store.set(KEYS.check, done, { ttlSeconds: LIMITS.checkKeptSeconds });
  return done;
}

/**
 * Checks both keys for the page, within 4 seconds; repeated at once, it answers the last result. One empty request to injixo
 * and three Freshdesk calls. @ops 3; 1 when repeated
 */
export async function checkSettings(payload: unknown): Promise<void> {
  await answerPage('checkSettings', async () => {
    const freshdeskUrl = parseFreshdeskUrl(payload);
    if (parseRequest(payload, []) === null || freshdeskUrl === null) return refusal('bad_request');
    const store = createKeyValueStore();
    const last = (await store.get(KEYS.check)) as LastCheck | null | undefined;
    const isFresh = last?.v === 1 && Math.abs(Date.now() - last.at) < LIMITS.checkAgainMs;
    const { at, checks, use } = isFresh ? last : await checkAgain(store, payload, freshdeskUrl);
    return { ok: true, at, checks, use };
  });
}
