import type { Clock } from '../support/clock';
import { keepFields, keepMap, type Restorable } from '../support/snapshot';
import { Refusal } from './refusal';

const WINDOW_MS = 60_000;

const meteredKinds = ['kv', 'entity', 'schedule', 'http', 'request', 'function'] as const;
/** A counted facility. */
export type MeteredKind = (typeof meteredKinds)[number];

/** The usage of one facility. */
export interface Usage {
  readonly calls: number;
  /** The most calls within any 60 seconds, including refused ones. */
  readonly highWater: number;
  /** Calls answered with 429. */
  readonly refused: number;
}

/** Counts the calls of every facility against its limit. */
export interface UsageMeter extends Restorable {
  /** Counts a call; refuses it with 429 if it exceeds the limit of the last 60 seconds. */
  take(kind: MeteredKind, perMinute?: number): void;
  report(): Readonly<Record<MeteredKind, Usage>>;
}

interface CallCounts {
  recent: readonly number[];
  calls: number;
  highWater: number;
  refused: number;
}

/** Counts calls in strict sliding windows. Refused calls count too, so a caller that keeps retrying stays blocked. */
export function createUsageMeter(clock: Clock): UsageMeter {
  const byKind = new Map<MeteredKind, CallCounts>();
  const countsOf = (kind: MeteredKind): CallCounts => {
    const counts = byKind.get(kind) ?? { recent: [], calls: 0, highWater: 0, refused: 0 };
    byKind.set(kind, counts);
    return counts;
  };
  return {
    take: (kind, perMinute = Infinity) => {
      const counts = countsOf(kind);
      countCall(counts, clock.now());
      if (counts.recent.length <= perMinute) return;
      counts.refused += 1;
      const extras = kind === 'request' ? { errorSource: 'APP' } : {};
      throw new Refusal(429, `You have exceeded the limit of ${perMinute} requests per minute`, extras);
    },
    report: () => {
      const rows = meteredKinds.map((kind) => [kind, usageOf(countsOf(kind))] as const);
      return Object.fromEntries(rows) as Record<MeteredKind, Usage>;
    },
    takeSnapshot: () => keepMap(byKind, keepFields),
  };
}

function countCall(counts: CallCounts, now: number): void {
  counts.recent = [...counts.recent.filter((at) => at > now - WINDOW_MS && at <= now), now];
  counts.calls += 1;
  counts.highWater = Math.max(counts.highWater, counts.recent.length);
}

function usageOf({ calls, highWater, refused }: CallCounts): Usage {
  return { calls, highWater, refused };
}
