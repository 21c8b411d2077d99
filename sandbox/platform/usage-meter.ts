import type { Clock } from '../support/clock';
import { keepFields, keepMap, type Restorable } from '../support/snapshot';
import { Refusal } from './refusal';

const WINDOW_MS = 60_000;

const meteredKinds = ['kv', 'entity', 'schedule', 'http', 'request', 'function'] as const;
/** What is counted. */
export type MeteredKind = (typeof meteredKinds)[number];

/** How much of one facility was used. */
export interface Usage {
  readonly calls: number;
  /** The most calls ever seen in any 60 seconds, refused ones included. */
  readonly highWater: number;
  /** Calls answered with 429. */
  readonly refused: number;
}

/** Counts the calls of every facility against its rate. */
export interface UsageMeter extends Restorable {
  /** Counts a call; refuses it with 429 when it is one too many in the last 60 seconds. */
  take(kind: MeteredKind, perMinute?: number): void;
  report(): Readonly<Record<MeteredKind, Usage>>;
}

interface Tally {
  recent: readonly number[];
  calls: number;
  highWater: number;
  refused: number;
}

/** Counts calls in strict sliding windows: a refused call counts too, so whoever keeps knocking stays out. */
export function createUsageMeter(clock: Clock): UsageMeter {
  const tallies = new Map<MeteredKind, Tally>();
  const tallyOf = (kind: MeteredKind): Tally => {
    const tally = tallies.get(kind) ?? { recent: [], calls: 0, highWater: 0, refused: 0 };
    tallies.set(kind, tally);
    return tally;
  };
  return {
    take: (kind, perMinute = Infinity) => {
      const tally = tallyOf(kind);
      countCall(tally, clock.now());
      if (tally.recent.length <= perMinute) return;
      tally.refused += 1;
      const extras = kind === 'request' ? { errorSource: 'APP' } : {};
      throw new Refusal(429, `You have exceeded the limit of ${perMinute} requests per minute`, extras);
    },
    report: () => {
      const rows = meteredKinds.map((kind) => [kind, usageOf(tallyOf(kind))] as const);
      return Object.fromEntries(rows) as Record<MeteredKind, Usage>;
    },
    takeSnapshot: () => keepMap(tallies, keepFields),
  };
}

function countCall(tally: Tally, now: number): void {
  tally.recent = [...tally.recent.filter((at) => at > now - WINDOW_MS && at <= now), now];
  tally.calls += 1;
  tally.highWater = Math.max(tally.highWater, tally.recent.length);
}

function usageOf({ calls, highWater, refused }: Tally): Usage {
  return { calls, highWater, refused };
}
