import type { Catalogue, Language } from '../../app/scripts/catalogue/catalogue';
import { DE } from '../../app/scripts/catalogue/de';
import { EN } from '../../app/scripts/catalogue/en';
import { ES } from '../../app/scripts/catalogue/es';
import { FR } from '../../app/scripts/catalogue/fr';
import { IT } from '../../app/scripts/catalogue/it';
import { NL } from '../../app/scripts/catalogue/nl';
import type { Texts } from '../../app/scripts/catalogue/texts';

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
