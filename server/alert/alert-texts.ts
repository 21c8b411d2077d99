import { SOLVED } from './alert-state';
import type { AlertWords } from './alert-words';
import { de } from './languages/de';
import { en } from './languages/en';
import { es } from './languages/es';
import { fr } from './languages/fr';
import { it } from './languages/it';
import { nl } from './languages/nl';

/** The languages of the alert, by the first part of their tag. */
export const ALERT_LANGUAGES: ReadonlyMap<string, AlertWords> = new Map(
  Object.entries({ en, de, es, fr, it, nl }),
);

/** The words for a language such as `de` or `pt-BR`; English where the app has none or it is not known. */
function wordsIn(language: string | null): AlertWords {
  const [first = ''] = (language ?? '').toLowerCase().split(/[-_]/);
  return ALERT_LANGUAGES.get(first) ?? en;
}

/** The ticket about an issue. */
export function ticketTexts(
  code: string,
  language: string | null,
): { readonly subject: string; readonly description: string } {
  const { subject, advice, unknown, meanwhile, where, notCounted } = wordsIn(language);
  const sentences = [advice[code] ?? unknown, meanwhile, where, notCounted];
  return { subject, description: sentences.map((sentence) => `<p>${sentence}</p>`).join('') };
}

/** The first words of a note, by which it is found again, in all languages the same. */
export function noteMark(number: number): string {
  return `%APP_NAME% #${number}:`;
}

/** The note about a further issue, or that all are resolved. */
export function noteText(says: string, number: number, language: string | null): string {
  const { solved, further, advice, unknown, meanwhile } = wordsIn(language);
  const text = says === SOLVED ? solved : `${further} ${advice[says] ?? unknown} ${meanwhile}`;
  return `<p>${noteMark(number)} ${text}</p>`;
}
