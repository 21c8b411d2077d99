import path from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { createSandbox, type Sandbox } from '../../sandbox/create-sandbox';
import { serveConsole } from '../../sandbox/console/serve-console';
import type { OpenChromium } from './open-chromium';

const PACKAGE_DIR = path.resolve('dist');
const TIMEOUT_MS = 30_000;

/** The page of an empty sandbox in a browser. */
export interface OpenPage {
  readonly page: Page;
  readonly sandbox: Sandbox;
  /** Errors of the page: refused by its policy, thrown, or logged. */
  readonly complaints: readonly string[];
  another(): Promise<Page>;
  close(): Promise<void>;
}

/** Reloads the page; adds its errors to `complaints`. */
async function openTo(context: BrowserContext, url: string, complaints: string[]): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (line) => {
    // A refusal is an answer with status 422, which the browser logs as an error.
    if (line.type() === 'error' && !line.text().includes('422')) complaints.push(line.text());
  });
  await page.goto(url);
  return page;
}

/** Serves the page on a free port and opens it. */
export async function openPage(chromium: OpenChromium, packageDir = PACKAGE_DIR): Promise<OpenPage> {
  const newSandbox = (seed: number): Promise<Sandbox> => createSandbox({ packageDir, seed });
  const sandbox = await newSandbox(1);
  const served = await serveConsole(sandbox, { port: 0, seed: 1, packageDir, createSandbox: newSandbox });
  const permissions = ['clipboard-read', 'clipboard-write'];
  const context = await chromium.newContext({ viewport: { width: 1280, height: 900 }, permissions });
  context.setDefaultTimeout(TIMEOUT_MS);
  const complaints: string[] = [];
  const another = (): Promise<Page> => openTo(context, served.url, complaints);
  const close = async (): Promise<void> => {
    await context.close();
    await served.stop();
  };
  return { page: await another(), sandbox, complaints, another, close };
}

/** Waits until the line at the top shows this figure. */
export function figure(page: Page, key: string, value: number): Promise<void> {
  return page.locator(`#figure-${key}`, { hasText: new RegExp(`^${value}$`) }).waitFor();
}

/** Waits until this text is visible. */
export function says(place: Page | Locator, text: string | RegExp): Promise<void> {
  return place.getByText(text).first().waitFor();
}

/** Advances the time with the page's buttons and waits until it has passed. */
export async function letPass(page: Page, minutes: number): Promise<void> {
  const clock = page.getByRole('region', { name: 'Clock' });
  const time = clock.locator('time');
  const now = Date.parse((await time.getAttribute('datetime')) ?? '');
  await clock.getByLabel('How many').fill(String(minutes));
  await clock.getByRole('button', { name: 'Let pass' }).click();
  await page.waitForFunction(
    (end) => {
      const shown = document.querySelector('#clock time')?.getAttribute('datetime') ?? '';
      const isMoving = document.querySelector<HTMLElement>('#clock .moving')?.hidden === false;
      return !isMoving && Date.parse(shown) >= end;
    },
    now + minutes * 60_000,
    // Hours are played as fast as the machine can.
    { timeout: 4 * TIMEOUT_MS },
  );
}

/** Opens a view of an area. */
export function openTab(page: Page, name: string): Promise<void> {
  return page.getByRole('tab', { name, exact: true }).click();
}

/** Creates a ticket in the first group. */
export async function createTicket(page: Page, source: string): Promise<void> {
  await openTab(page, 'Helpdesk');
  await page.getByLabel('By', { exact: true }).selectOption({ label: source });
  await page.getByRole('button', { name: 'Create ticket' }).click();
  await says(page, /Ticket \d+ was created/);
}

/** Turns a fault on or off. */
export function turnFault(page: Page, name: string, area: string): Promise<void> {
  return page.getByRole('group', { name: area }).getByLabel(name, { exact: true }).click();
}
