/**
 * Writes docs/images/: the steps of the set-up (only these: `--set-up`), the states of the app's page (only these:
 * `--app`), and the sandbox's page after the day and in an outage.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox';
import { playDay } from '../../sandbox/scenarios/day/play-day';
import { recordEvents } from '../../sandbox/console/event-recorder';
import { serveConsole } from '../../sandbox/console/serve-console';
import { openChromium, type OpenChromium } from '../../test/browser/open-chromium';
import { letPass, openTab, says } from '../../test/browser/open-page';
import { ensurePackage } from '../build/ensure-package';
import { readArguments, runCommand, type Command } from '../shared/command';
import { shootSetUp } from './screenshots/set-up';
import { shootStatusPage } from './screenshots/status-page';

const PACKAGE_DIR = path.resolve(__dirname, '../../dist');
const IMAGES = path.resolve(__dirname, '../../docs/images');
const SCREENSHOTS = {
  name: 'npm run screenshots',
  about: 'Takes the pictures of docs/images/ anew, in a real browser.',
  options: {
    'set-up': { type: 'boolean', default: false, about: 'the steps of the set-up alone' },
    app: { type: 'boolean', default: false, about: 'the app’s own page alone' },
  },
} as const satisfies Command;
const VIEWPORT = { width: 1280, height: 1000 };
/** Time for drawing the chart and updating the views. */
const SETTLE_MS = 1000;

const newSandbox = (seed: number): Promise<Sandbox> => createSandbox({ packageDir: PACKAGE_DIR, seed });

async function shoot(page: Page, name: string): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(SETTLE_MS);
  await page.screenshot({ path: path.join(IMAGES, `${name}.png`) });
  console.log(`docs/images/${name}.png`);
}

async function showOutage(page: Page): Promise<void> {
  await page.getByRole('group', { name: 'injixo' }).getByLabel('Down', { exact: true }).click();
  for (const source of ['Email', 'Phone', 'Portal']) {
    await page.getByLabel('By', { exact: true }).selectOption({ label: source });
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await says(page, /Ticket \d+ was created/);
    await letPass(page, 7);
  }
  await openTab(page, 'The app’s page');
  await openTab(page, 'Events');
  await shoot(page, 'outage');
}

async function inBrowser(sandbox: Sandbox, work: (page: Page) => Promise<void>): Promise<void> {
  const events = recordEvents(sandbox);
  const served = await serveConsole(sandbox, {
    port: 0,
    seed: 1,
    packageDir: PACKAGE_DIR,
    createSandbox: newSandbox,
    events,
  });
  const chromium = await openChromium();
  try {
    const context = await chromium.newContext({ viewport: VIEWPORT, colorScheme: 'light' });
    const page = await context.newPage();
    await page.goto(served.url);
    await work(page);
  } finally {
    await chromium.close();
    await served.stop();
  }
}

async function withChromium(work: (chromium: OpenChromium, folder: string) => Promise<void>): Promise<void> {
  const chromium = await openChromium();
  try {
    await work(chromium, IMAGES);
  } finally {
    await chromium.close();
  }
}

void runCommand(SCREENSHOTS, async (args) => {
  const { values: only } = readArguments(SCREENSHOTS, args);
  await ensurePackage();
  fs.mkdirSync(IMAGES, { recursive: true });
  if (!only.app) await withChromium(shootSetUp);
  if (!only['set-up']) await withChromium(shootStatusPage);
  if (only.app || only['set-up']) return;
  const afterDay = await newSandbox(1);
  await playDay({ sandbox: afterDay, seed: 1, print: () => undefined });
  await inBrowser(afterDay, async (page) => {
    await shoot(page, 'after-the-day');
    await showOutage(page);
  });
});
