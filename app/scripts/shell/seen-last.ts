import type { Overview } from '../../../server/page-contract';

/** Figures older than a day are not shown any more. */
const KEPT_MS = 86_400_000;

/** Without these no figure can be shown. */
const NEEDED = ['lastRunAt', 'installedAt', 'waiting', 'due', 'unclear', 'parked', 'queues'] as const;
/** What this browser keeps of an overview: counts, codes and times, and no id of a ticket. */
const KEPT = [
  ...NEEDED,
  ...(['completeUntil', 'lastAcceptedAt', 'lastAnswerAt', 'accepted', 'repaired', 'leftOut'] as const),
  ...(['history', 'timeZone', 'today', 'accepted7Days', 'deepEndedAt', 'entityStoreAvailable'] as const),
  'lost',
] as const satisfies readonly (keyof Overview)[];

/** The overview that this browser saw last, and when. */
export interface SeenLast {
  readonly overview: Overview;
  readonly at: number;
}

/** What this browser saw last of one account, for a day. Nothing of it ever throws: a browser may keep nothing. */
export interface SeenLastMemory {
  /** Null: there are no figures, so that older ones are removed. */
  keep(overview: Overview | null, at: number): void;
  /** Null when there is none; one that is too old or cannot be read is removed. */
  recall(now: number): SeenLast | null;
}

/** The browser's storage; asking for it may throw. */
export type FindStorage = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

function written(overview: Overview, at: number): string {
  const kept = Object.fromEntries(KEPT.map((name) => [name, overview[name]]));
  const setAside = (overview.setAside ?? []).map(({ reason, since }) => ({ ticketId: 0, reason, since }));
  return JSON.stringify({ at, overview: { ...kept, setAside } });
}

function read(text: string): SeenLast | null {
  const { at, overview } = JSON.parse(text) as { at?: unknown; overview?: Record<string, unknown> };
  const isWhole = NEEDED.every((name) => typeof overview?.[name] === 'number');
  return isWhole && typeof at === 'number' ? { at, overview: overview as unknown as Overview } : null;
}

function orNull<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

/** `account` is the account's host; null: it is not known, and nothing is kept. */
export function createSeenLast(storage: FindStorage, account: string | null): SeenLastMemory {
  const key = `injixo-connect:seen:${account}`;
  const forget = (): void => void orNull(() => storage().removeItem(key));
  return {
    keep: (overview, at) => {
      if (account === null) return;
      if (overview === null) return forget();
      orNull(() => storage().setItem(key, written(overview, at)));
    },
    recall: (now) => {
      const text = account === null ? null : orNull(() => storage().getItem(key));
      if (text === null) return null;
      const seen = orNull(() => read(text));
      if (seen !== null && seen.at <= now && now - seen.at < KEPT_MS) return seen;
      forget();
      return null;
    },
  };
}
