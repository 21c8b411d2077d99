import type english from './en.json';

/** The languages of the page. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A sentence that depends on a number: `one` or `other` is chosen by the parameter `{count}`. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

/** English defines the keys of every other language; `{name}` is a parameter. */
type English = typeof english;
export type Key = keyof English;

/** The texts every language must have: the compiler rejects a missing key or plural. */
export type Texts = {
  readonly [K in Key]: English[K] extends string ? string : Plural;
};

/** A language with its texts. */
export interface Catalogue {
  readonly language: Language;
  readonly texts: Texts;
}

type Load = () => Promise<{ readonly default: Texts }>;

/** The build turns each JSON file into a module; a page loads only the one it needs. */
const MODULES: Readonly<Record<Language, Load>> = {
  en: () => import('./en.json'),
  de: () => import('./de.json'),
  fr: () => import('./fr.json'),
  es: () => import('./es.json'),
  it: () => import('./it.json'),
  nl: () => import('./nl.json'),
};

/** The page's language for a tag such as `de`, `de-AT` or `pt_BR`; English if the page does not have it. */
export function chooseLanguage(tag: unknown): Language {
  const wanted = typeof tag === 'string' ? tag.toLowerCase().split(/[-_]/)[0] : '';
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
}

/** Loads the texts of a language, or English if that fails. Rejects if English cannot be loaded either. */
export async function loadCatalogue(language: Language, modules = MODULES): Promise<Catalogue> {
  try {
    return { language, texts: (await modules[language]()).default };
  } catch (error) {
    if (language === 'en') throw error;
    return loadCatalogue('en', modules);
  }
}
