import en from '../../app/scripts/language/en.json';
import { GOOD_DAY, RUNNING_IMPORT } from '../fakes/page-samples';
import type { OpenChromium } from './open-chromium';
import { says } from './open-page';
import { install, openSection, openStatusPage, type StatusPage } from './open-status-page';
import type { History, Overview } from '../../server/page-contract';
import { prepare } from './prepared-answers';

const DAY_MS = 86_400_000;

function nextDay(day = ''): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}

/** Updates of an open page. */
export function statusRefreshStory(chromium: () => OpenChromium): void {
  let opened: StatusPage;
  const refresh = async (): Promise<void> => {
    await opened.page.getByRole('button', { name: 'Refresh' }).click();
    await opened.page.locator('#refresh fw-button:not([disabled])').waitFor();
  };

  beforeAll(async () => {
    opened = await openStatusPage(chromium());
    const { freshdesk, platform } = opened.sandbox;
    const { id } = freshdesk.actions.createGroup('CustomerService');
    await install(opened.sandbox);
    freshdesk.actions.createTicket({ groupId: id });
    await platform.advance(12 * 60_000);
  });
  afterAll(() => opened.close());
  beforeEach(() => opened.sandbox.platform.advance(60_000));
  afterEach(async () => {
    await opened.page.unrouteAll();
    expect(opened.complaints).toEqual([]);
  });

  it('draws only the figures that changed, so that nobody loses the place where they are', async () => {
    const { page } = opened;
    const show = (overview: Overview): Promise<void> =>
      prepare(page, 'getOverview', { ok: true, light: null, overview, version: '9.9.9' });
    await show(GOOD_DAY);
    await opened.open();
    const link = page.locator('[data-figure="queues"] fw-button');
    await link.evaluate((button) => button.setAttribute('data-seen', ''));

    await page.unrouteAll();
    await show({ ...GOOD_DAY, waiting: 77 });
    await refresh();

    await page.locator('[data-figure="waiting"] .figure-value', { hasText: /^77$/ }).waitFor();
    expect(await link.getAttribute('data-seen')).toBe('');
  });

  it('writes all times anew as soon as it knows the account’s zone', async () => {
    const { page } = opened;
    const last = page.locator('.queues tbody td').last();
    await prepare(page, 'getOverview', { ok: false, code: 'no_answer', params: {} });
    await opened.open();
    await openSection(page, 'Source queues');
    const inZoneOfBrowser = await last.innerText();

    await page.unrouteAll();
    const overview = { ...GOOD_DAY, timeZone: 'Pacific/Kiritimati' };
    await prepare(page, 'getOverview', { ok: true, light: null, overview, version: '9.9.9' });
    await refresh();

    await page.waitForFunction(
      (before) => document.querySelector('.queues tbody td:last-child')?.textContent !== before,
      inZoneOfBrowser,
    );
  });

  it('goes over midnight with whoever looks at today, and with nobody else', async () => {
    const { page, sandbox } = opened;
    const overview = { ...GOOD_DAY, installedAt: sandbox.clock.now() - 40 * DAY_MS };
    await prepare(page, 'getOverview', { ok: true, light: null, overview, version: '9.9.9' });
    await opened.open();
    await openSection(page, 'Compare with Freshdesk');
    const compared = page.locator('#section-difference').getByLabel('Day', { exact: true });
    // A section that is left before it has loaded draws nothing until it is opened again.
    await compared.waitFor();
    await openSection(page, 'Volumes');
    const shown = page.locator('#section-volumes').getByLabel('Day', { exact: true });
    const before = [await shown.inputValue(), await compared.inputValue()];
    const names = await shown.locator('option').allInnerTexts();

    sandbox.clock.advanceTo(sandbox.clock.now() + DAY_MS);
    await page.evaluate((now) => Object.assign(globalThis, { sandboxNow: now }), sandbox.clock.now());
    await refresh();
    await openSection(page, 'Compare with Freshdesk');

    expect(await shown.inputValue()).toBe(nextDay(before[0]));
    expect(await compared.inputValue()).toBe(before[1]);
    expect(await compared.locator('option').first().innerText()).toMatch(/^Today, /);
    expect(await compared.locator('option').nth(1).innerText()).toBe(names[0]?.replace('Today, ', ''));
    expect(await compared.locator('option').count()).toBe(names.length);
  });

  it('shows an import again that was gone for a while', async () => {
    const { page } = opened;
    const planned: History = { ...RUNNING_IMPORT, state: 'planned' };
    const shown: string[] = [];
    for (const history of [planned, null, planned]) {
      await page.unrouteAll();
      const overview = { ...GOOD_DAY, history };
      await prepare(page, 'getOverview', { ok: true, light: null, overview, version: '9.9.9' });
      if (shown.length === 0) await opened.open();
      await refresh();
      await openSection(page, 'Initial import');
      shown.push((await page.locator('.history :is(.tag, .empty)').textContent()) ?? '');
    }

    expect(shown).toEqual(['Planned', en['history.none'], 'Planned']);
  });

  it('names a queue that had no contact on the day that is shown', async () => {
    const { page } = opened;
    await openSection(page, 'Source queues');
    await page.getByRole('button', { name: 'Show the volumes of CustomerService email Tickets' }).click();
    await says(page, 'No contacts in this period.');

    await page.locator('#section-volumes .chips li', { hasText: 'CustomerService email Tickets' }).waitFor();
  });
}
