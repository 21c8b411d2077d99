import { figure, openTab, says, type OpenPage } from './open-page';

/** Setting up an integration and installing the app: refusals first, then correctly. */
export function setUpStory(open: () => OpenPage): void {
  let injixoKey = '';

  it('tells a newcomer what they see and what to do first', async () => {
    await says(open().page, /Nothing is set up yet: add an integration in injixo/);
    await says(open().page, 'Not installed');
  });

  it('refuses a wrong integration in words, and takes the right one', async () => {
    const { page, sandbox } = open();
    await openTab(page, 'Integrations');
    const add = page.getByRole('button', { name: 'Add integration' });
    const attempts = [
      ['', '', '', 'Enter a name for the integration.'],
      ['Acme', 'acme', '', /Enter the full Freshdesk domain/],
      ['Acme', 'other.freshdesk.com', '', /There is no Freshdesk account at other.freshdesk.com/],
      ['Acme', 'acme.freshdesk.com', 'wrong', /Freshdesk does not know this API key/],
    ] as const;
    for (const [name, domain, key, sentence] of attempts) {
      await page.getByLabel('Name', { exact: true }).fill(name);
      await page.getByLabel('Freshdesk domain').fill(domain);
      await page.getByLabel('Freshdesk API key').fill(key);
      await add.click();
      await says(page, sentence);
    }

    await page.getByLabel('Freshdesk API key').fill(sandbox.freshdesk.admin.apiKey);
    await add.click();

    await says(page, 'No key was generated yet.');
  });

  it('shows the injixo key once, copies it, and expires the one before', async () => {
    const { page } = open();
    await page.getByRole('button', { name: 'Generate' }).click();
    const first = await page.locator('.key').innerText();
    await page.getByRole('button', { name: 'Generate' }).click();
    await page.getByRole('button', { name: 'Yes, generate and expire the old key' }).click();
    await says(page, '1 earlier key expired.');
    injixoKey = await page.locator('.key').innerText();
    expect(injixoKey).not.toBe(first);

    await page.getByRole('button', { name: 'Copy the injixo API key' }).click();
    await says(page, 'Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(injixoKey);

    await page.reload();
    await openTab(page, 'Integrations');
    await says(page, '1 earlier key expired.');
    expect(await page.locator('.key').count()).toBe(0);
  });

  it('renders the install page, and refuses what is missing, malformed or wrong', async () => {
    const { page, sandbox } = open();
    await openTab(page, 'Installation');
    const form = page.frameLocator('iframe[title*="marketplace"]');
    const install = form.getByRole('button', { name: 'Install', exact: true });
    await form.getByLabel('Integration configuration ID').fill('not digits');
    await install.click();
    await form.getByText('This field is required.').first().waitFor();
    await form.getByText('Enter the ID in digits only, or leave the field empty.').waitFor();
    expect(await form.getByLabel('injixo API key').getAttribute('type')).toBe('password');

    await form.getByLabel('Integration configuration ID').fill('1234');
    await form.getByLabel('injixo API key').fill('wrong');
    await form.getByLabel('Freshdesk API key').fill(sandbox.freshdesk.admin.apiKey);
    await install.click();
    await form.getByText('injixo refused its API key. Generate a new one.').waitFor();

    await form.getByLabel('injixo API key').fill(injixoKey);
    await install.click();
    await form.getByRole('heading', { name: 'injixo Connect is installed' }).waitFor();
    await figure(page, 'contacts', 0);
  });
}
