import { renderInto } from '../dom/render-into';
import { load } from './api';
import type { Summaries } from './summaries';

const MIN_PAUSE_MS = 250;

/** A part of the page that follows the sandbox while it is visible. */
export interface LiveView {
  /** Loads again now. */
  refresh(): void;
}

/** Content and place of a live part of the page. */
export interface LiveViewOptions<T> {
  readonly into: HTMLElement;
  /** The address to load; null shows nothing. */
  readonly path: () => string | null;
  readonly render: (data: T) => readonly (Node | string)[];
  readonly summaries: Summaries;
}

/** Whether the part is visible. An empty part counts as visible, because content may appear in it. */
function isSeen(into: HTMLElement): boolean {
  const whole = into.childElementCount === 0 ? into.parentElement : into;
  return whole !== null && whole.offsetParent !== null;
}

/** Shows the answer of an address, again after each change. The content is replaced only if the answer differs. */
export function liveView<T>({ into, path, render, summaries }: LiveViewOptions<T>): LiveView {
  let shown = '';
  let isAsking = false;
  let isStale = false;

  const show = async (): Promise<void> => {
    const address = path();
    const data = address === null ? null : await load<T>(address).catch(() => null);
    const text = JSON.stringify([address, data]);
    if (text === shown || address !== path()) return;
    shown = text;
    renderInto(into, data === null ? [] : render(data));
  };
  const refresh = async (): Promise<void> => {
    isStale = true;
    if (isAsking) return;
    isAsking = true;
    while (isStale && isSeen(into)) {
      isStale = false;
      await show();
      await new Promise((resolve) => setTimeout(resolve, MIN_PAUSE_MS));
    }
    isAsking = false;
  };
  summaries.listen((summary, before) => {
    if (summary.revision !== before?.revision) void refresh();
  });
  return {
    refresh: () => {
      shown = '';
      void show().then(refresh);
    },
  };
}
