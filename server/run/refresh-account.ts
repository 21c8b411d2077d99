import type { FreshdeskSession, FreshdeskState } from '../freshdesk/session';
import type { NamesCache } from '../naming/names-cache';
import type { QueueRegistry } from '../naming/queue-registry';
import type { Way } from '../setup/settings';
import { LIMITS } from '../values/limits';
import type { Slice } from '../values/slice';

/** What refreshing needs of a run. */
export interface AccountRun {
  readonly way: Way;
  readonly session: Pick<FreshdeskSession, 'refreshZone'>;
  readonly freshdesk: Slice<FreshdeskState>;
  readonly names: Pick<NamesCache, 'askAgain'>;
  readonly queues: Pick<QueueRegistry, 'size'>;
  readonly now: () => number;
}

/** Reads the account's time zone and names once a day, with a Freshdesk key; the page shows renamed queues. At most three calls. @ops 0 to 1 */
export async function refreshAccount(run: AccountRun): Promise<void> {
  if (run.way === 'live') return;
  const { zone } = run.freshdesk.value;
  if (zone !== null && Math.abs(run.now() - zone.askedAt) < LIMITS.zoneMs) return;
  if ((await run.session.refreshZone()) && run.queues.size() > 0) await run.names.askAgain();
}
