import type { Catalogue, Key, Language, Plural, Texts } from './catalogue.ts';

/** Parameters of a sentence, by the names in its braces. */
type Params = Readonly<Record<string, string | number>>;

/** Families of keys that end in a server code. Each has a sentence for unknown codes. */
export type Family =
  | 'aside'
  | 'failure'
  | 'problem'
  | 'reach'
  | 'reason'
  | 'check'
  | 'finding'
  | 'cause'
  | 'channel'
  | 'happened'
  | 'setting'
  | 'error';

/** Produces the sentences of one language. */
export interface Speaker {
  readonly language: Language;
  /** The sentence of a key. Numbers among the parameters are formatted in the language. */
  say(key: Key, params?: Params): string;
  /** The sentence for a server code; an unknown code gets a sentence that contains it. */
  sayCode(family: Family, code: string, params?: Params): string;
}

function fill(text: string, params: Params, numbers: Intl.NumberFormat): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (typeof value === 'number') return numbers.format(value);
    return value ?? whole;
  });
}

function form(text: string | Plural, params: Params, rules: Intl.PluralRules): string {
  if (typeof text === 'string') return text;
  const count = params['count'];
  return typeof count === 'number' && rules.select(count) === 'one' ? text.one : text.other;
}

function isKey(key: string, texts: Texts): key is Key {
  return Object.keys(texts).includes(key);
}

/** Creates the speaker of a catalogue. */
export function createSpeaker({ language, texts }: Catalogue): Speaker {
  const numbers = new Intl.NumberFormat(language);
  const rules = new Intl.PluralRules(language);
  const say = (key: Key, params: Params = {}): string =>
    fill(form(texts[key], params, rules), params, numbers);
  return {
    language,
    say,
    sayCode: (family, code, params) => {
      const key = `${family}.${code}`;
      return isKey(key, texts) ? say(key, params) : say(`${family}.other`, { code });
    },
  };
}
