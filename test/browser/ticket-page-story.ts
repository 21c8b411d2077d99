import type { Page } from 'playwright-core';
import type { OpenChromium } from './open-chromium';
import { createTicket, figure, letPass, openPage, openTab, says } from './open-page';

/**
 * Lets minutes pass until the app's part of the page has told the group: it does so within a minute of the sandbox's time, but
 * that begins only when the browser has loaded it.
 */
async function letTell(page: Page): Promise<void> {
  let isTold = false;
  const told = page
    .waitForResponse(/\/api\/client\/invoke$/, { timeout: 60_000 })
    .then(() => (isTold = true));
  for (let turn = 0; turn < 20 && !isTold; turn += 1) await letPass(page, 2);
  await told;
}

/** The app installed with the injixo key alone: the name of a group is learned where an agent opens one of its tickets. */
export function ticketPageStory(chromium: () => OpenChromium): void {
  it('names the group of a ticket that is opened, and of the one it moves to, by itself', async () => {
    const { page, sandbox, complaints, close } = await openPage(chromium());
    const { platform } = sandbox;
    const installed = await platform.install({ ...sandbox.settings(), freshdesk_api_key: '' });
    expect(installed).toMatchObject({ ok: true });
    await page.reload();
    await createTicket(page, 'Email');
    await letTell(page);
    await letPass(page, 10);
    await figure(page, 'inInjixo', 1);

    await page.getByLabel('Group of the ticket').selectOption({ label: 'Sales' });
    await page.getByRole('button', { name: 'Change group' }).click();
    await says(page, 'Ticket 1: it was given another group.');
    await letTell(page);
    await page.getByRole('button', { name: 'Customer replies' }).click();
    await letPass(page, 10);

    await figure(page, 'inInjixo', 2);
    await openTab(page, 'Volumes and queues');
    const queues = page.getByRole('region', { name: 'Source queues' });
    for (const name of ['CustomerService email Tickets', 'Sales email Replies'])
      await queues.getByRole('cell', { name, exact: true }).waitFor();
    await says(page, 'Every contact arrived once');
    const learned = platform.invocations().filter(({ event }) => event === 'learnGroup');
    expect(learned.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(Object.values(sandbox.freshdesk.calls).filter((count) => count > 0)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
}
