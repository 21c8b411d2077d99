import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/create-sandbox';
import { serveConsole } from '../../sandbox/console/serve-console';
import type { OpenChromium } from './open-chromium';

const PACKAGE_DIR = path.resolve('dist');
const TIMEOUT_MS = 30_000;
const MINUTE_MS = 60_000;
const AXE = path.resolve('node_modules/axe-core/axe.min.js');

export const WIDE = { width: 1200, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** The app's page of a sandbox in its own window. */
export interface StatusPage {
  readonly page: Page;
  readonly sandbox: Sandbox;
  /** The address of the sandbox's own page. */
  readonly url: string;
  /** Errors of the page: refused by its policy, thrown, or logged. */
  readonly complaints: readonly string[];
  /** The functions that the page called since the last call of this. */
  calls(): readonly string[];
  /** Advances the sandbox, then reloads the page, which gets the sandbox's time when it opens. */
  after(minutes: number): Promise<void>;
  /** Opens the page. */
  open(): Promise<void>;
  /** Selects the language of the signed-in agent. */
  speak(language: string): Promise<void>;
  close(): Promise<void>;
}

/** Serves a sandbox and prepares a window for the app's page in it. */
export async function openStatusPage(
  chromium: OpenChromium,
  { packageDir = PACKAGE_DIR, ...options }: Partial<SandboxOptions> = {},
): Promise<StatusPage> {
  const newSandbox = (seed: number): Promise<Sandbox> => createSandbox({ packageDir, seed, ...options });
  const sandbox = await newSandbox(1);
  const served = await serveConsole(sandbox, {
    port: 0,
    seed: 1,
    packageDir,
    createSandbox: newSandbox,
  });
  const context = await chromium.newContext({ viewport: WIDE, acceptDownloads: true });
  context.setDefaultTimeout(TIMEOUT_MS);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (line) => {
    if (line.type() === 'error') complaints.push(line.text());
  });
  const called: string[] = [];
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/client/invoke')) return;
    called.push((request.postDataJSON() as { name: string }).name);
  });
  const open = async (): Promise<void> => {
    await page.goto(`${served.url}app/index.html`);
    await page.locator('#light h2').waitFor();
  };
  return {
    page,
    sandbox,
    url: served.url,
    complaints,
    calls: () => called.splice(0),
    after: async (minutes) => {
      await sandbox.platform.advance(minutes * MINUTE_MS);
      await open();
    },
    open,
    speak: async (language) => {
      await page.request.post(`${served.url}api/client/language`, { data: { language } });
      await open();
    },
    close: async () => {
      await context.close();
      await served.stop();
    },
  };
}

/** Installs the app as the install page would; returns the settings. */
export async function install(
  { platform, settings }: Sandbox,
  differing: Record<string, string> = {},
): Promise<Record<string, string>> {
  const filledIn = { ...settings(), ...differing };
  const { ok, reason } = await platform.install(filledIn);
  if (!ok) throw new Error(reason);
  return filledIn;
}

/** Waits until the light has this title. */
export function light(page: Page, title: string): Promise<void> {
  return page.locator('#light h2', { hasText: title }).waitFor();
}

/** Opens a section of the page; its tab may show a count. */
export async function openSection(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${name}( \\(\\d+\\))?$`) }).click();
}

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly target: unknown }[];
  }[];
}

/** Serious and critical findings of axe on the page. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(fs.readFileSync(AXE, 'utf8'));
  const { violations } = await page.evaluate<AxeResult>('axe.run({ resultTypes: ["violations"] })');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes.map(({ target }) => target))}`);
}
