import type { Catalogue, Language, Texts } from '../../app/scripts/language/catalogue';
import de from '../../app/scripts/language/de.json';
import en from '../../app/scripts/language/en.json';
import es from '../../app/scripts/language/es.json';
import fr from '../../app/scripts/language/fr.json';
import it from '../../app/scripts/language/it.json';
import nl from '../../app/scripts/language/nl.json';

/** All languages of the page at once. */
export const CATALOGUES: Readonly<Record<Language, Texts>> = { en, de, fr, es, it, nl };

/** One language of the page in its loaded form. */
export function catalogueOf(language: Language): Catalogue {
  return { language, texts: CATALOGUES[language] };
}
