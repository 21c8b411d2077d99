import { EN } from './en.ts';

/** The languages of the page. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A page needs one language: the others are not loaded. */
const LOADERS: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: () => Promise.resolve(EN),
  de: async () => (await import('./de.ts')).DE,
  fr: async () => (await import('./fr.ts')).FR,
  es: async () => (await import('./es.ts')).ES,
  it: async () => (await import('./it.ts')).IT,
  nl: async () => (await import('./nl.ts')).NL,
};

/** A sentence whose wording follows a number. */
export interface Plural {
  readonly one: string;
  readonly other: string;
}

export type Key = keyof typeof EN;

/** What every language has to say: the compiler refuses a language that lacks a key or a plural. */
export type Texts = {
  readonly [K in Key]: (typeof EN)[K] extends string ? string : Plural;
};

/** A language with its texts. */
export interface Catalogue {
  readonly language: Language;
  readonly texts: Texts;
}

/** The page's language for a tag such as `de`, `de-AT` or `pt_BR`; English for any it does not have. */
export function chooseLanguage(tag: unknown): Language {
  const wanted = typeof tag === 'string' ? tag.toLowerCase().split(/[-_]/)[0] : '';
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
}

/** The texts of a language; English when they cannot be loaded. Never rejects. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  try {
    return { language, texts: await LOADERS[language]() };
  } catch {
    return { language: 'en', texts: EN };
  }
}
