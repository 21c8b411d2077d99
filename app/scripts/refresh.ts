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

/** `refresh` must not reject. Only one refresh is under way at a time. */
export function createRefreshing(refresh: () => Promise<void>, around: Surroundings): Refreshing {
  let timer: number | null = null;
  let isUnderWay = false;
  let isPaused = true;
  let begunAt: number | null = null;
  let isOpened = false;

  const stop = (): void => {
    if (timer !== null) around.cancel(timer);
    timer = null;
  };
  const plan = (): void => {
    stop();
    if (!isPaused && !around.isHidden()) timer = around.after(REFRESH_MS, go);
  };
  const ended = (): void => {
    isUnderWay = false;
    plan();
  };
  const go = (): void => {
    stop();
    if (isUnderWay || around.isHidden()) return;
    isUnderWay = true;
    refresh().then(ended, ended);
  };
  const resume = (): void => {
    isPaused = false;
    if (begunAt !== null) go();
  };
  return {
    resume,
    begin: () => {
      begunAt = around.elapsed();
      isPaused = false;
      plan();
    },
    activated: () => {
      const isOpening = !isOpened && (begunAt === null || around.elapsed() - begunAt < OPENING_MS);
      isOpened = true;
      if (!isOpening) resume();
    },
    pause: () => {
      isPaused = true;
      stop();
    },
  };
}
