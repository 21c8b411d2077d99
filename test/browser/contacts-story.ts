import { createTicket, figure, letPass, openTab, says, turnFault, type OpenPage } from './open-page';

/** Everything that happens in Freshdesk appears in injixo once, despite faults. */
export function contactsStory(open: () => OpenPage): void {
  it('counts a ticket, a reply and spam, and shows them in their queues', async () => {
    const { page } = open();
    await createTicket(open().page, 'Phone');
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
    const { page } = open();
    await page.getByText('Show the chart as a table').press('Enter');
    await page
      .getByRole('button', { name: /^Receipts of/ })
      .last()
      .press('Enter');

    await says(page, /^3 receipts,/);
    const rows = page.getByRole('region', { name: 'Receipts' }).locator('tbody tr');
    expect(await rows.count()).toBe(3);
  });

  it('delays contacts while injixo is down, and delivers them afterwards', async () => {
    const { page } = open();
    await turnFault(open().page, 'Down', 'injixo');
    await says(page, 'Fault on: injixo: down');
    await createTicket(open().page, 'Email');
    await letPass(page, 20);
    await figure(page, 'onTheWay', 1);
    await figure(page, 'inInjixo', 3);

    await page.getByRole('button', { name: 'All off' }).click();
    await letPass(page, 20);

    await figure(page, 'inInjixo', 4);
    await figure(page, 'lost', 0);
    await figure(page, 'doubled', 0);
  });

  it('holds a batch that injixo did not confirm', async () => {
    const { page } = open();
    await turnFault(open().page, 'Takes a batch, then breaks the connection', 'injixo');
    await createTicket(open().page, 'Portal');
    await letPass(page, 10);
    await page.getByRole('button', { name: 'All off' }).click();
    await letPass(page, 20);

    await figure(page, 'held', 1);
    await figure(page, 'inInjixo', 5);
    await figure(page, 'doubled', 0);
    await says(page, 'You have to decide');
  });
}
