import { DE } from './de.ts';
import { EN } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { IT } from './it.ts';
import { NL } from './nl.ts';
import type { Texts } from './texts.ts';

/** The languages of the page. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl'] as const;
export type Language = (typeof LANGUAGES)[number];

export const CATALOGUES: Readonly<Record<Language, Texts>> = {
  en: EN,
  de: DE,
  fr: FR,
  es: ES,
  it: IT,
  nl: NL,
};

/** The page's language for a tag such as `de`, `de-AT` or `pt_BR`; English for any it does not have. */
export function chooseLanguage(tag: unknown): Language {
  const wanted = typeof tag === 'string' ? tag.toLowerCase().split(/[-_]/)[0] : '';
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
}
