/** How often the page reads the overview by itself. */
export const REFRESH_MS = 60_000;
/** The platform says `app.activated` once while the page opens: then the figures are on their way already. */
export const OPENING_MS = 5000;

/** What the refreshing needs of the browser. */
export interface Surroundings {
  isHidden(): boolean;
  /** Milliseconds since some moment. */
  elapsed(): number;
  after(ms: number, act: () => void): number;
  cancel(timer: number): void;
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
  let timer: number | null = null;
  let isUnderWay = false;
  const stop = (): void => {
    if (timer !== null) around.cancel(timer);
    timer = null;
  };
  const start = (): void => {
    stop();
    if (isOn() && !around.isHidden()) timer = around.after(REFRESH_MS, now);
  };
  const ended = (): void => {
    isUnderWay = false;
    start();
  };
  const now = (): void => {
    stop();
    if (isUnderWay || around.isHidden()) return;
    isUnderWay = true;
    act().then(ended, ended);
  };
  return { start, stop, now };
}

/** `refresh` must not reject. Only one refresh is under way at a time. */
export function createRefreshing(refresh: () => Promise<void>, around: Surroundings): Refreshing {
  let isPaused = true;
  let begunAt: number | null = null;
  let isOpened = false;
  const beat = createBeat(refresh, around, () => !isPaused);
  const resume = (): void => {
    isPaused = false;
    if (begunAt !== null) beat.now();
  };
  return {
    resume,
    begin: () => {
      begunAt = around.elapsed();
      isPaused = false;
      beat.start();
    },
    activated: () => {
      const isOpening = !isOpened && (begunAt === null || around.elapsed() - begunAt < OPENING_MS);
      isOpened = true;
      if (!isOpening) resume();
    },
    pause: () => {
      isPaused = true;
      beat.stop();
    },
  };
}
