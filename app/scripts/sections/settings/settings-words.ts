import type { Format } from '../../language/format.ts';
import type { Speaker } from '../../language/speak.ts';
import type { CheckLine, LimitsUsed } from '../../../../server/page-contract';

/** The texts of one line of the settings check. */
export interface CheckWords {
  readonly result: CheckLine['result'];
  readonly label: string;
  readonly resultWord: string;
  /** The problem and its solution; empty if there is none. */
  readonly sentence: string;
}

/** Describes the lines of the settings check. */
export function checkWords(checks: readonly CheckLine[], { say, sayCode }: Speaker): readonly CheckWords[] {
  return checks.map(({ check, result, code }) => ({
    result,
    label: sayCode('check', check),
    resultWord: say(`settings.${result}`),
    sentence: code === null ? '' : sayCode('finding', code),
  }));
}

/** The used share of one limit. */
export interface UseWords {
  readonly label: string;
  readonly words: string;
  /** 0 to 1; null if the limit is unknown. */
  readonly share: number | null;
}

/** Describes the limits. */
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
