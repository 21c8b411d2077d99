import type { OpenChromium } from './open-chromium';
import { createTicket, letPass, openPage, openTab, says, type OpenPage } from './open-page';

/** What the sandbox says is true, and where the person works stays where it is. */
export function trueWordsStory(chromium: () => OpenChromium): void {
  let opened: OpenPage;
  const toast = () => opened.page.locator('#toast');

  beforeAll(async () => {
    opened = await openPage(chromium());
    const { platform, settings } = opened.sandbox;
    const installed = await platform.install({ ...settings(), alert_email: 'lead@example.com' });
    expect(installed).toMatchObject({ ok: true });
    await letPass(opened.page, 1);
  });
  afterAll(() => opened.close());
  afterEach(() => {
    expect(opened.complaints).toEqual([]);
  });

  it('takes a message away with the next action, and when time passes', async () => {
    const { page } = opened;
    await createTicket(page, 'Email');
    await page.getByRole('button', { name: 'Agent replies' }).click();
    await toast().getByText('Ticket 1: an agent replied, which does not count.').waitFor();
    expect(await toast().getByText('was created').count()).toBe(0);

    await letPass(page, 1);
    expect(await toast().isVisible()).toBe(false);
  });

  it('has a name of its own for each button that closes something', async () => {
    const { page } = opened;
    await createTicket(page, 'Email');
    const named = async (name: string) => page.getByRole('button', { name, exact: true }).count();
    expect(await named('Close')).toBe(0);
    for (const name of ['Close the ticket', 'Back to the list', 'Dismiss']) expect(await named(name)).toBe(1);

    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await toast().isVisible()).toBe(false);
  });

  it('says at once that a ticket does not count, and why', async () => {
    const { page } = opened;
    await createTicket(page, 'Outbound Email');
    await toast()
      .getByText(/was created. It does not count: an agent’s e-mail opened it/)
      .waitFor();
    await page.locator('.ticket .note', { hasText: 'It does not count' }).waitFor();
  });

  it('leaves the focus on the button that was pressed, and in its place when the button is gone', async () => {
    const { page } = opened;
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await createTicket(page, 'Email');
    await page.getByRole('button', { name: 'Customer replies' }).press('Enter');
    await says(page, 'Customer wrote by e-mail');
    expect(await focused()).toBe('Customer replies');

    await page.getByRole('button', { name: 'Close the ticket' }).press('Enter');
    await page.getByRole('button', { name: 'Close the ticket' }).waitFor({ state: 'detached' });
    expect(await focused()).toContain('Customer replies');
    await page.getByRole('button', { name: 'Back to the list' }).press('Enter');
    await page.getByRole('button', { name: 'Back to the list' }).waitFor({ state: 'detached' });
    expect(await focused()).toMatch(/^#\d+$/);
  });

  it('shows how far a long wait is, and when it ends', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: '+1 day' }).click();
    const moving = page.locator('#clock .moving');
    await moving.getByText(/until \w+ \d+ \w+ \d\d:\d\d UTC: \d+%/).waitFor();
    await moving.getByRole('progressbar').waitFor();
    await moving.getByRole('button', { name: 'Stop' }).click();
    await moving.waitFor({ state: 'hidden' });
  });

  it('tells the zone of the app’s page beside the sandbox’s clock', async () => {
    const { page } = opened;
    await openTab(page, 'The app’s page');
    await says(page, /Eastern Time \(US & Canada\); the sandbox’s clock shows .* UTC/);
  });

  it('shows the text of the alert ticket', async () => {
    const { page, sandbox } = opened;
    sandbox.injixo.faults.add({ kind: 'status', status: 401, body: { message: 'Invalid token' } });
    await createTicket(page, 'Email');
    await letPass(page, 60);
    await page
      .getByRole('button', { name: /^Open ticket/ })
      .first()
      .click();

    await says(
      page.locator('.ticket .written'),
      /injixo Connect needs your attention.*injixo rejected the API key/s,
    );
    await says(page.locator('.ticket .note'), /own alert/);
  });

  it('says in the intro how the app runs, and takes the Freshdesk key away when told so', async () => {
    const { page, sandbox } = opened;
    await says(page, /The app runs with a Freshdesk API key as well/);
    await openTab(page, 'Installation');
    const form = page.frameLocator('iframe[title*="marketplace"]');
    await form.getByLabel('Remove this key (Freshdesk API key)').check();
    await form.getByLabel('Alert e-mail').fill('');
    await form.getByRole('button', { name: 'Save' }).click();

    await says(page, /The app runs with the injixo API key alone/);
    expect(sandbox.platform.settings()['freshdesk_api_key']).toBe('');
    await openTab(page, 'The app’s page');
    await says(page, /Its times are in UTC/);
  });
}
