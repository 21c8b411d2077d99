import { finishSetup } from '../platform/answer';
import { createLog } from '../platform/log';
import { createScheduler } from '../platform/scheduler';
import { removeSchedules } from '../setup/schedules';

/** Removes all schedules. The uninstallation always finishes. */
export async function onAppUninstall(): Promise<void> {
  const log = createLog('onAppUninstall');
  const all = await removeSchedules(createScheduler(), log);
  log.info(all ? 'schedules removed' : 'some schedules were not removed');
  finishSetup(null);
}
