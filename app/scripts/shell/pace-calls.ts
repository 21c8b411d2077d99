import { fullBucket, refused, spent, waitMs } from './operations-bucket.ts';

/** What pacing needs of the browser. */
export interface PaceTools {
  after(ms: number, act: () => void): number;
  /** Milliseconds since an arbitrary moment. */
  elapsed(): number;
  /** From 0 to 1. */
  random(): number;
}

/** A call of the server as its turn and its price see it. */
export interface PacedCall<T> {
  /** Calls of one lane replace each other while they wait; null: the call replaces none. */
  readonly lane: string | null;
  /** The operations that are expected. */
  readonly cost: number;
  /** True: made only if others need not wait for it; otherwise answered as if replaced. */
  readonly isOnlyNow?: boolean;
  readonly call: () => Promise<T>;
  readonly charge: (answer: T) => { readonly cost: number; readonly isRefused: boolean };
  /** The answer of a call that another one of its lane replaced. */
  readonly replaced: T;
}

/** Makes calls in turn, as the bucket of this page allows. */
export type Pace = <T>(paced: PacedCall<T>) => Promise<T>;

/** The turns of a page's calls. */
export interface Turns {
  readonly pace: Pace;
  /** How long a call of one operation would have to wait now (ms). */
  waitMs(): number;
}

const STEP_MS = 1000;

/** Operations that a call which is only made now leaves for the next press: the dearest tab. */
const LEFT_OVER = 3;

/** `onWait` hears how long the first call in the line still has to wait (ms); 0: none waits. */
export function createPace(tools: PaceTools, onWait: (ms: number) => void): Turns {
  const page = { bucket: fullBucket(tools.elapsed()), line: Promise.resolve() };
  const newest = new Map<string, object>();
  const turnFor = async (cost: number, isWanted: () => boolean): Promise<void> => {
    for (;;) {
      const ms = isWanted() ? waitMs(page.bucket, cost, tools.elapsed()) : 0;
      onWait(ms);
      if (ms === 0) return;
      await new Promise<void>((resolve) => void tools.after(Math.min(ms, STEP_MS), resolve));
    }
  };
  const pace: Pace = async ({ lane, cost, isOnlyNow = false, call, charge, replaced }) => {
    if (isOnlyNow && waitMs(page.bucket, cost + LEFT_OVER, tools.elapsed()) > 0) return replaced;
    const mine = {};
    if (lane !== null) newest.set(lane, mine);
    const isWanted = (): boolean => lane === null || newest.get(lane) === mine;
    const turn = page.line.then(() => turnFor(cost, isWanted));
    page.line = turn;
    await turn;
    if (!isWanted()) return replaced;
    page.bucket = spent(page.bucket, cost, tools.elapsed());
    const answer = await call();
    const { cost: real, isRefused } = charge(answer);
    page.bucket = spent(page.bucket, real - cost, tools.elapsed());
    if (isRefused) page.bucket = refused(page.bucket, tools.elapsed(), tools.random());
    return answer;
  };
  return { pace, waitMs: () => waitMs(page.bucket, 1, tools.elapsed()) };
}
