import type { Catalogue, Language } from '../../app/scripts/language/catalogue';
import { DE } from '../../app/scripts/language/de';
import { EN } from '../../app/scripts/language/en';
import { ES } from '../../app/scripts/language/es';
import { FR } from '../../app/scripts/language/fr';
import { IT } from '../../app/scripts/language/it';
import { NL } from '../../app/scripts/language/nl';
import type { Texts } from '../../app/scripts/language/catalogue';

/** All languages of the page at once. */
export const CATALOGUES: Readonly<Record<Language, Texts>> = {
  en: EN,
  de: DE,
  fr: FR,
  es: ES,
  it: IT,
  nl: NL,
};

/** One language of the page, as it loads it. */
export function catalogueOf(language: Language): Catalogue {
  return { language, texts: CATALOGUES[language] };
}
