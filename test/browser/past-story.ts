import { fillHelpdesk } from '../../sandbox/scenarios/history/fill-helpdesk';
import type { OpenChromium } from './open-chromium';
import { letPass, openPage, openTab, says, type OpenPage } from './open-page';

const PAST = { tickets: 40, days: 6 };

/** Adds the integration as a person does, with injixo's own import or without it. */
async function addIntegration({ page, sandbox }: OpenPage, importsPast: boolean): Promise<void> {
  await openTab(page, 'Integrations');
  await page.getByLabel('Name', { exact: true }).fill('Acme');
  await page.getByLabel('Freshdesk domain').fill('acme.freshdesk.com');
  await page.getByLabel('Freshdesk API key').fill(sandbox.freshdesk.admin.apiKey);
  const past = page.getByLabel('injixo imports the history itself');
  expect(await past.isChecked()).toBe(true);
  await past.setChecked(importsPast);
  await page.getByRole('button', { name: 'Add integration' }).click();
  await says(page, 'No key was generated yet.');
}

/** A helpdesk with a past, the integration added, and the app installed with the start of its own import. */
async function openPast(chromium: OpenChromium, importsPast: boolean): Promise<OpenPage> {
  const opened = await openPage(chromium);
  const { sandbox, page } = opened;
  const { clock, freshdesk, platform } = sandbox;
  platform.faults.events.plan = () => [];
  const from = fillHelpdesk(freshdesk, clock, { ...PAST, until: clock.now() });
  platform.faults.events.plan = null;
  await addIntegration(opened, importsPast);
  const history_from = new Date(from).toISOString().slice(0, 16).replace('T', ' ');
  expect(await platform.install({ ...sandbox.settings(), history_from })).toMatchObject({ ok: true });
  await page.reload();
  await letPass(page, 30);
  return opened;
}

/** Presses *Start the import* in the app's own page, after its question. */
async function startImport({ page }: OpenPage): Promise<void> {
  await openTab(page, 'The app’s page');
  const app = page.frameLocator('iframe[title*="app’s page"]');
  await app.getByRole('tab', { name: /^Initial import/ }).click();
  await app.getByText(/^Does injixo already show contacts of this integration between /).waitFor();
  await app.getByText(/every contact would count twice/).waitFor();
  await app.getByRole('button', { name: 'Start the import', exact: true }).click();
  await app.getByRole('button', { name: 'injixo shows none: start the import' }).click();
  await app.locator('.outcome', { hasText: /^(Done|Scheduled)/ }).waitFor();
  await letPass(page, 60);
}

/** injixo's integration imports the history itself, and the app could import it too. */
export function pastStory(chromium: () => OpenChromium): void {
  it('warns before the import is started, and says how much two importers counted twice', async () => {
    const opened = await openPast(chromium(), true);
    const { page, sandbox } = opened;
    const own = sandbox.injixo.receipts.length;
    expect(own).toBeGreaterThan(PAST.tickets / 2);
    await page.locator('#figure-ownImport', { hasText: new RegExp(`^${own}$`) }).waitFor();
    await page.locator('#figure-twice', { hasText: /^0$/ }).waitFor();
    await page.locator('#figure-lost', { hasText: /^0$/ }).waitFor();
    await openTab(page, 'Volumes and queues');
    await says(page, 'imported by injixo');

    await startImport(opened);

    await says(page, /^Counted twice by two importers: [1-9]/);
    expect(sandbox.injixo.receipts.length).toBeGreaterThan(own);
    expect(opened.complaints).toEqual([]);
    await opened.close();
  });

  it('leaves the history to the app where its switch is off', async () => {
    const opened = await openPast(chromium(), false);
    const { page, sandbox } = opened;
    expect(sandbox.injixo.receipts).toEqual([]);
    expect(await page.locator('#figure-ownImport').count()).toBe(0);

    await startImport(opened);

    await says(page, 'Every contact arrived once');
    expect(sandbox.injixo.receipts.length).toBeGreaterThan(PAST.tickets / 2);
    expect(opened.complaints).toEqual([]);
    await opened.close();
  });
}
