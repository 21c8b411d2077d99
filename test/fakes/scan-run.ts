import type { LiveRun } from '../../server/live/live-run';
import { newScanState, type ScanRun, type ScanState } from '../../server/scan/scan-state';
import { createSlice } from '../../server/values/slice';
import type { OpenSession } from './freshdesk-session';
import { openLiveRun, type GivenLive } from './live-run';
import { CUT_OVER, type RunWorld } from './run-world';

/** The initial state of the scan. */
export interface GivenScan extends GivenLive {
  readonly scan?: Partial<ScanState>;
}

/** Creates the part of a run that the scan needs; missing contacts are sent like those of events. */
export async function openScanRun(
  world: RunWorld,
  given: GivenScan = {},
): Promise<ScanRun & LiveRun & OpenSession> {
  return {
    ...(await openLiveRun(world, given)),
    scan: createSlice({ ...newScanState(CUT_OVER), ...given.scan }),
  };
}
