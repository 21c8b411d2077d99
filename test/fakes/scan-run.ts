import { newScanState, type ScanRun, type ScanState } from '../../server/scan/scan-state';
import { createSlice } from '../../server/values/slice';
import type { OpenSession } from './freshdesk-session';
import { openLiveRun, type GivenLive } from './live-run';
import { CUT_OVER, type RunWorld } from './run-world';

/** What the scan begins with. */
export interface GivenScan extends GivenLive {
  readonly scan?: Partial<ScanState>;
}

/** Opens what the scan needs of a run; what it finds is sent as what events recorded. */
export async function openScanRun(world: RunWorld, given: GivenScan = {}): Promise<ScanRun & OpenSession> {
  return {
    ...(await openLiveRun(world, given)),
    scan: createSlice({ ...newScanState(CUT_OVER), ...given.scan }),
  };
}
