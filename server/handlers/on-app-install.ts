import { readField } from '../values/read-field';
import { startProblem } from '../history/history-view';
import { finishSetup } from '../platform/answer';
import { errorCode } from '../values/app-error';
import { createLog } from '../platform/log';
import { createScheduler } from '../platform/scheduler';
import { checkAccess, openAccess } from '../setup/check-access';
import { INSTALL_SENTENCES } from '../setup/install-sentences';
import { keyNeeds, parseSettings, parseFreshdeskUrl } from '../setup/settings';
import { startTick } from '../setup/schedules';

/** Starts the schedule, or returns the sentence that refuses the installation. */
async function install(payload: unknown): Promise<string | null> {
  const { value: settings, mistakes } = parseSettings(readField(payload, 'iparams'));
  const [mistake] = mistakes;
  if (mistake !== undefined) return mistake.reason;
  const freshdeskUrl = parseFreshdeskUrl(payload);
  if (freshdeskUrl === null) return INSTALL_SENTENCES.account;
  const now = Date.now();
  const [need] = keyNeeds(settings);
  if (need !== undefined) return INSTALL_SENTENCES[need];
  const { historyFrom } = settings;
  const startFault = historyFrom === null ? null : startProblem(historyFrom, now);
  if (startFault !== null) return INSTALL_SENTENCES[startFault];
  const { get, post } = openAccess(settings, freshdeskUrl);
  const [keyFault] = await checkAccess(get, post, Date.now());
  if (keyFault !== undefined) return INSTALL_SENTENCES[keyFault];
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
