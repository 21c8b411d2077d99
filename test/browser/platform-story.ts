import { figure, letPass, openTab, says, type OpenPage } from './open-page';
import publisher from '../../publisher.json';

/** Events sent by hand, and the platform's data about the app. */
export function platformStory(open: () => OpenPage): void {
  it('sends an event again, and it counts once all the same', async () => {
    const { page } = open();
    await openTab(page, 'Events');
    await page.locator('summary', { hasText: 'onTicketCreate' }).first().click();
    await page.getByRole('button', { name: 'Send again' }).click();
    await says(page, /onTicketCreate was sent to the app: run \d+, done/);
    await letPass(page, 10);

    await figure(page, 'doubled', 0);
    await figure(page, 'contacts', 5);
  });

  it('edits an event and sends it by hand; what is no JSON is refused', async () => {
    const { page } = open();
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
    const { page } = open();
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
    const { page } = open();
    const answered = page.waitForResponse(/\/api\/client\/invoke$/);
    await openTab(page, 'The app’s page');
    const app = page.frameLocator('iframe[title*="app’s page"]');
    await app.getByRole('heading', { name: publisher.appName }).first().waitFor();

    expect(await (await answered).json()).toMatchObject({ ok: true });
  });
}
