import type { FreshdeskGet } from '../../server/freshdesk/client';
import { failed, type FakeFreshdesk } from './freshdesk-get';

/**
 * A Freshdesk whose answers take time on the given clock: concurrent calls share that time, sequential calls add it up.
 * A path of `never` gets no answer and takes the maximum time of a call.
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
