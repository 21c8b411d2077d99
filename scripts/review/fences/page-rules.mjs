const NO_TOOLS = {
  name: 'page: no development tools',
  comment:
    'sandbox/, scripts/ and test/ are development tools and are not shipped; the page must not know them.',
  severity: 'error',
  from: { path: '^app/' },
  to: { path: '^(?:sandbox|scripts|test)/' },
};

const SERVER_BY_CONTRACT = {
  name: 'page: of the server only the contract',
  comment:
    'The page calls functions of the server by their names; code of the server has no place in a browser. Their answers are types in page-contract.d.ts.',
  severity: 'error',
  from: { path: '^app/' },
  to: { path: '^server/', pathNot: '^server/page-contract\\.d\\.ts$' },
};

const SHELL_ON_TOP = {
  name: 'page: the shell is on top',
  comment: 'The shell puts the sections together: what a section needs of it comes with its parts.',
  severity: 'error',
  from: { path: '^app/scripts/sections/' },
  to: { path: '^app/scripts/shell/' },
};

const SECTIONS_STAND_ALONE = {
  name: 'page: sections stand alone',
  comment:
    'Sections do not know each other, so that one can change without the others: what two of them need stands beside their folders.',
  severity: 'error',
  from: { path: '^app/scripts/sections/([^/]+)/' },
  to: { path: '^app/scripts/sections/[^/]+/', pathNot: '^app/scripts/sections/$1/' },
};

const SHARED_KNOWS_NO_SECTION = {
  name: 'page: what sections share knows none',
  comment: 'What the sections share knows none of them: it would bring that one into all others.',
  severity: 'error',
  from: { path: '^app/scripts/sections/[^/]+$' },
  to: { path: '^app/scripts/sections/[^/]+/' },
};

const DOM_KNOWS_NO_TEXT = {
  name: 'page: dom knows no text',
  comment: 'dom/ makes elements and knows no text and no section: what it shows is an argument.',
  severity: 'error',
  from: { path: '^app/scripts/dom/' },
  to: { path: '^app/', pathNot: '^app/scripts/dom/' },
};

const LANGUAGE_KNOWS_NO_ELEMENT = {
  name: 'page: language knows no element',
  comment: 'language/ makes texts and knows no element and no section: what it says is an argument.',
  severity: 'error',
  from: { path: '^app/scripts/language/' },
  to: { path: '^app/', pathNot: '^app/scripts/language/' },
};

const TICKET_PAGE_IS_SMALL = {
  name: 'page: the ticket page is small',
  comment:
    'ticket/ is loaded with every ticket that an agent opens: it brings nothing of the status page with it but how the account is found.',
  severity: 'error',
  from: { path: '^app/scripts/ticket/' },
  to: { path: '^app/', pathNot: '^app/scripts/(?:ticket/|shell/account\\.ts$)' },
};

const TICKET_PAGE_STANDS_ALONE = {
  name: 'page: the ticket page stands alone',
  comment: 'ticket/ runs on a page of its own; nothing of it is shown on the status page.',
  severity: 'error',
  from: { path: '^app/scripts/(?!ticket/)' },
  to: { path: '^app/scripts/ticket/' },
};

/** What app/ may import. */
export const PAGE_RULES = [
  NO_TOOLS,
  SERVER_BY_CONTRACT,
  SHELL_ON_TOP,
  SECTIONS_STAND_ALONE,
  SHARED_KNOWS_NO_SECTION,
  DOM_KNOWS_NO_TEXT,
  LANGUAGE_KNOWS_NO_ELEMENT,
  TICKET_PAGE_IS_SMALL,
  TICKET_PAGE_STANDS_ALONE,
];
