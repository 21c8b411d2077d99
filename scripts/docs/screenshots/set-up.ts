import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { OpenChromium } from '../../../test/browser/open-chromium';
import { createTicket, letPass, openPage, openTab, type OpenPage } from '../../../test/browser/open-page';

/** Narrow, so that the text stays legible when a document scales the picture down. */
const VIEWPORT = { width: 1100, height: 1400 };
/** For a table of identifiers. */
const WIDE = { ...VIEWPORT, width: 1360 };
/** Time for sizing the frame and updating the views. */
const SETTLE_MS = 1000;
/** Below the lowest element of a picture, in pixels. */
const MARGIN = 6;
const TICKETS = ['Email', 'Phone', 'Email', 'Portal', 'Chat', 'Email'];

type Rectangle = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;

/** Writes the picture of a panel: all of it, or from its top to the bottom of an element in it. */
type Shoot = (panel: Locator, name: string, lowest?: Locator) => Promise<void>;

async function leaveFields(page: Page): Promise<void> {
  for (const frame of page.frames())
    await frame.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
}

/** The bounding box of an element; throws if it is not visible. */
async function boxOf(place: Locator): Promise<Rectangle> {
  const box = await place.boundingBox();
  if (box === null) throw new Error(`Not to be seen: ${String(place)}`);
  return box;
}

function shooter(folder: string): Shoot {
  return async (panel, name, lowest = panel) => {
    const page = panel.page();
    await leaveFields(page);
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.waitForTimeout(SETTLE_MS);
    const [whole, last] = [await boxOf(panel), await boxOf(lowest)];
    const foot = lowest === panel ? 0 : MARGIN;
    const clip = {
      x: Math.floor(whole.x),
      y: Math.floor(whole.y),
      width: Math.ceil(whole.width) + 1,
      height: Math.ceil(last.y + last.height + foot - whole.y),
    };
    await page.screenshot({ path: path.join(folder, `${name}.png`), clip, fullPage: true });
    console.log(`docs/images/${name}.png`);
  };
}

const injixo = (page: Page): Locator => page.locator('#injixo');
const freshdesk = (page: Page): Locator => page.locator('#freshdesk');

async function closeToast(page: Page): Promise<void> {
  await page.getByRole('status').getByRole('button', { name: 'Dismiss' }).click();
}

/** The agent's API key in Freshdesk. */
async function lookUpFreshdeskKey({ page }: OpenPage, shoot: Shoot): Promise<void> {
  await openTab(page, 'Helpdesk');
  const profile = page
    .locator('details')
    .filter({ has: page.getByText('Profile settings: API keys', { exact: true }) });
  await profile.locator('summary').click();
  await shoot(profile, 'set-up-freshdesk-key', profile.locator('.row').first());
}

/** The integration in injixo with its key, which is shown once. */
async function addIntegration({ page, sandbox }: OpenPage, shoot: Shoot): Promise<string> {
  await openTab(page, 'Integrations');
  await page.getByLabel('Name', { exact: true }).fill('Acme customer service');
  await page.getByLabel('Freshdesk domain').fill('acme.freshdesk.com');
  await page.getByLabel('Freshdesk API key').fill(sandbox.freshdesk.admin.apiKey);
  await shoot(injixo(page), 'set-up-integration');
  await page.getByRole('button', { name: 'Add integration' }).click();
  await closeToast(page);
  await page.getByRole('button', { name: 'Generate' }).click();
  const key = await page.locator('.key').innerText();
  await shoot(injixo(page), 'set-up-injixo-key');
  return key;
}

/** Enters a text and leaves the field, which makes the install page check it. */
async function enter(form: FrameLocator, label: string, text: string): Promise<void> {
  const field = form.getByLabel(label, { exact: true });
  await field.fill(text);
  await field.press('Tab');
}

/** The install page: a wrong key with its hint, then the correct one. */
async function fillInAndInstall({ page, sandbox }: OpenPage, injixoKey: string, shoot: Shoot): Promise<void> {
  await openTab(page, 'Installation');
  const form = page.frameLocator('iframe[title*="marketplace"]');
  const hintOf = (label: string): Locator =>
    form.locator('.field', { has: form.getByLabel(label, { exact: true }) }).locator('.script-hint');
  await enter(form, 'injixo API key', 'an-expired-key');
  const hint = hintOf('injixo API key').filter({ hasText: /injixo rejected this key/ });
  await hint.waitFor();
  await shoot(freshdesk(page), 'set-up-wrong-key', hint);

  await enter(form, 'injixo API key', injixoKey);
  await enter(form, 'Integration configuration ID', '1234');
  await enter(form, 'Freshdesk API key', sandbox.freshdesk.admin.apiKey);
  await enter(form, 'Import the history from (UTC)', '2026-10-01');
  await enter(form, 'Alert e-mail', 'planning@example.com');
  for (const label of ['injixo API key', 'Freshdesk API key'])
    await hintOf(label)
      .filter({ hasText: /^Accepted by/ })
      .waitFor();
  await shoot(freshdesk(page), 'set-up-filled-in');
  await form.getByRole('button', { name: 'Install', exact: true }).click();
  await form.getByRole('heading', { name: 'injixo Connect is installed' }).waitFor();
}

/** The app's page before the first ticket, and the queues of the first tickets in injixo. */
async function firstContacts({ page }: OpenPage, shoot: Shoot): Promise<void> {
  await letPass(page, 15);
  await openTab(page, 'The app’s page');
  const app = page.frameLocator('iframe[title*="page in Freshdesk"]');
  await app.getByRole('heading', { name: 'Waiting for the first contact' }).waitFor();
  await shoot(app.locator('body'), 'set-up-waiting', app.locator('#light'));
  for (const source of TICKETS) {
    await createTicket(page, source);
    await closeToast(page);
    await letPass(page, 4);
  }
  await letPass(page, 10);
  await page.setViewportSize(WIDE);
  await openTab(page, 'Volumes and queues');
  await page.getByLabel('Interval').selectOption('quarter');
  await page
    .locator('#injixo')
    .getByRole('cell', { name: 'CustomerService email Tickets' })
    .first()
    .waitFor();
  await shoot(injixo(page), 'set-up-queues');
}

/** Writes the pictures of the set-up in the order of docs/install.md. */
export async function shootSetUp(chromium: OpenChromium, folder: string): Promise<void> {
  const opened = await openPage(chromium);
  try {
    await opened.page.setViewportSize(VIEWPORT);
    const shoot = shooter(folder);
    await lookUpFreshdeskKey(opened, shoot);
    const key = await addIntegration(opened, shoot);
    await fillInAndInstall(opened, key, shoot);
    await firstContacts(opened, shoot);
  } finally {
    await opened.close();
  }
}
