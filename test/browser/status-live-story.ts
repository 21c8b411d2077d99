import type { OverviewAnswer } from '../../server/page-contract';
import { LANGUAGES } from '../../app/scripts/language/catalogue';
import { CATALOGUES } from '../fakes/catalogues';
import { KNOWN_NAMES, LIVE_DAY, NOON } from '../fakes/page-samples';
import type { OpenChromium } from './open-chromium';
import { says } from './open-page';
import {
  light,
  openSection,
  openStatusPage,
  PHONE,
  seriousFindings,
  WIDE,
  type StatusPage,
} from './open-status-page';
import { prepare } from './prepared-answers';

const ANSWER: OverviewAnswer = {
  overview: LIVE_DAY,
  light: { kind: 'action needed', code: 'names_missing', since: NOON - 3_600_000 },
  version: '0.1.0',
  freshdeskUrl: 'https://acme.freshdesk.com',
};
/** All of it named. */
const NAMED: OverviewAnswer = {
  ...ANSWER,
  light: { kind: 'operational' },
  overview: { ...LIVE_DAY, unnamed: [] },
};

/** A page of an account without a Freshdesk key, with prepared answers. */
export function statusLiveStory(chromium: () => OpenChromium): void {
  let opened: StatusPage;
  const shown = async (answer: OverviewAnswer): Promise<void> => {
    await opened.page.unrouteAll();
    await prepare(opened.page, 'getOverview', { ok: true, ...answer });
    await prepare(opened.page, 'nameGroup', { ok: true, names: [] });
    await prepare(opened.page, 'getVolumes', { ok: true, named: KNOWN_NAMES });
    await prepare(opened.page, 'runNow', { ok: true });
  };

  beforeAll(async () => {
    opened = await openStatusPage(chromium());
  });
  afterAll(() => opened.close());
  beforeEach(() => shown(ANSWER));
  afterEach(async () => {
    await opened.page.unrouteAll();
    await opened.page.setViewportSize(WIDE);
    expect(opened.complaints).toEqual([]);
  });

  it('says once, beside the light, what it cannot say', async () => {
    const { page } = opened;
    await shown(NAMED);
    await opened.open();

    await light(page, 'Operational');
    await page
      .locator('#complete', { hasText: /^How contacts are counted.*not checked against Freshdesk/s })
      .waitFor();
    await says(page, /^All times are in UTC/);
    expect(await page.getByText(/not checked against Freshdesk/).count()).toBe(1);
    expect(await page.locator('[data-figure="repaired"]').count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it.each([
    ['Compare with Freshdesk', '#section-difference'],
    ['Initial import', '#section-history'],
  ])(
    'says in %s that it needs the key and how to add it, and asks the app for nothing',
    async (name, panel) => {
      const { page } = opened;
      await opened.open();
      opened.calls();
      await openSection(page, name);

      await page
        .locator(panel, {
          hasText: /needs a Freshdesk API key.*can be added at any time: in Freshdesk under/s,
        })
        .waitFor();
      expect(opened.calls()).toEqual([]);
    },
  );

  it('names several groups and a source in one go', async () => {
    const { page } = opened;
    const asked: unknown[] = [];
    page.on('request', (request) => {
      if (!request.url().endsWith('/api/client/invoke')) return;
      const { name, args } = request.postDataJSON() as { name: string; args?: { request: unknown } };
      if (name === 'nameGroup') asked.push(args?.request);
    });
    await opened.open();
    await light(page, 'Action needed');
    await page.locator('#light').getByRole('button', { name: 'Enter the names' }).click();
    const link = page.getByRole('link', { name: 'Open it in Freshdesk' }).first();
    expect(await link.getAttribute('href')).toBe(
      'https://acme.freshdesk.com/a/admin/groups/80000000401/edit',
    );

    await page.getByLabel('Name of group 80000000401 in Freshdesk').fill('Customer service');
    await says(
      page,
      /Customer service email Tickets, Customer service email Replies, Customer service phone Tickets$/,
    );
    await page.locator('.name-row', { hasText: '80000000402' }).getByRole('checkbox').check();
    await says(page, /Unknown group\/source Tickets/);
    await page.locator('.name-row', { hasText: 'Source 101' }).getByRole('checkbox').check();
    await says(page, /Billing source 101 Tickets/);
    expect(await seriousFindings(page)).toEqual([]);
    await shown(NAMED);
    await page.getByRole('button', { name: 'Save the names' }).click();

    await says(page, /^3 names are saved/);
    await light(page, 'Operational');
    expect(asked).toEqual([
      {
        names: [
          { kind: 'group', id: 80_000_000_401, name: 'Customer service' },
          { kind: 'group', id: 80_000_000_402, gone: true },
          { kind: 'source', id: 101, noLabel: true },
        ],
      },
    ]);
    expect(await page.getByLabel('Name of group 80000000404 in Freshdesk').inputValue()).toBe('Partners');
    expect(await page.locator('.name-row').count()).toBe(1);
  });

  it('keeps what is typed while the page loads again and when the app cannot take it', async () => {
    const { page } = opened;
    await opened.open();
    await openSection(page, 'Names');
    const field = page.getByLabel('Name of group 80000000402 in Freshdesk');
    await field.fill('Sales');
    await prepare(page, 'nameGroup', { ok: false, code: 'store_limit', params: {} });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByRole('button', { name: 'Save the names' }).click();

    await says(page, /limit for this minute is used up/);
    expect(await field.inputValue()).toBe('Sales');
  });

  it('says which entry is no name, and saves the others', async () => {
    const { page } = opened;
    await page.route('**/api/client/invoke', async (route) => {
      const { name, args } = route.request().postDataJSON() as {
        name: string;
        args?: { request: { names: readonly { name?: string }[] } };
      };
      if (name !== 'nameGroup') return route.fallback();
      const isWrong = JSON.stringify(args).includes('Sales');
      const response = isWrong ? { ok: false, code: 'name_invalid', params: {} } : { ok: true, names: [] };
      return route.fulfill({ json: { ok: true, value: { requestID: 'prepared', response } } });
    });
    await opened.open();
    await openSection(page, 'Names');
    await page.getByLabel('Name of group 80000000401 in Freshdesk').fill('Customer service');
    await page.getByLabel('Name of group 80000000402 in Freshdesk').fill('Sales');
    await page.getByRole('button', { name: 'Save the names' }).click();

    await says(page, /^1 name is saved/);
    await page.locator('.name-row', { hasText: /80000000402.*cannot be the name of a queue/s }).waitFor();
  });

  it('is to be read on a phone', async () => {
    const { page } = opened;
    await page.setViewportSize(PHONE);
    await opened.open();
    await openSection(page, 'Names');
    await page.locator('.name-row').first().waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(PHONE.width);
    const known = page.locator('#section-names .scroll');
    const hidden = await known.evaluate((place) => place.scrollWidth - place.clientWidth);
    expect(hidden).toBe(0);
  });

  it.each(LANGUAGES)('speaks %s', async (language) => {
    const { page } = opened;
    const texts = CATALOGUES[language];
    await opened.speak(language);
    await light(page, texts['light.action']);
    for (const key of ['tab.names', 'tab.history', 'tab.difference'] as const)
      await openSection(page, texts[key]);
    await says(page, texts['needs_key.how']);

    expect(await page.locator('main').innerText()).not.toMatch(/[{}]/);
    await opened.speak('en');
  });
}
