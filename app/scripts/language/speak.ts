import type { Catalogue, Key, Language, Plural, Texts } from './catalogue.ts';

/** What goes into a sentence, by the names in its braces. */
type Params = Readonly<Record<string, string | number>>;

/** Families of keys that end in a code of the server, each with a sentence for codes it does not know. */
export type Family = 'failure' | 'problem' | 'reach' | 'reason' | 'check' | 'finding' | 'cause' | 'error';

/** Says things in one language. */
export interface Speaker {
  readonly language: Language;
  /** The sentence of a key; numbers among the parameters are written as the language writes them. */
  say(key: Key, params?: Params): string;
  /** The sentence for a code of the server; one that names the code when the catalogue has none. */
  tell(family: Family, code: string): string;
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

/** A speaker of one of the page's languages. */
export function createSpeaker({ language, texts }: Catalogue): Speaker {
  const numbers = new Intl.NumberFormat(language);
  const rules = new Intl.PluralRules(language);
  const say = (key: Key, params: Params = {}): string =>
    fill(form(texts[key], params, rules), params, numbers);
  return {
    language,
    say,
    tell: (family, code) => {
      const key = `${family}.${code}`;
      return isKey(key, texts) ? say(key) : say(`${family}.other`, { code });
    },
  };
}
