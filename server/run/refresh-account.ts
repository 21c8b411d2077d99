import type { FreshdeskSession, FreshdeskState } from '../freshdesk/session';
import type { NamesCache } from '../naming/names-cache';
import type { QueueRegistry } from '../naming/queue-registry';
import type { Way } from '../setup/settings';
import { LIMITS } from '../values/limits';
import type { Slice } from '../values/slice';
import { isLively, type Lately } from './plan-next-runs';

/** What refreshing needs of a run. */
export interface AccountRun extends Lately {
  readonly way: Way;
  readonly session: Pick<FreshdeskSession, 'refreshZone' | 'refreshLanguage' | 'noteNamesRead'>;
  readonly freshdesk: Slice<FreshdeskState>;
  readonly names: Pick<NamesCache, 'askAgain'>;
  readonly queues: Pick<QueueRegistry, 'size'>;
  /** The person who is notified; null: nobody is, and the account's language is not asked for. */
  readonly alertEmail: string | null;
}

/** Reads all names, where there are queues to show them for: after a day, and after an hour in which contacts came in. */
async function readNames(run: AccountRun, isDayOver: boolean): Promise<void> {
  const { queues, names, session, freshdesk, now } = run;
  if (queues.size() === 0) return;
  const isHourOver = Math.abs(now() - freshdesk.value.namesReadAt) >= LIMITS.namesMs;
  const mayBeRenamed = isDayOver || (isHourOver && isLively(run));
  if (mayBeRenamed && (await names.askAgain())) session.noteNamesRead();
}

/**
 * With a Freshdesk key: reads the account's time zone once a day, the language too where somebody is notified, and the names
 * once an hour while contacts come in, else once a day, so that the page shows renamed queues. At most four calls. @ops 0 to 2
 */
export async function refreshAccount(run: AccountRun): Promise<void> {
  if (run.way === 'live') return;
  const { zone, language } = run.freshdesk.value;
  const isFresh = (known: { readonly askedAt: number } | null): boolean =>
    known !== null && Math.abs(run.now() - known.askedAt) < LIMITS.zoneMs;
  if (run.alertEmail !== null && !isFresh(language)) await run.session.refreshLanguage();
  const isDayOver = !isFresh(zone);
  if (!isDayOver || (await run.session.refreshZone())) await readNames(run, isDayOver);
}
