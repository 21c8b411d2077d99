import { readField } from '../values/read-field';
import { startProblem } from '../history/history-view';
import { finishSetup, refuseSetup } from '../platform/answer';
import { errorCode } from '../values/app-error';
import { createLog } from '../platform/log';
import { createScheduler } from '../platform/scheduler';
import { checkAccess, openAccess } from '../setup/check-access';
import { INSTALL_SENTENCES } from '../setup/install-sentences';
import { parseSettings, type Settings, parseFreshdeskUrl } from '../setup/settings';
import { startTick } from '../setup/schedules';

async function findAccessFault(settings: Settings, freshdeskUrl: string): Promise<string | null> {
  const { get, post } = openAccess(settings, freshdeskUrl);
  const [first] = await checkAccess(get, post, Date.now());
  return first === undefined ? null : INSTALL_SENTENCES[first];
}

function findStartFault({ historyFrom }: Settings, now: number): string | null {
  const problem = historyFrom === null ? null : startProblem(historyFrom, now);
  return problem === null ? null : INSTALL_SENTENCES[problem];
}

/** Installs, or gives the sentence that says why not. */
async function install(payload: unknown): Promise<string | null> {
  const { value: settings, mistakes } = parseSettings(readField(payload, 'iparams'));
  const [mistake] = mistakes;
  if (mistake !== undefined) return mistake.reason;
  const freshdeskUrl = parseFreshdeskUrl(payload);
  if (freshdeskUrl === null) return INSTALL_SENTENCES.account;
  const now = Date.now();
  const fault = findStartFault(settings, now) ?? (await findAccessFault(settings, freshdeskUrl));
  if (fault !== null) return fault;
  // Freshdesk's times have whole seconds: what happens in this very second comes after the cut-over.
  const cutOver = Math.floor(now / 1000) * 1000;
  await startTick(createScheduler(), cutOver, now);
  return null;
}

/** Lets the app be installed when both keys work, and starts its schedule; otherwise says in one sentence what to do. */
export async function onAppInstall(payload: unknown): Promise<void> {
  const log = createLog('onAppInstall');
  try {
    const sentence = await install(payload);
    if (sentence === null) return finishSetup();
    log.info('installation refused');
    refuseSetup(sentence);
  } catch (error) {
    log.error('installation failed', { code: errorCode(error) });
    refuseSetup(INSTALL_SENTENCES.schedule);
  }
}
