import type { Format } from '../../language/format.ts';
import type { Speaker } from '../../language/speak.ts';
import type { LightView } from './light-view.ts';

/** From when the figures are that the page shows, and whether this browser kept them; null: the page shows none. */
export interface Shown {
  readonly at: number;
  readonly isKept: boolean;
}

/** The light when the overview could not be loaded: it never says how things are, only why that is not known. */
export function failedView(
  code: string,
  shown: Shown | null,
  { say, sayCode }: Speaker,
  format: Format,
): LightView {
  const time = format.moment(shown?.at);
  const words = shown?.isKept === true ? say('page.seen_here', { time }) : say('page.stale', { time });
  return {
    tone: 'dark',
    title: say('light.failed'),
    why: sayCode('error', code),
    data: say('light.failed.data'),
    where: '',
    times: shown === null ? [] : [words],
    goTo: null,
    alert: null,
    canSend: false,
  };
}

/** How long until the page tries again (ms). */
export function retryWords(ms: number, { say }: Speaker, format: Format): string {
  if (ms <= 0) return say('light.failed.now');
  return say('light.failed.next', { time: format.seconds(Math.ceil(ms / 1000)) });
}
