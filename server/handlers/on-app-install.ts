import { readField } from '../values/read-field';
import { startProblem } from '../history/history-view';
import { finishSetup } from '../platform/answer';
import { errorCode } from '../values/app-error';
import { createLog } from '../platform/log';
import { createScheduler } from '../platform/scheduler';
import { checkAccess, openAccess } from '../setup/check-access';
import { INSTALL_SENTENCES, refusalSentence } from '../setup/install-sentences';
import { keyNeeds, parseSettings, parseFreshdeskUrl, type ParsedSettings } from '../setup/settings';
import { startTick } from '../setup/schedules';

/** A sentence for everything that is wrong with the settings: what they say themselves, then what the keys lead to. */
async function findProblems(
  { ok, value, mistakes }: ParsedSettings,
  freshdeskUrl: string,
  now: number,
): Promise<readonly string[]> {
  const start = value.historyFrom === null ? null : startProblem(value.historyFrom, now);
  const codes = [...keyNeeds(value), ...(start === null ? [] : [start])];
  const { get, post } = openAccess(value, freshdeskUrl);
  // A text that can be no key is not tried.
  const access = ok ? await checkAccess(get, post, now) : [];
  return [
    ...mistakes.map(({ reason }) => reason),
    ...[...codes, ...access].map((code) => INSTALL_SENTENCES[code]),
  ];
}

/** Starts the schedule, or returns the sentence that refuses the installation. */
async function install(payload: unknown): Promise<string | null> {
  const settings = parseSettings(readField(payload, 'iparams'));
  const freshdeskUrl = parseFreshdeskUrl(payload);
  if (freshdeskUrl === null) return INSTALL_SENTENCES.account;
  const now = Date.now();
  const refused = refusalSentence(await findProblems(settings, freshdeskUrl, now));
  if (refused !== null) return refused;
  // Freshdesk's times have whole seconds: what happens in this second is after the cut-over.
  const cutOver = Math.floor(now / 1000) * 1000;
  await startTick(createScheduler(), cutOver, now);
  return null;
}

/** Installs the app when the keys that are entered work; otherwise refuses with one sentence that says what to do. */
export async function onAppInstall(payload: unknown): Promise<void> {
  const log = createLog('onAppInstall');
  try {
    const sentence = await install(payload);
    if (sentence !== null) log.info('installation refused');
    finishSetup(sentence);
  } catch (error) {
    log.error('installation failed', { code: errorCode(error) });
    finishSetup(INSTALL_SENTENCES.schedule);
  }
}
