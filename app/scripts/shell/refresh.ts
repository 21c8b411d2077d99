import type { Timers } from './server-functions.ts';

/** How often the page reads the overview by itself. */
export const REFRESH_MS = 60_000;
/** The platform says `app.activated` once while the page opens: then the figures are on their way already. */
export const OPENING_MS = 5000;

/** What the refreshing needs of the browser. */
export interface Surroundings extends Timers {
  isHidden(): boolean;
  /** Milliseconds since some moment. */
  elapsed(): number;
}

/** Refreshes while the page is seen. */
export interface Refreshing {
  /** The page has just been filled: the first refresh comes in a minute. */
  begin(): void;
  /** The platform says that the page was opened. */
  activated(): void;
  /** The page came into view: refreshes at once, then again and again. */
  resume(): void;
  /** The page went out of view. */
  pause(): void;
}

interface Beat {
  start(): void;
  stop(): void;
  /** Acts at once, unless the page is hidden or the last act is still under way. */
  now(): void;
}

/** Acts a minute after its last act has ended, as long as `isOn`. */
function createBeat(act: () => Promise<void>, around: Surroundings, isOn: () => boolean): Beat {
  const beat: { timer: number | null; isUnderWay: boolean } = { timer: null, isUnderWay: false };
  const stop = (): void => {
    if (beat.timer !== null) around.cancel(beat.timer);
    beat.timer = null;
  };
  const start = (): void => {
    stop();
    if (isOn() && !around.isHidden()) beat.timer = around.after(REFRESH_MS, now);
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
  return { start, stop, now };
}

interface PageState {
  isPaused: boolean;
  /** The platform has said so once. */
  isOpened: boolean;
  /** When the page was filled, null before. */
  begunAt: number | null;
}

/** `refresh` must not reject. Only one refresh is under way at a time. */
export function createRefreshing(refresh: () => Promise<void>, around: Surroundings): Refreshing {
  const page: PageState = { isPaused: true, isOpened: false, begunAt: null };
  const beat = createBeat(refresh, around, () => !page.isPaused);
  const resume = (): void => {
    page.isPaused = false;
    if (page.begunAt !== null) beat.now();
  };
  return {
    resume,
    begin: () => {
      page.begunAt = around.elapsed();
      page.isPaused = false;
      beat.start();
    },
    activated: () => {
      const { isOpened, begunAt } = page;
      const isOpening = !isOpened && (begunAt === null || around.elapsed() - begunAt < OPENING_MS);
      page.isOpened = true;
      if (!isOpening) resume();
    },
    pause: () => {
      page.isPaused = true;
      beat.stop();
    },
  };
}
