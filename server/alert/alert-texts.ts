import { failureFacts } from '../status/failures';
import { SOLVED } from './alert-state';

/*
 * What the ticket and its notes say, in plain English: what is the matter, what to do, what happens to the data meanwhile.
 */

const CONTACTS_HELD =
  'Some contacts are held, because nobody can know whether injixo has counted them, or because injixo refused them. Decide on the page of the app whether they are sent again or discarded.';
const UNKNOWN_MATTER = 'Open the page of the app: it says what to do.';
const MEANWHILE =
  'Nothing is lost: contacts wait and arrive in injixo when the matter is solved, each in its own interval.';
const WHERE = 'Open injixo Connect in Freshdesk: its page says since when, and whether it works again.';
const NOT_COUNTED =
  'This ticket is not counted as a contact. The app adds a note when the matter is solved, and opens no second ticket while this one is open.';

function sentenceOf(code: string): string {
  // Held contacts are a matter, but no failure: all others are sent.
  return code === 'contacts_held' ? CONTACTS_HELD : (failureFacts(code).sentence ?? UNKNOWN_MATTER);
}

function paragraphs(sentences: readonly string[]): string {
  return sentences.map((sentence) => `<p>${sentence}</p>`).join('');
}

/** The ticket about a matter. */
export function ticketTexts(code: string): { readonly subject: string; readonly description: string } {
  return {
    subject: 'injixo Connect needs your attention',
    description: paragraphs([sentenceOf(code), MEANWHILE, WHERE, NOT_COUNTED]),
  };
}

/** What a note begins with: by it the note is found again. */
export function noteMark(number: number): string {
  return `injixo Connect, note ${number}:`;
}

/** The note about a further matter, or that all are solved. */
export function noteText(says: string, number: number): string {
  const text =
    says === SOLVED
      ? 'The matter is solved. What still waits arrives in injixo by itself; nothing more needs to be done.'
      : `There is a further matter. ${sentenceOf(says)} ${MEANWHILE}`;
  return `<p>${noteMark(number)} ${text}</p>`;
}
