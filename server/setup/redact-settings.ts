import { enteredText, parseSettings } from './settings';

const SHAPED = ['injixo_api_key', 'injixo_integration_id', 'freshdesk_api_key', 'history_from'] as const;
/** Printable ASCII without spaces, as in keys and digits. */
const PLAIN = /^[!-~]*$/;

/** The settings for the support file, without any text that was entered. */
export function redactSettings(iparams: unknown): Readonly<Record<string, unknown>> {
  const parsed = parseSettings(iparams);
  const isSet = (key: string): boolean => enteredText(iparams, key).trim() !== '';
  const shapes = SHAPED.map((key) => {
    const text = enteredText(iparams, key);
    return [key, { isSet: isSet(key), characters: text.length, isPlain: PLAIN.test(text) }] as const;
  });
  return {
    ...Object.fromEntries(shapes),
    alert_email: { isSet: isSet('alert_email') },
    injixo_api_url: { isSet: isSet('injixo_api_url') },
    channelMapping: parsed.value.channelMapping,
    problems: parsed.mistakes.length,
  };
}
