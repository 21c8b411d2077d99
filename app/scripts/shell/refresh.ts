import type { Timers } from './server-functions.ts';

/** Interval between two automatic refreshes. */
export const REFRESH_MS = 60_000;
/** The platform sends `app.activated` once while the page opens. Within this time the figures are already loading. */
export const OPENING_MS = 5000;

/** Browser functions that refreshing needs. */
export interface Surroundings extends Timers {
  isHidden(): boolean;
  /** Milliseconds since an arbitrary moment. */
  elapsed(): number;
}

/** Refreshes while the page is visible. */
export interface Refreshing {
  /** The page has just been filled: the first refresh follows after a minute. */
  begin(): void;
  /** The platform has opened the page. */
  activated(): void;
  /** The page has become visible: refreshes now and then at intervals. */
  resume(): void;
  /** The page is no longer visible. */
  pause(): void;
  /** How long until the next automatic refresh (ms); 0: one runs, or none is planned. */
  nextMs(): number;
}

interface Beat {
  start(): void;
  stop(): void;
  /** Acts now, unless the page is hidden or an act is still running. */
  now(): void;
  /** How long until it acts (ms); 0 while it acts or is stopped. */
  nextMs(): number;
}

/** Acts a minute after the previous act has ended, as long as `isOn`. */
function createBeat(act: () => Promise<void>, around: Surroundings, isOn: () => boolean): Beat {
  const beat = { timer: null as number | null, dueAt: 0, isUnderWay: false };
  const stop = (): void => {
    if (beat.timer !== null) around.cancel(beat.timer);
    beat.timer = null;
  };
  const start = (): void => {
    stop();
    if (!isOn() || around.isHidden()) return;
    beat.timer = around.after(REFRESH_MS, now);
    beat.dueAt = around.elapsed() + REFRESH_MS;
  };
  const ended = (): void => {
    beat.isUnderWay = false;
    start();
  };
  const now = (): void => {
    stop();
    if (beat.isUnderWay || around.isHidden()) return;
    beat.isUnderWay = true;
    act().then(ended, ended);
  };
  const nextMs = (): number => (beat.timer === null ? 0 : Math.max(0, beat.dueAt - around.elapsed()));
  return { start, stop, now, nextMs };
}

interface PageState {
  isPaused: boolean;
  /** True after the platform's first `app.activated`. */
  isOpened: boolean;
  /** When the page was filled; null before. */
  filledAt: number | null;
}

/** `refresh` must not reject. Only one refresh runs at a time. */
export function createRefreshing(refresh: () => Promise<void>, around: Surroundings): Refreshing {
  const page: PageState = { isPaused: true, isOpened: false, filledAt: null };
  const beat = createBeat(refresh, around, () => !page.isPaused);
  const resume = (): void => {
    page.isPaused = false;
    if (page.filledAt !== null) beat.now();
  };
  return {
    resume,
    nextMs: beat.nextMs,
    begin: () => {
      page.filledAt = around.elapsed();
      page.isPaused = false;
      beat.start();
    },
    activated: () => {
      const { isOpened, filledAt } = page;
      const isOpening = !isOpened && (filledAt === null || around.elapsed() - filledAt < OPENING_MS);
      page.isOpened = true;
      if (!isOpening) resume();
    },
    pause: () => {
      page.isPaused = true;
      beat.stop();
    },
  };
}
