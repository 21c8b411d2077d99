import { enteredText, parseSettings } from './settings';

/** What may be told of a field: whether it is filled, and how long and of what kind what stands there is. */
interface FieldShape {
  readonly isSet: boolean;
  readonly characters: number;
  /** Printable ASCII without spaces, as keys and digits are. */
  readonly isPlain: boolean;
}

const SHAPED = ['injixo_api_key', 'injixo_integration_id', 'freshdesk_api_key', 'history_from'] as const;
const PLAIN = /^[!-~]*$/;

function shapeOf(text: string): FieldShape {
  return { isSet: text.trim() !== '', characters: text.length, isPlain: PLAIN.test(text) };
}

/** The settings without anything that was entered: for the support file. Of the address only whether it is there. */
export function redactSettings(iparams: unknown): Readonly<Record<string, unknown>> {
  const parsed = parseSettings(iparams);
  const isSet = (key: string): boolean => enteredText(iparams, key).trim() !== '';
  return {
    ...Object.fromEntries(SHAPED.map((key) => [key, shapeOf(enteredText(iparams, key))])),
    alert_email: { isSet: isSet('alert_email') },
    injixo_api_url: { isSet: isSet('injixo_api_url') },
    channelMapping: parsed.value.channelMapping,
    problems: parsed.mistakes.length,
  };
}
