import { enteredText, parseSettings } from './settings';

/** The fields that are entered as text: whether a field's shape is told, or only that it is set. */
const IS_SHAPED = {
  injixo_api_key: true,
  injixo_integration_id: true,
  freshdesk_api_key: true,
  history_from: true,
  alert_email: false,
  injixo_api_url: false,
};
/** Printable ASCII without spaces, as in keys and digits. */
const PLAIN = /^[!-~]*$/;

/** The settings for the support file, without any text that was entered. */
export function redactSettings(iparams: unknown): Readonly<Record<string, unknown>> {
  const parsed = parseSettings(iparams);
  const shapes = Object.entries(IS_SHAPED).map(([key, isShaped]) => {
    const text = enteredText(iparams, key);
    const isSet = text.trim() !== '';
    return [
      key,
      isShaped ? { isSet, characters: text.length, isPlain: PLAIN.test(text) } : { isSet },
    ] as const;
  });
  return {
    ...Object.fromEntries(shapes),
    way: parsed.value.way,
    channelMapping: parsed.value.channelMapping,
    problems: parsed.mistakes.length,
  };
}
