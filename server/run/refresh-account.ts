import type { FreshdeskSession, FreshdeskState } from '../freshdesk/session';
import type { NamesCache } from '../naming/names-cache';
import type { QueueRegistry } from '../naming/queue-registry';
import type { Way } from '../setup/settings';
import { LIMITS } from '../values/limits';
import type { Slice } from '../values/slice';

/** What refreshing needs of a run. */
export interface AccountRun {
  readonly way: Way;
  readonly session: Pick<FreshdeskSession, 'refreshZone' | 'refreshLanguage'>;
  readonly freshdesk: Slice<FreshdeskState>;
  readonly names: Pick<NamesCache, 'askAgain'>;
  readonly queues: Pick<QueueRegistry, 'size'>;
  readonly now: () => number;
  /** The person who is notified; null: nobody is, and the account's language is not asked for. */
  readonly alertEmail: string | null;
}

/**
 * Reads the account's time zone and names once a day, with a Freshdesk key, and the language where somebody is notified; the
 * page shows renamed queues. At most four calls. @ops 0 to 1
 */
export async function refreshAccount(run: AccountRun): Promise<void> {
  if (run.way === 'live') return;
  const { zone, language } = run.freshdesk.value;
  const isFresh = (known: { readonly askedAt: number } | null): boolean =>
    known !== null && Math.abs(run.now() - known.askedAt) < LIMITS.zoneMs;
  if (run.alertEmail !== null && !isFresh(language)) await run.session.refreshLanguage();
  if (isFresh(zone)) return;
  if ((await run.session.refreshZone()) && run.queues.size() > 0) await run.names.askAgain();
}
