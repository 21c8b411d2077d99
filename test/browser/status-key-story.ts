import type { OpenChromium } from './open-chromium';
import { says } from './open-page';
import { install, light, openSection, openStatusPage, type StatusPage } from './open-status-page';

/** An account that begins without a Freshdesk key and gets one later: each test continues where the previous one ended. */
export function statusKeyStory(chromium: () => OpenChromium): void {
  let opened: StatusPage;
  let settings: Record<string, string> = {};
  const groups = { service: 0, sales: 0, gone: 0 };
  const addTickets = (): void => {
    const { actions } = opened.sandbox.freshdesk;
    for (const groupId of Object.values(groups)) actions.createTicket({ groupId });
  };
  const queueNames = (): readonly string[] =>
    [...new Set(opened.sandbox.injixo.receipts.map(({ queueName }) => queueName))].sort();

  beforeAll(async () => {
    opened = await openStatusPage(chromium());
    const { freshdesk, platform } = opened.sandbox;
    const { actions } = freshdesk;
    // As of groups that were there before the installation: no event tells their names.
    platform.faults.events.plan = () => [];
    groups.service = actions.createGroup('Customer service').id;
    groups.sales = actions.createGroup('Sales').id;
    groups.gone = actions.createGroup('Of old').id;
    platform.faults.events.plan = null;
    settings = await install(opened.sandbox, { freshdesk_api_key: '' });
  });
  afterAll(() => opened.close());
  afterEach(() => {
    expect(opened.complaints).toEqual([]);
  });

  it('needs names once contacts have waited for them for 15 minutes', async () => {
    const { page } = opened;
    addTickets();
    await opened.after(12);
    await light(page, 'Delayed');
    await says(page, 'Some contacts wait until the name of their group or source is known.');
    await opened.after(15);

    await light(page, 'Action needed');
    await says(page, '3 of them wait for the name of their group or source.');
    await says(page, /not checked against Freshdesk/);
    expect(queueNames()).toEqual([]);
  });

  it('takes them in one go, and sends what waited', async () => {
    const { page } = opened;
    await page.locator('#light').getByRole('button', { name: 'Enter the names' }).click();
    await page.getByLabel(`Name of group ${groups.service} in Freshdesk`).fill('Customer service');
    await page.getByLabel(`Name of group ${groups.sales} in Freshdesk`).fill('Sales');
    await page
      .locator('.name-row', { hasText: `Group ${groups.gone}` })
      .getByRole('checkbox')
      .check();
    await says(page, /Sales email Tickets/);
    await page.getByRole('button', { name: 'Save the names' }).click();
    await says(page, /^3 names are saved/);
    // The run of this minute may be over: the next one takes them.
    await opened.after(2);
    await light(page, 'Operational');
    expect(queueNames()).toEqual([
      'Customer service email Tickets',
      'Sales email Tickets',
      'Unknown group/source Tickets',
    ]);
    await openSection(page, 'Names');
    await says(page, 'No contact waits for a name.');
    await page.getByRole('row', { name: /^Sales Group \d+ entered on this page/ }).waitFor();
  });

  it('says of the keys that none of Freshdesk’s is entered', async () => {
    const { page } = opened;
    await opened.open();
    await openSection(page, 'Settings and support');
    await page.getByRole('button', { name: 'Check the keys' }).click();

    await page.locator('.checks li', { hasText: 'Freshdesk API key Not entered' }).waitFor();
    expect(await page.locator('#section-settings .checks li').count()).toBe(3);
  });

  it('is checked from the moment on that the key is added', async () => {
    const { page, sandbox } = opened;
    sandbox.platform.saveSettings({ ...settings, freshdesk_api_key: sandbox.freshdesk.admin.apiKey });
    await opened.after(40);

    await light(page, 'Operational');
    await page
      .locator('#complete', { hasText: /^Complete until.*Checked against Freshdesk from /s })
      .waitFor();
    await page.locator('[data-figure="repaired"]').waitFor();
    await openSection(page, 'Names');
    await says(page, /reads the names from Freshdesk every hour/);
    expect(await page.getByRole('button', { name: 'Save the names' }).isVisible()).toBe(false);
    await openSection(page, 'Compare with Freshdesk');
    await page.locator('#section-difference').getByLabel('Day', { exact: true }).waitFor();
  });

  it('is live only again once it is taken out', async () => {
    const { page, sandbox } = opened;
    sandbox.platform.saveSettings({ ...settings, freshdesk_api_key: '' });
    await opened.after(12);

    await light(page, 'Operational');
    await says(page, /not checked against Freshdesk/);
    await openSection(page, 'Compare with Freshdesk');
    await says(page, /The comparison needs a Freshdesk API key/);
  });
}
