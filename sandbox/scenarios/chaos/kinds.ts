/**
 * Kinds of faults that can be switched on and off, and what each means. They draw from a random stream of their own, so
 * that one more shifts none of the other faults of a seed.
 */
export const KINDS = {
  'unreadable-ticket': 'one ticket or its replies cannot be read, for hours or for ever',
  'short-pages': 'pages of fewer rows than asked for, although a next one follows',
  'missing-reads': 'the key-value store says that entries are missing which are there',
  'silent-schedule': 'the schedule is there and does not fire until it is made anew',
  'people-at-the-page': 'two to four people press something every 20 seconds for minutes',
  'refused-once': 'both addresses of a ticket that a list shows answer 403 or 404 once',
  'list-fails': 'only the ticket list answers 429 or 504, for hours',
  'hourly-limit': 'an account limited per hour, in a quarter of the seeds, whose calls others use up',
  future: 'dates far ahead: of a ticket, of Freshdesk, of the clock that reads Retry-After',
  'words-with-200': 'injixo answers 200, and only the body tells what it took',
  'trickling-answers': 'answers of Freshdesk or injixo come a byte a second, some times or for hours',
  'long-ticket': 'hundreds of notes on one ticket whose events are lost, and then the customer writes',
} as const;
/** The name of a kind. */
export type KindName = keyof typeof KINDS;
/** All names. */
export const KIND_NAMES = Object.keys(KINDS) as readonly KindName[];
