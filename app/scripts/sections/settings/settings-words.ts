import type { Format } from '../../language/format.ts';
import type { Speaker } from '../../language/speak.ts';
import type { CheckLine, LimitsUsed } from '../../../../server/page-contract';

/** One line of the settings check as people read it. */
export interface CheckWords {
  readonly result: CheckLine['result'];
  readonly label: string;
  readonly resultWord: string;
  /** What is wrong and what to do; empty when nothing is. */
  readonly sentence: string;
}

/** The lines of the settings check in words. */
export function checkWords(checks: readonly CheckLine[], { say, tell }: Speaker): readonly CheckWords[] {
  return checks.map(({ check, result, code }) => ({
    result,
    label: tell('check', check),
    resultWord: say(`settings.${result}`),
    sentence: code === null ? '' : tell('finding', code),
  }));
}

/** How much of a limit was used. */
export interface UseWords {
  readonly label: string;
  readonly words: string;
  /** 0 to 1; null when the limit is not known. */
  readonly share: number | null;
}

/** The limits in words. */
export function useWords(use: LimitsUsed, { say }: Speaker, format: Format): readonly UseWords[] {
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
