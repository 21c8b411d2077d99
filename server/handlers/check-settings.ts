import { readField } from '../values/read-field';
import type { ChecksAnswer } from '../page-contract';
import { refusal } from '../platform/answer';
import { KEYS } from '../platform/keys';
import { LIMITS } from '../values/limits';
import type { KeyValueStore } from '../platform/ports';
import { askAccess, openAccess } from '../setup/check-access';
import { parseSettings, parseFreshdeskUrl } from '../setup/settings';
import type { Overview } from '../status/overview';
import { fieldChecks, settingsChecks, uncheckedSettings } from '../setup/check-lines';
import { answerPage, parseRequest } from './page-function';
import { settleAll } from '../values/settle-all';

/** The value under `check`. */
interface LastCheck extends ChecksAnswer {
  readonly v: 1;
}

async function checkAgain(store: KeyValueStore, payload: unknown, freshdeskUrl: string): Promise<LastCheck> {
  const settings = parseSettings(readField(payload, 'iparams'));
  const { get, post } = openAccess(settings.value, freshdeskUrl);
  const [found, overview] = await settleAll([
    settings.ok ? askAccess(get, post, Date.now()) : null,
    store.get(KEYS.overview),
  ]);
  const lines = found === null ? uncheckedSettings(settings) : settingsChecks(found, settings.value.way);
  const checks = [...lines, ...fieldChecks(settings)];
  const use = (overview as Overview | undefined)?.use ?? null;
  const done: LastCheck = { v: 1, at: Date.now(), checks, use };
  await store.set(KEYS.check, done, { ttlSeconds: LIMITS.checkKeptSeconds });
  return done;
}

/**
 * Checks the keys for the page, within 4 seconds; repeated at once, it answers the last result. One empty request to injixo
 * and, with a Freshdesk key, three Freshdesk calls. @ops 3; 1 when repeated
 */
export async function checkSettings(payload: unknown): Promise<void> {
  await answerPage('checkSettings', async (store) => {
    const freshdeskUrl = parseFreshdeskUrl(payload);
    if (parseRequest(payload, []) === null || freshdeskUrl === null) return refusal('bad_request');
    const last = (await store.get(KEYS.check)) as LastCheck | null | undefined;
    const isFresh = last?.v === 1 && Math.abs(Date.now() - last.at) < LIMITS.checkAgainMs;
    const { at, checks, use } = isFresh ? last : await checkAgain(store, payload, freshdeskUrl);
    return { ok: true, at, checks, use };
  });
}
