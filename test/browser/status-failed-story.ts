import type { OpenChromium } from './open-chromium';
import { says } from './open-page';
import {
  install,
  light,
  openSection,
  openStatusPage,
  seriousFindings,
  type StatusPage,
} from './open-status-page';
import { prepare } from './prepared-answers';

const FAILED = 'The status could not be loaded';
/** Longer than the page may rest after a refusal. */
const REST_MS = 125_000;

/** A page of an account with data that cannot be loaded. */
export function statusFailedStory(chromium: () => OpenChromium): void {
  let opened: StatusPage;
  /** Uses up the key-value operations that the platform gives the app this minute. */
  const useUpMinute = async (): Promise<void> => {
    const { platform } = opened.sandbox;
    const { refused } = platform.usage().kv;
    while (platform.usage().kv.refused === refused) {
      await platform.callFunction('getVolumes', { request: { view: 'queues' } });
    }
  };
  const todaysCount = (): Promise<string> =>
    opened.page.locator('[data-figure="today"] .figure-value').innerText();

  beforeAll(async () => {
    opened = await openStatusPage(chromium());
    const { freshdesk, platform } = opened.sandbox;
    const { id } = freshdesk.actions.createGroup('CustomerService');
    await install(opened.sandbox);
    freshdesk.actions.createTicket({ groupId: id });
    await platform.advance(12 * 60_000);
  });
  afterAll(() => opened.close());
  beforeEach(() => opened.sandbox.platform.advance(60_000));
  afterEach(async () => {
    await opened.page.unrouteAll();
    expect(opened.complaints).toEqual([]);
  });

  it('looks at the limit like neither a new nor a good account where this browser has seen nothing', async () => {
    const { page } = opened;
    await useUpMinute();
    await opened.open();

    await light(page, FAILED);
    await says(page, /limit for this minute is used up/);
    await says(page, /^Next try in 1 min/);
    await openSection(page, 'Initial import');
    expect(await page.locator('main').innerText()).not.toMatch(
      /Not known yet|No figures|No history|Operational/,
    );
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('shows at the limit what this browser saw last, counts down, and goes on by itself', async () => {
    const { page, sandbox } = opened;
    await opened.open();
    await light(page, 'Operational');
    const before = await todaysCount();
    await useUpMinute();
    await page.clock.install({ time: sandbox.clock.now() });
    await opened.open();

    await light(page, FAILED);
    expect(await todaysCount()).toBe(before);
    expect(await page.locator('#as-of').innerText()).toMatch(/^As of Nov .*, last seen in this browser$/);
    const words = await page.getByRole('timer').innerText();
    await page.clock.runFor(5000);
    expect(await page.getByRole('timer').innerText()).not.toBe(words);

    await sandbox.platform.advance(60_000);
    await page.clock.runFor(REST_MS);
    await light(page, 'Operational');
    expect(await page.locator('#as-of').innerText()).toContain('Version');
  });

  it('shows it also when the app does not answer, and takes nothing that is no figure', async () => {
    const { page } = opened;
    const kept = (): Promise<string> => page.evaluate(() => Object.values(localStorage).join());
    expect(await kept()).not.toMatch(/CustomerService|email/);
    await prepare(page, 'getOverview', { ok: false, code: 'no_answer', params: {} });
    await opened.open();
    await light(page, FAILED);
    await page.locator('[data-figure="today"]').waitFor();

    await page.evaluate(() => Object.keys(localStorage).forEach((key) => localStorage.setItem(key, '{')));
    await opened.open();
    await light(page, FAILED);
    expect([await page.locator('[data-figure]').count(), await kept()]).toEqual([0, '']);
  });

  it('does without a browser that keeps nothing', async () => {
    const { page } = opened;
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new Error('denied');
        },
      });
    });
    await opened.open();
    await light(page, 'Operational');
    await prepare(page, 'getOverview', { ok: false, code: 'unexpected', params: {} });
    await opened.open();

    await light(page, FAILED);
    expect(await page.locator('[data-figure]').count()).toBe(0);
  });
}
