import type { BrowserContext, Page } from 'playwright-core';
import { createSandbox } from '../../sandbox/create-sandbox';
import { serveConsole } from '../../sandbox/console/serve-console';
import { openChromium } from '../../test/browser/open-chromium';
import { THE_APP } from './design';
import { percentile } from './figures';
import { createPageAccount } from './page';

const ROUNDS = 5;
const MINUTE_MS = 60_000;

/** The size of the app's page and its loading times. */
export interface PageWeight {
  /** Bytes loaded when the page opens: the app's own files, and those of the libraries. Uncompressed. */
  readonly ownBytes: number;
  readonly libraryBytes: number;
  readonly requests: number;
  /** Milliseconds from navigation to the light, the figures and the tabs, with a cold and a warm cache. */
  readonly firstOpenMs: number;
  readonly openMs: number;
  /** Milliseconds from clicking a tab to the table of queues, and to the chart of a day. */
  readonly queuesMs: number;
  readonly chartMs: number;
}

interface Loaded {
  ownBytes: number;
  libraryBytes: number;
  requests: number;
}

/**
 * Sums the bytes that a page loads, own files and libraries separately; function answers and the platform's script are
 * not included.
 */
function watchLoads(page: Page): Loaded {
  const loaded: Loaded = { ownBytes: 0, libraryBytes: 0, requests: 0 };
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const isOwn = pathname.startsWith('/app/');
    if (!isOwn && !pathname.startsWith('/cdn/')) return;
    loaded.requests += 1;
    response.body().then(
      ({ length }) => {
        if (isOwn) loaded.ownBytes += length;
        else loaded.libraryBytes += length;
      },
      // Answers are unavailable after the page was left; the next round counts them again.
      () => undefined,
    );
  });
  return loaded;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function openPage(page: Page, url: string): Promise<number> {
  return timed(async () => {
    await page.goto(url);
    await page.locator('#figures .figure').first().waitFor();
    await page.locator('fw-tab.hydrated').last().waitFor();
  });
}

async function weigh(
  context: BrowserContext,
  url: string,
): Promise<Loaded & { readonly firstOpenMs: number }> {
  const page = await context.newPage();
  const loaded = watchLoads(page);
  const firstOpenMs = await openPage(page, url);
  await page.waitForLoadState('networkidle');
  await page.close();
  return { ...loaded, firstOpenMs };
}

const median = (values: readonly number[]): number => percentile([...values], 0.5);

/** Opens the page several times on an account with many queues. */
export async function measurePageWeight(seed: number): Promise<PageWeight> {
  const sandbox = await createPageAccount(seed);
  // A run of the app must first create the overview of the new account.
  await sandbox.platform.advance(10 * MINUTE_MS);
  const { packageDir } = THE_APP;
  const newSandbox = () => createSandbox({ packageDir, seed });
  const served = await serveConsole(sandbox, { port: 0, seed, packageDir, createSandbox: newSandbox });
  const chromium = await openChromium();
  try {
    const url = `${served.url}app/index.html`;
    const context = await chromium.newContext({ viewport: { width: 1200, height: 900 } });
    const first = await weigh(context, url);
    const times = { open: [] as number[], queues: [] as number[], chart: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      await sandbox.platform.advance(MINUTE_MS);
      const page = await context.newPage();
      times.open.push(await openPage(page, url));
      const show = (tab: string, selector: string): Promise<number> =>
        timed(async () => {
          await page.getByRole('tab', { name: tab }).click();
          await page.locator(selector).first().waitFor();
        });
      times.queues.push(await show('Source queues', '.queues tbody tr'));
      times.chart.push(await show('Volumes', '.chart canvas'));
      await page.close();
    }
    return {
      ...first,
      openMs: median(times.open),
      queuesMs: median(times.queues),
      chartMs: median(times.chart),
    };
  } finally {
    await chromium.close();
    await served.stop();
  }
}

/** The page's size and times, one line each. */
export function formatPageWeight(weight: PageWeight): string {
  const kb = (bytes: number): string => `${Math.round(bytes / 1000)} KB`;
  const ms = (value: number): string => `${Math.round(value)} ms`;
  return [
    `  own files              ${kb(weight.ownBytes)} uncompressed`,
    `  libraries to open it   ${kb(weight.libraryBytes)} uncompressed, ${weight.requests} requests with its own`,
    `  opens                  ${ms(weight.openMs)} (the first time ${ms(weight.firstOpenMs)})`,
    `  table of the queues    ${ms(weight.queuesMs)}`,
    `  chart of a day         ${ms(weight.chartMs)}`,
  ].join('\n');
}
