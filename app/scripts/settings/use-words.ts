import type { Format } from '../catalogue/format.ts';
import type { Speaker } from '../catalogue/speak.ts';
import type { Use } from '../functions/answers.ts';

/** How much of a limit was used. */
export interface UseWords {
  readonly label: string;
  readonly words: string;
  /** 0 to 1; null when the limit is not known. */
  readonly share: number | null;
}

/** The limits in words. */
export function useWords(use: Use, { say }: Speaker, format: Format): readonly UseWords[] {
  const line = (label: string, used: number, limit: number | null): UseWords => {
    const params = { used: format.count(used), limit: format.count(limit) };
    return {
      label,
      words: say(limit === null ? 'settings.use.unlimited' : 'settings.use.of', params),
      share: limit === null || limit === 0 ? null : Math.min(1, used / limit),
    };
  };
  return [
    line(say('settings.use.key_value'), use.keyValueOps, use.keyValueLimit),
    line(say('settings.use.entity'), use.entityOps, use.entityLimit),
    line(say('settings.use.freshdesk'), use.freshdeskCalls, use.freshdeskLimit),
  ];
}
