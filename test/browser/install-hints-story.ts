import type { FrameLocator } from 'playwright-core';
import { FRESHDESK_HOST } from '../../sandbox/create-sandbox';
import type { OpenChromium } from './open-chromium';
import { openPage, openTab, type OpenPage } from './open-page';

/** One entry: field, text, expected hint. */
type Attempt = readonly [field: string, text: string, hint: RegExp | null];

async function enter(form: FrameLocator, [label, text, hint]: Attempt): Promise<void> {
  const field = form.getByLabel(label, { exact: true });
  await field.fill(text);
  await field.press('Tab');
  const shown = form.locator('.field', { has: field }).locator('.script-hint');
  await shown.filter({ hasText: hint ?? /^$/ }).waitFor({ state: 'attached' });
}

function attempts({ sandbox }: OpenPage, settings: Readonly<Record<string, string>>): readonly Attempt[] {
  const { actions } = sandbox.freshdesk;
  const limited = actions.addAgent({ ticketScope: 2, role: 'Account Administrator' });
  const supervisor = actions.addAgent({ ticketScope: 1, role: 'Supervisor' });
  return [
    ['injixo API key', 'wrong', /injixo rejected this key/],
    ['Integration configuration ID', 'not digits', /has digits only/],
    ['Integration configuration ID', settings['injixo_integration_id'] ?? '', null],
    ['injixo API key', settings['injixo_api_key'] ?? '', /^Accepted by injixo\.$/],
    ['Freshdesk API key', 'wrong', /Freshdesk rejected this key/],
    ['Freshdesk API key', limited.apiKey, /cannot see all tickets/],
    ['Freshdesk API key', supervisor.apiKey, /not belong to an Account Administrator/],
    ['Freshdesk API key', settings['freshdesk_api_key'] ?? '', /^Accepted by Freshdesk: sees all tickets/],
    ['Import the history from (UTC)', '31.1.2026', /This is not a date/],
    ['Import the history from (UTC)', '2031-01-01', /in the future/],
    ['Import the history from (UTC)', '2026-10-01', /^2026-10-01 00:00 UTC is /],
    ['Alert e-mail', 'planner@', /not an e-mail address/],
    ['Alert e-mail', 'planner@example.com', null],
  ];
}

/** The package's own install page: problems are shown during entry, correct entries have no hint. */
export function installHintsStory(chromium: () => OpenChromium): void {
  it('says in words what is wrong with what is entered, and what is right', async () => {
    const open = await openPage(chromium());
    const settings = open.sandbox.settings();
    await openTab(open.page, 'Installation');
    const form = open.page.frameLocator('iframe[title*="marketplace"]');

    for (const attempt of attempts(open, settings)) await enter(form, attempt);
    await form.getByRole('button', { name: 'Install', exact: true }).click();

    await form.getByRole('heading', { name: 'injixo Connect is installed' }).waitFor();
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it('names the first field that is wrong, and how many more', async () => {
    const open = await openPage(chromium());
    await openTab(open.page, 'Installation');
    const form = open.page.frameLocator('iframe[title*="marketplace"]');
    await enter(form, ['Integration configuration ID', 'x', /has digits only/]);
    await enter(form, ['Import the history from (UTC)', 'x', /This is not a date/]);
    await form.getByRole('button', { name: 'Install', exact: true }).click();

    await form.getByText('injixo API key: This field is required. (2 more)').waitFor();
    expect(await form.locator('[aria-invalid="true"]').count()).toBe(3);
    await open.close();
  });

  it('installs with the injixo key alone, once nothing is entered that needs the Freshdesk key', async () => {
    const open = await openPage(chromium());
    const { sandbox, page } = open;
    const settings = sandbox.settings();
    await openTab(page, 'Installation');
    const form = page.frameLocator('iframe[title*="marketplace"]');
    const install = form.getByRole('button', { name: 'Install', exact: true });
    const person = 'Alert e-mail';

    await form.getByText(/^Without it the app counts live only/).waitFor();
    await enter(form, ['Integration configuration ID', settings['injixo_integration_id'] ?? '', null]);
    await enter(form, ['injixo API key', settings['injixo_api_key'] ?? '', /^Accepted by injixo\.$/]);
    await enter(form, ['Import the history from (UTC)', '2026-10-01', /only with the Freshdesk API key/]);
    await install.click();
    await form.getByText('The history needs the Freshdesk key: both or none.').waitFor();
    await enter(form, ['Import the history from (UTC)', '', null]);
    await enter(form, [person, 'planner@example.com', /only with the Freshdesk API key/]);
    await install.click();
    await form.getByText('The alert needs the Freshdesk key: both or none.').waitFor();
    await enter(form, [person, '', null]);
    await install.click();

    await form.getByRole('heading', { name: 'injixo Connect is installed' }).waitFor();
    expect(sandbox.network.requests().filter(({ host }) => host === FRESHDESK_HOST)).toEqual([]);
    expect(open.complaints).toEqual([]);
    await open.close();
  });

  it('says so when injixo cannot be reached, that the installation has the last word, and finds it back by itself', async () => {
    const open = await openPage(chromium());
    open.sandbox.network.down('api.injixo.com', 'refused');
    const settings = open.sandbox.settings();
    await openTab(open.page, 'Installation');
    const form = open.page.frameLocator('iframe[title*="marketplace"]');

    await enter(form, ['injixo API key', settings['injixo_api_key'] ?? '', /injixo cannot be reached/]);
    await enter(form, [
      'Freshdesk API key',
      settings['freshdesk_api_key'] ?? '',
      /^Accepted by Freshdesk: sees all tickets/,
    ]);
    await form.getByRole('button', { name: 'Install', exact: true }).click();

    await form.getByText('injixo cannot be reached now. Please try again.').waitFor();
    open.sandbox.network.down('api.injixo.com', null);
    await form.getByText('Accepted by injixo.').waitFor({ timeout: 30_000 });
    await open.close();
  });
}
