import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

const PREPARE = path.join(process.cwd(), 'test/browser/prepare-chromium.mjs');

/** Disables features of Chromium that tests do not need. */
const ARGS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

interface Prepared {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A Chromium with a separate folder, which closing removes. */
export interface OpenChromium {
  /** A separate user with English set: the machine's language may be one that Chromium does not know. */
  newContext(options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Starts the Chromium of the npm package; no other installation is needed. */
export async function openChromium(): Promise<OpenChromium> {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'sandbox-chromium-'));
  const own = { ...process.env, TMPDIR: home, HOME: home };
  const remove = (): void => fs.rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [PREPARE], { env: own });
    const { executablePath, env } = JSON.parse(stdout) as Prepared;
    const browser = await chromium.launch({ executablePath, args: ARGS, env: { ...own, ...env } });
    return {
      newContext: (options = {}) => browser.newContext({ locale: 'en-US', ...options }),
      close: async () => {
        await browser.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
