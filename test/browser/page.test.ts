import { figure, letPass, openPage, openTab, says, type OpenPage } from './open-page';

jest.setTimeout(60_000);

/** One story in one sandbox: each test goes on where the one before ended. */
describe('the sandbox in a browser', () => {
  let open: OpenPage;
  let injixoKey = '';

  beforeAll(async () => {
    open = await openPage();
  });
  afterAll(() => open.close());
  afterEach(() => {
    expect(open.complaints).toEqual([]);
  });

  const ticket = async (source: string): Promise<void> => {
    await openTab(open.page, 'Helpdesk');
    await open.page.getByLabel('By', { exact: true }).selectOption({ label: source });
    await open.page.getByRole('button', { name: 'Create ticket' }).click();
    await says(open.page, /Ticket \d+ was created/);
  };
  const fault = async (name: string, area: string): Promise<void> => {
    await open.page.getByRole('group', { name: area }).getByLabel(name, { exact: true }).click();
  };

  it('tells a newcomer what they see and what to do first', async () => {
    await says(open.page, /Nothing is set up yet: add an integration in injixo/);
    await says(open.page, 'Not installed');
  });

  it('refuses a wrong integration in words, and takes the right one', async () => {
    const { page, sandbox } = open;
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
    const { page } = open;
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
    const { page, sandbox } = open;
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
    await form.getByText('injixo refused its API key. Generate a new one in injixo.').waitFor();

    await form.getByLabel('injixo API key').fill(injixoKey);
    await install.click();
    await form.getByRole('heading', { name: 'injixo Connect is installed' }).waitFor();
    await figure(page, 'contacts', 0);
  });

  it('counts a ticket, a reply and spam, and shows them in their queues', async () => {
    const { page } = open;
    await ticket('Phone');
    await figure(page, 'onTheWay', 1);
    await letPass(page, 10);
    await figure(page, 'inInjixo', 1);

    await page.getByRole('button', { name: 'Customer replies' }).click();
    await says(page, 'Ticket 1: the customer replied.');
    await says(page, 'Customer wrote by e-mail');
    await page.getByRole('button', { name: 'Agent replies' }).click();
    await letPass(page, 10);
    await figure(page, 'inInjixo', 2);

    await page.getByRole('button', { name: 'Mark as spam' }).click();
    await letPass(page, 10);

    await figure(page, 'contacts', 3);
    await figure(page, 'inInjixo', 3);
    await openTab(page, 'Volumes and queues');
    const queues = page.getByRole('region', { name: 'Source queues' });
    for (const name of [
      'CustomerService phone Tickets',
      'CustomerService email Replies',
      'Unknown group/source Tickets',
    ]) {
      await queues.getByRole('cell', { name, exact: true }).waitFor();
    }
    await says(page, 'Every contact arrived once');
  });

  it('shows the receipts behind a bar, by keyboard too', async () => {
    const { page } = open;
    await page.getByText('The chart as a table').press('Enter');
    await page
      .getByRole('button', { name: /^Receipts of/ })
      .last()
      .press('Enter');

    await says(page, /^3 receipts,/);
    const rows = page.getByRole('region', { name: 'Receipts' }).locator('tbody tr');
    expect(await rows.count()).toBe(3);
  });

  it('delays contacts while injixo is down, and delivers them afterwards', async () => {
    const { page } = open;
    await fault('Down', 'injixo');
    await says(page, 'Fault on: injixo: down');
    await ticket('Email');
    await letPass(page, 20);
    await figure(page, 'onTheWay', 1);
    await figure(page, 'inInjixo', 3);

    await page.getByRole('button', { name: 'All off' }).click();
    await letPass(page, 20);

    await figure(page, 'inInjixo', 4);
    await figure(page, 'lost', 0);
    await figure(page, 'doubled', 0);
  });

  it('holds a batch of which nobody can know whether injixo took it', async () => {
    const { page } = open;
    await fault('Takes a batch, then breaks the connection', 'injixo');
    await ticket('Portal');
    await letPass(page, 10);
    await page.getByRole('button', { name: 'All off' }).click();
    await letPass(page, 20);

    await figure(page, 'held', 1);
    await figure(page, 'inInjixo', 5);
    await figure(page, 'doubled', 0);
    await says(page, 'A person has to decide');
  });

  it('sends an event again, and it counts once all the same', async () => {
    const { page } = open;
    await openTab(page, 'Events');
    await page.locator('summary', { hasText: 'onTicketCreate' }).first().click();
    await page.getByRole('button', { name: 'Send again' }).click();
    await says(page, /onTicketCreate was sent to the app: run \d+, done/);
    await letPass(page, 10);

    await figure(page, 'doubled', 0);
    await figure(page, 'contacts', 5);
  });

  it('edits an event and sends it by hand; what is no JSON is refused', async () => {
    const { page } = open;
    await page.getByRole('button', { name: 'Edit and send' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Send an event by hand' });
    const payload = dialog.getByLabel('Payload (data)');
    const written = await payload.inputValue();
    await payload.fill('{');
    await dialog.getByRole('button', { name: 'Send to the app' }).click();
    await says(dialog, /This is not JSON/);
    await payload.fill(written);
    await dialog.getByRole('button', { name: 'Send to the app' }).click();

    await says(page, /onTicketCreate was sent to the app/);
    await dialog.waitFor({ state: 'hidden' });
  });

  it('shows runs, stores, limits and the log', async () => {
    const { page } = open;
    await openTab(page, 'Runs');
    await page.locator('summary', { hasText: 'onScheduledEvent' }).first().click();
    await page.getByRole('region', { name: 'Calls of this run' }).first().waitFor();
    await openTab(page, 'Stores');
    await page.locator('summary', { hasText: 'state' }).first().waitFor();
    await openTab(page, 'Limits');
    await page.getByRole('cell', { name: 'Key-value store' }).waitFor();
    await says(page, 'None: the app did nothing that the documentation forbids.');
    await openTab(page, 'Log');
    await page.getByRole('region', { name: 'Log' }).waitFor();
  });

  it('shows the app’s own page, with the answers of the app', async () => {
    const { page } = open;
    await openTab(page, 'The app’s page');
    const app = page.frameLocator('iframe[title*="app’s page"]');
    await app.getByRole('heading', { name: 'injixo Connect' }).first().waitFor();
    await page.locator('#panel-runs').waitFor({ state: 'hidden' });
    const invoked = open.sandbox.platform.invocations().filter(({ event }) => event === 'getOverview');
    expect(invoked.length).toBeGreaterThan(0);
  });

  it('shows the same in every tab, and moves between views with the arrow keys', async () => {
    const { page } = open;
    const other = await open.another();
    await figure(other, 'contacts', 5);
    await ticket('Email');
    await figure(other, 'contacts', 6);

    await other.getByRole('tab', { name: 'Helpdesk' }).press('ArrowRight');
    const app = other.getByRole('tab', { name: 'The app’s page' });
    expect(await app.getAttribute('aria-selected')).toBe('true');
    await other.close();
    await page.bringToFront();
  });

  it('begins anew in every tab', async () => {
    const { page } = open;
    await page.getByRole('button', { name: 'Reset' }).click();
    const dialog = page.getByRole('dialog', { name: 'Begin anew' });
    await dialog.getByLabel('Seed').fill('7');
    await dialog.getByRole('button', { name: 'Begin empty' }).click();

    await says(page, 'Not installed');
    await says(page, 'Seed 7');
    await openTab(page, 'Helpdesk');
    await says(page, 'No tickets yet. Create the first one above.');
  });

  it('fits a phone', async () => {
    const { page } = open;
    await page.setViewportSize({ width: 390, height: 800 });

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
