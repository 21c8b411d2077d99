import { INJIXO_HOST } from '../../sandbox/create-sandbox';
import type { OpenChromium } from './open-chromium';
import { says } from './open-page';
import {
  install,
  light,
  openSection,
  openStatusPage,
  seriousFindings,
  type StatusPage,
} from './open-status-page';
import { holdBack } from './prepared-answers';

/** A day of the page: each test continues where the previous one ended. */
export function statusDeliveryStory(chromium: () => OpenChromium): void {
  let opened: StatusPage;
  let groupId = 0;
  const createTicket = (): unknown => opened.sandbox.freshdesk.actions.createTicket({ groupId });

  beforeAll(async () => {
    opened = await openStatusPage(chromium());
    groupId = opened.sandbox.freshdesk.actions.createGroup('CustomerService').id;
    await install(opened.sandbox);
  });
  afterAll(() => opened.close());
  afterEach(() => {
    expect(opened.complaints).toEqual([]);
  });

  it('says right after the installation what is going to happen', async () => {
    const { page } = opened;
    await opened.open();

    await says(page, /The app was just installed/);
    await light(page, 'Not known yet');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('waits for the first contact, with one call to open', async () => {
    await opened.after(6);
    await light(opened.page, 'Waiting for the first contact');
    opened.calls();
    await opened.open();

    expect(opened.calls()).toEqual(['getOverview']);
    await opened.page.locator('#checklist li', { hasText: 'Installed Done' }).waitFor();
    await opened.page.locator('#checklist li', { hasText: 'Keys Done' }).waitFor();
    await opened.page.locator('#checklist li', { hasText: 'First contact Not yet' }).waitFor();
    expect(await opened.page.locator('#figures > *').count()).toBe(0);
    expect(await seriousFindings(opened.page)).toEqual([]);
  });

  it('shows the first contact in its figures, its queue and its chart', async () => {
    const { page } = opened;
    createTicket();
    await opened.after(10);
    await light(page, 'Operational');
    await page.locator('[data-figure="today"] .figure-value', { hasText: /^1$/ }).waitFor();
    expect(await page.locator('#checklist > *').count()).toBe(0);

    await page.locator('[data-figure="queues"] fw-button').click();
    await says(page, 'CustomerService email Tickets');
    await page.getByRole('button', { name: 'Show the volumes of CustomerService email Tickets' }).click();
    await says(page, '1 contact in this period');
    await page.locator('.chart canvas').waitFor();
    await page.getByText('Show the chart as a table').click();
    expect(await page.locator('.as-table tbody tr').count()).toBe(96);
    expect(await page.locator('.as-table tfoot').innerText()).toMatch(/^Total\s+1/);
    expect(await seriousFindings(page)).toEqual([]);

    const volumes = page.locator('#section-volumes');
    await volumes.getByLabel('Interval', { exact: true }).selectOption({ label: 'Day' });
    await volumes.getByLabel('From', { exact: true }).waitFor();
    await says(volumes, '1 contact in this period');
    // Days before the installation are not offered.
    expect(await volumes.getByLabel('To', { exact: true }).locator('option').count()).toBe(1);
  });

  it('compares with Freshdesk', async () => {
    const { page } = opened;
    await opened.open();
    await openSection(page, 'Compare with Freshdesk');
    const day = page.locator('#section-difference').getByLabel('Day', { exact: true });
    await day.selectOption({ index: 0 });
    await page.getByRole('row', { name: 'New tickets 1' }).waitFor();
    await says(page, /has not read Freshdesk’s lists for this day yet/);
  });

  it('is delayed while injixo is down, and operational when it is back', async () => {
    const { page, sandbox } = opened;
    sandbox.network.down(INJIXO_HOST, 'refused');
    createTicket();
    await opened.after(12);
    await light(page, 'Delayed');
    await says(page, 'injixo cannot be reached.');
    await says(page, /Nothing is lost/);
    await says(page, /Next try: .*Last error: no answer, /);
    await openSection(page, 'Activity');
    await says(page, /Problem: injixo cannot be reached\./);
    await page.getByRole('img', { name: /^The last 24 hours .* delayed: [1-9]/ }).waitFor();
    expect(await page.locator('.strip .strip-late').count()).toBeGreaterThan(0);
    expect(await seriousFindings(page)).toEqual([]);

    sandbox.network.down(INJIXO_HOST, null);
    await page.clock.install();
    await sandbox.platform.advance(58_000);
    const send = page.locator('#light').getByRole('button', { name: 'Send now' });
    await send.click();
    await page.locator('#sent:focus', { hasText: /^1 contact sent\. Still due: 0\./ }).waitFor();
    await send.waitFor({ state: 'detached' });
    await says(page, /No longer a problem: injixo cannot be reached\./);

    await opened.after(15);
    await light(page, 'Operational');
  });

  it('says which key a person has to replace, and where, and finds nothing wrong afterwards', async () => {
    const { page, sandbox } = opened;
    const replaced = sandbox.settings();
    createTicket();
    await opened.after(12);
    await light(page, 'Action needed');
    await says(page, /Generate a new key in injixo/);
    await says(page, /Next try: .*Last error: HTTP 401, /);
    await says(page, /^Where: in injixo/);

    await page.getByRole('button', { name: 'Check the settings' }).click();
    await page.getByRole('button', { name: 'Check the keys' }).click();
    await page.locator('.checks li', { hasText: 'injixo API key Failed' }).waitFor();
    await page.locator('.checks li', { hasText: 'Freshdesk API key OK' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);

    await sandbox.platform.advance(58_000);
    sandbox.platform.saveSettings(replaced);
    const letRun = await holdBack(page, 'runNow');
    await opened.open();
    await says(page, 'Settings changed, being checked.');
    letRun();
    await light(page, 'Operational');
    await page.locator('#notice', { hasText: 'Settings changed' }).waitFor({ state: 'hidden' });
    await openSection(page, 'Activity');
    await says(page, 'Setting changed: injixo API key');
    await says(page, 'injixo API key: accepted again');
    await openSection(page, 'Settings and support');
    await page.getByRole('button', { name: 'Check the keys' }).click();
    await page.locator('.checks li', { hasText: 'injixo API key OK' }).waitFor();
  });

  it('sends an unclear batch again, after it was asked twice', async () => {
    const { page, sandbox } = opened;
    const before = sandbox.injixo.receipts.length;
    sandbox.injixo.faults.add({ kind: 'broken', isTaken: false, onlyWithContacts: true, times: 1 });
    createTicket();
    await opened.after(12);
    await light(page, 'Action needed');
    await says(page, 'Except 1 held contact.');

    await page.locator('#light').getByRole('button', { name: 'Show held contacts' }).click();
    await page.getByText('Show the contacts').click();
    await page
      .locator('.table:not(.compare)')
      .getByRole('row', { name: /CustomerService email Tickets/ })
      .waitFor();
    await page
      .locator('.compare')
      .getByRole('row', { name: /CustomerService email Tickets 1 \d+ \d+$/ })
      .waitFor();
    await says(page, /Data from elsewhere comes on top/);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Held contacts (1)', exact: true }).waitFor();
    const buttons = page.locator('.batch .buttons fw-button');
    expect(await buttons.evaluateAll((all) => all.map((each) => each.getAttribute('color')))).toEqual([
      'secondary',
      'danger',
    ]);
    expect(await page.locator('.batch th a').getAttribute('href')).toMatch(/\/a\/tickets\/\d+$/);

    const send = page.getByRole('button', { name: 'Send again', exact: true });
    await send.click();
    await says(page, /it will be counted twice/);
    await page.keyboard.press('Escape');
    await page.locator('.question').waitFor({ state: 'detached' });
    expect(sandbox.injixo.receipts).toHaveLength(before);

    await sandbox.platform.advance(60_000);
    await page.clock.install();
    await page.clock.fastForward(4 * 60_000);
    await send.click();
    await page.getByRole('button', { name: 'Yes, send again' }).click();
    await page.locator('.outcome:focus', { hasText: /^(Done|Scheduled)/ }).waitFor();
    await opened.after(12);
    await light(page, 'Operational');
    expect(sandbox.injixo.receipts).toHaveLength(before + 1);
  });

  it('discards a batch and restores it', async () => {
    const { page, sandbox } = opened;
    sandbox.injixo.faults.add({ kind: 'broken', isTaken: true, onlyWithContacts: true, times: 1 });
    createTicket();
    await opened.after(12);
    await openSection(page, 'Held contacts');
    await page.getByRole('button', { name: 'Discard', exact: true }).click();
    await page.getByRole('button', { name: 'Yes, discard' }).click();
    await page.locator('.outcome', { hasText: /^(Done|Scheduled)/ }).waitFor();
    await opened.after(6);
    await openSection(page, 'Held contacts');
    await says(page, 'Nothing is held.');
    await page.getByRole('button', { name: 'Restore', exact: true }).waitFor();
    await says(page, /Held since .* · Discarded: /);
    await openSection(page, 'Activity');
    await says(page, /Batch \d+ discarded: 1 contact/);
  });

  it('gives a support file without keys', async () => {
    const { page, sandbox } = opened;
    await openSection(page, 'Settings and support');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the support file' }).click(),
    ]);

    expect(file.suggestedFilename()).toMatch(/^injixo-connect-support-2026-.*\.json$/);
    const text = (await (await file.createReadStream()).toArray()).join('');
    expect(JSON.parse(text)).toEqual(expect.any(Object));
    expect(text).not.toContain(sandbox.freshdesk.admin.apiKey);
  });
}
