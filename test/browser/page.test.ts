import { contactsStory } from './contacts-story';
import { installHintsStory } from './install-hints-story';
import { installScriptStory } from './install-script-story';
import { openChromium, type OpenChromium } from './open-chromium';
import { openPage, type OpenPage } from './open-page';
import { pastStory } from './past-story';
import { platformStory } from './platform-story';
import { setUpStory } from './set-up-story';
import { tabsStory } from './tabs-story';
import { ticketPageStory } from './ticket-page-story';
import { trueWordsStory } from './true-words-story';

let chromium: OpenChromium;

beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

/** One story in one sandbox: each test continues where the previous one ended. */
describe('the sandbox in a browser', () => {
  let opened: OpenPage;
  const open = (): OpenPage => opened;

  beforeAll(async () => {
    opened = await openPage(chromium);
  });
  afterAll(() => opened.close());
  afterEach(() => {
    expect(opened.complaints).toEqual([]);
  });

  setUpStory(open);
  contactsStory(open);
  platformStory(open);
  tabsStory(open);
});

describe('a ticket’s page in a browser', () => {
  ticketPageStory(() => chromium);
});

describe('the words of the sandbox in a browser', () => {
  trueWordsStory(() => chromium);
});

describe('who imports the history, in a browser', () => {
  pastStory(() => chromium);
});

describe('the install page in a browser', () => {
  installHintsStory(() => chromium);
  installScriptStory(() => chromium);
});
