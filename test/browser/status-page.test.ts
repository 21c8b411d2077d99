import { openChromium, type OpenChromium } from './open-chromium';
import { statusDeliveryStory } from './status-delivery-story';
import { statusFailedStory } from './status-failed-story';
import { statusImportStory } from './status-import-story';
import { statusKeyStory } from './status-key-story';
import { statusLiveStory } from './status-live-story';
import { statusLookStory } from './status-look-story';
import { statusRefreshStory } from './status-refresh-story';
import { statusNumbersStory } from './status-numbers-story';

let chromium: OpenChromium;
const open = (): OpenChromium => chromium;

beforeAll(async () => {
  chromium = await openChromium();
});
afterAll(() => chromium.close());

describe('the status page tells the truth', () => statusDeliveryStory(open));
describe('the status page during an import', () => statusImportStory(open));
describe('the status page as people see it', () => statusLookStory(open));
describe('the status page before a Freshdesk key is added, and after', () => statusKeyStory(open));
describe('the status page of an account without a Freshdesk key', () => statusLiveStory(open));
describe('the status page that could not be loaded', () => statusFailedStory(open));
describe('the status page while it stands open', () => statusRefreshStory(open));
describe('the numbers of the status page', () => statusNumbersStory(open));
