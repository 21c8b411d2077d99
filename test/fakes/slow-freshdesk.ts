import type { FreshdeskGet } from '../../server/freshdesk/client';
import { failed, type FakeFreshdesk } from './freshdesk-get';

/**
 * A Freshdesk whose answers take time on the given clock: calls under way at once take it together, one after the other
 * each takes it anew. A path of `never` answers nobody and takes as long as a call may.
 */
export function createSlowFreshdesk(
  freshdesk: FakeFreshdesk,
  clock: { now: number },
  { latencyMs, never = '' }: { readonly latencyMs: number; readonly never?: string },
): FakeFreshdesk {
  const TIMEOUT_MS = 4000;
  let underWay: Promise<void> | null = null;

  async function pass(ms: number): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    clock.now += ms;
    underWay = null;
  }

  const get: FreshdeskGet = async (path, query) => {
    const isSilent = never !== '' && path === never;
    underWay ??= pass(isSilent ? TIMEOUT_MS : latencyMs);
    await underWay;
    const answer = await freshdesk.get(path, query);
    return isSilent ? failed({ kind: 'unreachable' }) : answer;
  };
  return { ...freshdesk, get };
}
