import { LANGUAGES } from '../../app/scripts/language/catalogue';
import { CATALOGUES } from '../fakes/catalogues';
import type { OpenChromium } from './open-chromium';
import { says } from './open-page';
import {
  install,
  light,
  openSection,
  openStatusPage,
  PHONE,
  seriousFindings,
  WIDE,
  type StatusPage,
} from './open-status-page';
import { asIfInstalledBefore, manyQueues, prepare } from './prepared-answers';

const SECTIONS = [
  'Overview',
  'Source queues',
  'Names',
  'Volumes',
  'Compare with Freshdesk',
  'Held contacts',
  'Activity',
  'Initial import',
  'Settings and support',
];

/** Languages, widths, large and failing states. */
export function statusLookStory(chromium: () => OpenChromium): void {
  let opened: StatusPage;

  beforeAll(async () => {
    opened = await openStatusPage(chromium());
    const { freshdesk, platform } = opened.sandbox;
    const { id } = freshdesk.actions.createGroup('Équipe d’été <b>');
    await install(opened.sandbox);
    for (const source of [1, 2, 3, 7]) freshdesk.actions.createTicket({ groupId: id, source });
    await platform.advance(12 * 60_000);
  });
  afterAll(() => opened.close());
  // Each test gets a new minute of the platform, because its limits count by the minute.
  beforeEach(() => opened.sandbox.platform.advance(60_000));
  afterEach(async () => {
    await opened.page.unrouteAll();
    expect(opened.complaints).toEqual([]);
  });

  it.each(LANGUAGES)('speaks %s to an agent of that language', async (language) => {
    const { page } = opened;
    const texts = CATALOGUES[language];
    await opened.speak(language);

    await light(page, texts['light.operational']);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await openSection(page, texts['tab.queues']);
    await says(page, 'Équipe d’été <b> email Tickets');
    for (const key of ['tab.settings', 'tab.held', 'tab.history'] as const)
      await openSection(page, texts[key]);
    expect(await page.locator('main').innerText()).not.toMatch(/[{}]/);
  });

  it('loads the reader’s language alone', async () => {
    const { page } = opened;
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
    await opened.speak('it');

    const languages = loaded.flatMap((name) => /\/language\/(\w\w)\.js$/.exec(name)?.[1] ?? []);
    expect(languages).toEqual(['it']);
    expect(loaded.filter((name) => /-(?:sections|section)\.js$/.test(name))).toEqual([
      expect.stringMatching(/overview-section/),
    ]);
  });

  describe('when a language cannot be loaded', () => {
    /** Aborting the request would have the same effect, but the browser would log it. */
    const refuse = (languages: string): Promise<void> =>
      opened.page.route(`**/language/${languages}.js`, (route) =>
        route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("refused");' }),
      );
    afterEach(async () => {
      await opened.page.unrouteAll();
      await opened.speak('en');
    });

    it('speaks English', async () => {
      await refuse('fr');
      await opened.speak('fr');

      await light(opened.page, CATALOGUES.en['light.operational']);
      expect(await opened.page.locator('html').getAttribute('lang')).toBe('en');
    });

    it('says that it cannot be shown when English is not there either', async () => {
      await refuse('{en,fr}');
      await opened.page.goto(`${opened.url}app/index.html`);

      await says(opened.page, 'This page could not be shown. Reload the browser tab.');
    });
  });

  const forEachSection = async (look: (section: string) => Promise<void>): Promise<void> => {
    await opened.page.clock.install();
    for (const section of SECTIONS) {
      // Whoever looks at one section after the other waits for the page's operations to come back.
      await opened.page.clock.fastForward(4 * 60_000);
      await openSection(opened.page, section);
      await opened.page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
      await look(section);
    }
  };

  it.each(LANGUAGES)('fits the narrowest phone in %s', async (language) => {
    const { page } = opened;
    await page.setViewportSize({ width: 380, height: 800 });
    await opened.speak(language);

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(380);
  });

  it.each(['en', 'de'])(
    'cuts off no tab, writes nothing smaller than 13 px, and names the zone, in %s',
    async (language) => {
      const { page } = opened;
      await page.setViewportSize(PHONE);
      await opened.speak(language);
      await page.waitForFunction(() => document.querySelectorAll('fw-tab.hydrated').length === 9);
      const edges = await page
        .locator('fw-tab')
        .evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().right));
      expect(edges.filter((right) => right > PHONE.width)).toEqual([]);

      await page.locator('#zone').waitFor();
      await page.getByRole('tab').nth(1).click();
      await says(page, 'Équipe d’été <b> email Tickets');
      expect(await page.locator('#zone').innerText()).toMatch(/UTC|\w+\/\w+/);
      const sizes = await page.locator('main *').evaluateAll((all) =>
        all
          .filter((each) =>
            [...each.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
          )
          .map((each) => ({ size: parseFloat(getComputedStyle(each).fontSize), text: each.outerHTML }))
          .filter(({ size }) => size < 13),
      );
      expect(sizes).toEqual([]);
    },
  );

  it.each([
    ['a phone', PHONE],
    ['a wide window', WIDE],
  ])('fits %s', async (_name, size) => {
    const { page } = opened;
    await page.setViewportSize(size);
    await opened.speak('en');
    await forEachSection(async (section) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect([section, width]).toEqual([section, size.width]);
    });
  });

  it('has nothing that axe calls serious, in any section', async () => {
    await opened.open();
    await forEachSection(async (section) => {
      expect([section, await seriousFindings(opened.page)]).toEqual([section, []]);
    });
  });

  it('finds one among 500 queues, and draws only a page of them', async () => {
    const { page } = opened;
    await prepare(page, 'getVolumes', { ok: true, days: [], queues: manyQueues() });
    await opened.open();
    await openSection(page, 'Source queues');
    await says(page, '1 to 25 of 500');
    expect(await page.locator('.queues tbody tr').count()).toBe(25);

    await page.getByRole('button', { name: 'Next' }).click();
    await says(page, '26 to 50 of 500');
    await page.getByRole('button', { name: 'Sort by Today' }).click();
    await page.locator('.queues tbody tr').first().getByText('Team 499').waitFor();
    await page.getByLabel('Search by name or identifier').fill('team 123 ');
    await says(page, '1 to 1 of 1');
    await page.getByLabel('Search by name or identifier').fill('no such queue');
    await says(page, 'No queue matches “no such queue”.');
  });

  it('says what to do when the app does not answer, and tries again', async () => {
    const { page } = opened;
    await prepare(page, 'getVolumes', { ok: false, code: 'store_failed', params: {} });
    await opened.open();
    await openSection(page, 'Source queues');
    await says(page, /store does not respond\. Wait a minute/);
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await says(page, 'Équipe d’été <b> email Tickets');
  });

  it('rests after the platform refused, and says when it goes on', async () => {
    const { page } = opened;
    await prepare(page, 'getVolumes', { ok: false, code: 'store_limit', params: {} });
    await opened.open();
    await openSection(page, 'Source queues');

    await says(page, /limit for this minute is used up/);
    await page.locator('#more', { hasText: /^More in 1 min/ }).waitFor();
  });

  it('opens with one operation, shows every section and two more days, and delays no run', async () => {
    const { page, sandbox } = opened;
    const before = sandbox.platform.usage().kv;
    await asIfInstalledBefore(page, 20);
    const openedAt = Date.now();
    await opened.open();
    expect(sandbox.platform.usage().kv.calls - before.calls).toBe(1);
    for (const section of SECTIONS) await openSection(page, section);
    await openSection(page, 'Volumes');
    const day = page.locator('#section-volumes').getByLabel('Day', { exact: true });
    // It may have to wait until the page has operations again.
    await page.locator('#section-volumes [aria-busy="false"]').first().waitFor({ timeout: 120_000 });
    for (const index of [1, 2, 0]) await day.selectOption({ index });
    await page.locator('#more', { hasText: /^More in \d+ sec/ }).waitFor({ timeout: 120_000 });

    const spent = sandbox.platform.usage().kv;
    // Ten at once, and three a minute come back: on a slow machine more do while the sections are opened.
    const most = 10 + Math.ceil((Date.now() - openedAt) / 20_000);
    expect(spent.calls - before.calls).toBeLessThanOrEqual(most);
    expect(spent.refused).toBe(before.refused);
  });

  it('goes dark rather than stay green when it cannot know', async () => {
    const { page } = opened;
    await prepare(page, 'getOverview', { ok: false, code: 'no_answer', params: {} });
    await opened.open();

    await light(page, 'The status could not be loaded');
    await says(page, /The app did not answer/);
  });

  it('moves between sections with the arrow keys', async () => {
    const { page } = opened;
    await opened.open();
    await page.getByRole('tab', { name: 'Overview' }).click();
    await page.getByRole('tab', { name: 'Overview' }).press('ArrowRight');
    await says(page, 'Équipe d’été <b> email Tickets');
  });

  it('is the page in the sandbox’s frame, in the language that is chosen there', async () => {
    const { page, url } = opened;
    await page.goto(url);
    await page.getByRole('tab', { name: 'The app’s page' }).click();
    await page.getByLabel('The agent’s language').selectOption('nl');

    await page.frameLocator('iframe[title*="app’s page"]').getByText('Operationeel').waitFor();
  });
}
