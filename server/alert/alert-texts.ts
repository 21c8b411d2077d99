import { FAILURES, type FailureFacts } from '../status/failures';
import { SOLVED } from './alert-state';

/* Texts of the alert ticket and its notes, in English: the issue, what to do, and what happens to the data. */

const CONTACTS_HELD =
  'Some contacts are held, because injixo did not confirm that it counted them, or because it rejected them. Decide on the page of the app whether they are sent again or discarded.';
const UNKNOWN_ISSUE = 'Open the page of the app: it says what to do.';
const MEANWHILE =
  'Nothing is lost: contacts wait and arrive in injixo once the problem is solved, each in its own interval.';
const WHERE = 'Open %APP_NAME% in Freshdesk: its page says since when, and whether it works again.';
const NOT_COUNTED =
  'This ticket is not counted as a contact. The app adds a note when the matter is solved, and opens no second ticket while this one is open.';

/** What to do about an issue, by its code. Held contacts are an issue but not a failure: all other contacts are sent. */
const ADVICE: Readonly<Record<string, Partial<FailureFacts>>> = {
  ...FAILURES,
  contacts_held: { sentence: CONTACTS_HELD },
};

/** The ticket about an issue. */
export function ticketTexts(code: string): { readonly subject: string; readonly description: string } {
  const sentences = [ADVICE[code]?.sentence ?? UNKNOWN_ISSUE, MEANWHILE, WHERE, NOT_COUNTED];
  return {
    subject: '%APP_NAME% needs your attention',
    description: sentences.map((sentence) => `<p>${sentence}</p>`).join(''),
  };
}

/** The first words of a note, by which it is found again. */
export function noteMark(number: number): string {
  return `%APP_NAME%, note ${number}:`;
}

/** The note about a further issue, or that all are resolved. */
export function noteText(says: string, number: number): string {
  const text =
    says === SOLVED
      ? 'The matter is solved. What still waits arrives in injixo by itself; nothing more needs to be done.'
      : `There is a further matter. ${ADVICE[says]?.sentence ?? UNKNOWN_ISSUE} ${MEANWHILE}`;
  return `<p>${noteMark(number)} ${text}</p>`;
}
