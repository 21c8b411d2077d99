import type english from './en.json';

/** The languages of the page. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A sentence whose wording follows a number: `one` and `other` follow the parameter `{count}`. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

/** English is what every other language is measured against; `{name}` is a parameter. */
type English = typeof english;
export type Key = keyof English;

/** What every language has to say: the compiler refuses a language that lacks a key or a plural. */
export type Texts = {
  readonly [K in Key]: English[K] extends string ? string : Plural;
};

/** A language with its texts. */
export interface Catalogue {
  readonly language: Language;
  readonly texts: Texts;
}

type Load = () => Promise<{ readonly default: Texts }>;

/** The build makes a module of each JSON file; a page loads the one it needs. */
const MODULES: Readonly<Record<Language, Load>> = {
  en: () => import('./en.json'),
  de: () => import('./de.json'),
  fr: () => import('./fr.json'),
  es: () => import('./es.json'),
  it: () => import('./it.json'),
  nl: () => import('./nl.json'),
};

/** The page's language for a tag such as `de`, `de-AT` or `pt_BR`; English for any it does not have. */
export function chooseLanguage(tag: unknown): Language {
  const wanted = typeof tag === 'string' ? tag.toLowerCase().split(/[-_]/)[0] : '';
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
}

/** The texts of a language; English when they cannot be loaded. Rejects when English cannot be loaded either. */
export async function loadCatalogue(language: Language, modules = MODULES): Promise<Catalogue> {
  try {
    return { language, texts: (await modules[language]()).default };
  } catch (error) {
    if (language === 'en') throw error;
    return loadCatalogue('en', modules);
  }
}
