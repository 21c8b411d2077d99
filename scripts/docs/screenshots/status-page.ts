import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { LANGUAGES } from '../../../app/scripts/language/catalogue';
import { INJIXO_HOST } from '../../../sandbox/create-sandbox';
import { playDay } from '../../../sandbox/scenarios/day/play-day';
import { pressStart } from '../../../sandbox/scenarios/history/press-start';
import { fillHelpdesk } from '../../../sandbox/scenarios/history/fill-helpdesk';
import type { OpenChromium } from '../../../test/browser/open-chromium';
import {
  install,
  light,
  openSection,
  openStatusPage,
  PHONE,
  WIDE,
  type StatusPage,
} from '../../../test/browser/open-status-page';
import { manyQueues, prepare } from '../../../test/browser/prepared-answers';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Time for drawing a chart. */
const SETTLE_MS = 600;
/** Index in the list of days: the played day, which ended the night before last. */
const PLAYED_DAY = 2;

/** Writes pictures into a folder. */
type Shoot = (page: Page, name: string) => Promise<void>;

function shooter(folder: string): Shoot {
  return async (page, name) => {
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.waitForTimeout(SETTLE_MS);
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
    console.log(`docs/images/${name}.png`);
  };
}

/** The day select of a section. */
function chooseDay(page: Page, section: string): Locator {
  return page.locator(`#section-${section}`).getByLabel('Day', { exact: true });
}

/** Each scene has its own sandbox. */
async function scene(
  chromium: OpenChromium,
  startsAt: number | undefined,
  play: (opened: StatusPage) => Promise<void>,
): Promise<void> {
  const opened = await openStatusPage(chromium, startsAt === undefined ? {} : { startsAt });
  try {
    await opened.page.setViewportSize(WIDE);
    await play(opened);
  } finally {
    await opened.close();
  }
}

/** The figures of what was chosen; the page may have to wait until it has operations again. */
async function loaded(page: Page, section: string): Promise<void> {
  await page.locator(`#section-${section} [aria-busy="false"]`).first().waitFor({ timeout: 120_000 });
}

async function afterTheDay({ page, sandbox, open, speak }: StatusPage, shoot: Shoot): Promise<void> {
  await playDay({ sandbox, seed: 1, print: () => undefined });
  await open();
  await shoot(page, 'page-operational');
  await openSection(page, 'Source queues');
  await page.locator('.queues').waitFor();
  await shoot(page, 'page-queues');
  await openSection(page, 'Volumes');
  await chooseDay(page, 'volumes').selectOption({ index: PLAYED_DAY });
  await loaded(page, 'volumes');
  await shoot(page, 'page-volumes');
  await openSection(page, 'Compare with Freshdesk');
  await chooseDay(page, 'difference').selectOption({ index: PLAYED_DAY });
  await loaded(page, 'difference');
  await shoot(page, 'page-comparison');
  await openSection(page, 'Settings and support');
  await page.getByRole('button', { name: 'Check the keys' }).click();
  await page.locator('.checks li').first().waitFor({ timeout: 120_000 });
  await shoot(page, 'page-settings');
  for (const language of LANGUAGES.filter((each) => each !== 'en')) {
    await speak(language);
    await shoot(page, `page-${language}`);
  }
  await speak('en');
  await page.setViewportSize(PHONE);
  await shoot(page, 'page-phone');
}

async function whatGoesWrong({ page, sandbox, open, after }: StatusPage, shoot: Shoot): Promise<void> {
  const { freshdesk, injixo, network, platform } = sandbox;
  const groupId = freshdesk.actions.createGroup('CustomerService').id;
  const createTicket = (): unknown => freshdesk.actions.createTicket({ groupId });
  await install(sandbox);
  await open();
  await shoot(page, 'page-installed');
  createTicket();
  await after(10);
  network.down(INJIXO_HOST, 'refused');
  createTicket();
  await after(20);
  await light(page, 'Delayed');
  await shoot(page, 'page-delayed');
  network.down(INJIXO_HOST, null);
  await after(15);
  await light(page, 'Operational');
  await shoot(page, 'page-recovered');
  const replaced = sandbox.settings();
  createTicket();
  await after(30);
  await light(page, 'Action needed');
  await shoot(page, 'page-action-needed');
  platform.saveSettings(replaced);
  await after(15);
  injixo.faults.add({ kind: 'broken', isTaken: false, onlyWithContacts: true, times: 1 });
  for (let each = 0; each < 4; each += 1) createTicket();
  await after(12);
  await openSection(page, 'Held contacts');
  await page.getByText('Show the contacts').click();
  await page
    .getByRole('row', { name: /CustomerService/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Send again', exact: true }).click();
  await page.locator('.question').waitFor();
  await shoot(page, 'page-held');
}

async function hugeAccount({ page, sandbox, open, after }: StatusPage, shoot: Shoot): Promise<void> {
  await install(sandbox);
  await after(10);
  await prepare(page, 'getVolumes', { ok: true, days: [], queues: manyQueues() });
  await open();
  await openSection(page, 'Source queues');
  await page.locator('.queues').waitFor();
  await shoot(page, 'page-500-queues');
}

/** The import while it is running. */
async function duringTheImport({ page, sandbox, open }: StatusPage, shoot: Shoot): Promise<void> {
  const { freshdesk, clock, platform } = sandbox;
  const until = clock.now() + 20 * DAY_MS;
  platform.faults.events.dropRate = 1;
  const from = fillHelpdesk(freshdesk, clock, { tickets: 600, days: 20, until });
  platform.faults.events.dropRate = 0;
  Object.assign(freshdesk.limits, { totalPerMinute: 60, listPerMinute: 20 });
  await install(sandbox, { history_from: new Date(from).toISOString().slice(0, 16).replace('T', ' ') });
  await pressStart(platform);
  const imported = (): number => {
    const { history } = platform.stores().keyValues['state'] as {
      history: { state: string; contacts: number } | null;
    };
    return history?.state === 'running' ? history.contacts : 0;
  };
  while (imported() < 300) await platform.advance(MINUTE_MS);
  await open();
  await openSection(page, 'Initial import');
  await shoot(page, 'page-import');
}

/** Writes the pictures of the app's own page. */
export async function shootStatusPage(chromium: OpenChromium, folder: string): Promise<void> {
  const shoot = shooter(folder);
  await scene(chromium, undefined, (opened) => afterTheDay(opened, shoot));
  await scene(chromium, undefined, (opened) => whatGoesWrong(opened, shoot));
  await scene(chromium, undefined, (opened) => hugeAccount(opened, shoot));
  await scene(chromium, Date.parse('2026-10-13T08:00:00Z'), (opened) => duringTheImport(opened, shoot));
}
