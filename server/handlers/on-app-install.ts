import { readField } from '../values/read-field';
import { startProblem } from '../history/history-view';
import { finishSetup } from '../platform/answer';
import { errorCode } from '../values/app-error';
import { createLog } from '../platform/log';
import { createScheduler } from '../platform/scheduler';
import { checkAccess, openAccess } from '../setup/check-access';
import { INSTALL_SENTENCES } from '../setup/install-sentences';
import { parseSettings, type Settings, parseFreshdeskUrl } from '../setup/settings';
import { startTick } from '../setup/schedules';

/** The sentence for the first problem of the start of the history or of the keys; null: there is none. */
async function findFault(settings: Settings, freshdeskUrl: string, now: number): Promise<string | null> {
  const { historyFrom } = settings;
  const problem = historyFrom === null ? null : startProblem(historyFrom, now);
  if (problem !== null) return INSTALL_SENTENCES[problem];
  const { get, post } = openAccess(settings, freshdeskUrl);
  const [first] = await checkAccess(get, post, Date.now());
  return first === undefined ? null : INSTALL_SENTENCES[first];
}

/** Starts the schedule, or returns the sentence that refuses the installation. */
async function install(payload: unknown): Promise<string | null> {
  const { value: settings, mistakes } = parseSettings(readField(payload, 'iparams'));
  const [mistake] = mistakes;
  if (mistake !== undefined) return mistake.reason;
  const freshdeskUrl = parseFreshdeskUrl(payload);
  if (freshdeskUrl === null) return INSTALL_SENTENCES.account;
  const now = Date.now();
  const fault = await findFault(settings, freshdeskUrl, now);
  if (fault !== null) return fault;
  // Freshdesk's times have whole seconds: what happens in this second is after the cut-over.
  const cutOver = Math.floor(now / 1000) * 1000;
  await startTick(createScheduler(), cutOver, now);
  return null;
}

/** Installs the app when both keys work; otherwise refuses with one sentence that says what to do. */
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
