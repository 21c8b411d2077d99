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

/** A language whose texts come in two parts: those the page opens with, and those of its sections. */
export interface LoadedCatalogue extends Catalogue {
  /** Adds the texts of the sections. Rejects if they cannot be loaded; the next call tries again. */
  complete(): Promise<void>;
}

interface TextsModule<Part> {
  readonly default: Part;
}

interface FirstTexts extends TextsModule<Texts> {
  /** The build cuts each JSON file in two; in tests it is whole. */
  readonly loadSections?: () => Promise<TextsModule<Partial<Texts>>>;
}

type Load = () => Promise<FirstTexts>;

/** The build turns each JSON file into modules; a page loads only the one it needs. */
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

/** Loads the texts that the page opens with, in English if the language fails. Rejects if English cannot be loaded either. */
export async function loadCatalogue(language: Language, modules = MODULES): Promise<LoadedCatalogue> {
  try {
    const first = await modules[language]();
    const texts = { ...first.default };
    const complete = async (): Promise<void> => {
      Object.assign(texts, (await first.loadSections?.())?.default);
    };
    return { language, texts, complete };
  } catch (error) {
    if (language === 'en') throw error;
    return loadCatalogue('en', modules);
  }
}
