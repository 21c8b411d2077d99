import { createTicket, figure, openTab, says, type OpenPage } from './open-page';

/** Several tabs, a reset, a small window. */
export function tabsStory(open: () => OpenPage): void {
  it('shows the same in every tab, and moves between views with the arrow keys', async () => {
    const { page } = open();
    const other = await open().another();
    await figure(other, 'contacts', 5);
    await createTicket(open().page, 'Email');
    await figure(other, 'contacts', 6);

    await other.getByRole('tab', { name: 'Helpdesk' }).press('ArrowRight');
    const app = other.getByRole('tab', { name: 'The app’s page' });
    expect(await app.getAttribute('aria-selected')).toBe('true');
    await other.close();
    await page.bringToFront();
  });

  it('begins anew in every tab', async () => {
    const { page } = open();
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
    const { page } = open();
    await page.setViewportSize({ width: 390, height: 800 });

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
}
