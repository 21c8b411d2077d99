import { NOTHING_KNOWN } from '../freshdesk/session';
import { newScanState } from '../scan/scan-state';
import type { Way } from '../setup/settings';
import type { Slices } from './state';

/**
 * What holds no longer when the Freshdesk key was removed or added since the last run; what the scan had found stays. Returns
 * since when events are checked against Freshdesk (ms); null: they are not.
 */
export function changeWay(
  { freshdesk, scan }: Slices,
  checkedFrom: number | null,
  way: Way,
  now: number,
): number | null {
  const { found, oldestFound } = scan.value;
  if (way === 'live' && checkedFrom !== null) {
    freshdesk.set(NOTHING_KNOWN);
    scan.set({ ...newScanState(scan.value.checkedUntil), found, oldestFound });
  }
  if (way === 'live') return null;
  if (checkedFrom !== null) return checkedFrom;
  // Freshdesk's times have whole seconds.
  const from = Math.floor(now / 1000) * 1000;
  scan.set({ ...newScanState(from), found, oldestFound });
  return from;
}
