import { renderInto } from '../dom/render-into';
import { load } from './api';
import type { Summaries } from './summaries';

const MIN_PAUSE_MS = 250;

/** A part of the page that follows the sandbox while it can be seen. */
export interface LiveView {
  /** Asks again now. */
  refresh(): void;
}

/** What a part of the page shows, and where. */
export interface LiveViewOptions<T> {
  readonly into: HTMLElement;
  /** What to ask for; null: nothing, and nothing is shown. */
  readonly path: () => string | null;
  readonly render: (data: T) => readonly (Node | string)[];
  readonly summaries: Summaries;
}

/** Whether people can see it; what is still empty may be seen as soon as there is something in it. */
function isSeen(into: HTMLElement): boolean {
  const whole = into.childElementCount === 0 ? into.parentElement : into;
  return whole !== null && whole.offsetParent !== null;
}

/** Shows what an address answers, again after each change; the content is only replaced when the answer differs. */
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
