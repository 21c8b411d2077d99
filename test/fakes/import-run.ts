import type { HistoryView } from '../../server/history/history-view';
import type { HistoryRun } from '../../server/history/import-run';
import { settleImportBatch } from '../../server/history/send-chunks';
import { createSlice } from '../../server/values/slice';
import { openLiveRun, type GivenLive } from './live-run';
import type { RunWorld } from './run-world';

/** Creates the part of a run that the import needs. */
export async function openImportRun(world: RunWorld, given: GivenLive = {}): Promise<HistoryRun> {
  const run = await openLiveRun(world, given);
  return {
    ...run,
    history: createSlice<HistoryView | null>(null),
    historyFrom: world.settings.historyFrom,
    settleResume: (resume, contacts) => settleImportBatch(resume, contacts, run),
  };
}
