import { FAILURES } from '../../status/failures';
import type { AlertWords } from '../alert-words';

/** The sentences of the failures that need a person. */
const SENTENCES = Object.entries(FAILURES).flatMap(([code, facts]) =>
  'sentence' in facts ? [[code, facts.sentence] as const] : [],
);

/** The alert ticket in English. */
export const en: AlertWords = {
  subject: '%APP_NAME% needs your attention',
  unknown: 'Open the page of the app: it says what to do.',
  meanwhile:
    'Nothing is lost: contacts wait and arrive in injixo once the problem is solved, each in its own interval.',
  where: 'Open %APP_NAME% in Freshdesk: its page says since when, and whether it works again.',
  notCounted:
    'This ticket is not counted as a contact. The app adds a note when the problem is solved, and opens no second ticket while this one is open.',
  solved:
    'The problem is solved. What still waits arrives in injixo by itself; nothing more needs to be done.',
  further: 'There is another problem.',
  advice: {
    ...Object.fromEntries(SENTENCES),
    contacts_held:
      'Some contacts are held, because injixo did not confirm that it counted them, or because it rejected them. Decide on the page of the app whether they are sent again or discarded.',
  },
};
