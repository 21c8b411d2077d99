import { fillHelpdesk } from '../../sandbox/scenarios/history/fill-helpdesk';
import type { OpenChromium } from './open-chromium';
import { says } from './open-page';
import { install, openSection, openStatusPage, seriousFindings, type StatusPage } from './open-status-page';

const DAY_MS = 86_400_000;
const INSTALLED_AT = Date.parse('2026-11-02T08:00:00Z');
const PAST = { tickets: 400, days: 20 };
const MOST_MINUTES = 120;

/** An import that is planned, started, watched, paused and resumed. */
export function statusImportStory(chromium: () => OpenChromium): void {
  let opened: StatusPage;
  const state = (text: string): Promise<void> =>
    opened.page.locator('.history .tag', { hasText: text }).waitFor();
  const look = async (minutes: number): Promise<void> => {
    await opened.after(minutes);
    await openSection(opened.page, 'Initial import');
  };

  const until = async (wanted: string): Promise<void> => {
    const { platform } = opened.sandbox;
    const isThere = (): boolean =>
      JSON.stringify(platform.stores().keyValues['state']).includes(`"history":{"state":"${wanted}"`);
    for (let minute = 0; minute < MOST_MINUTES && !isThere(); minute += 1) await platform.advance(60_000);
  };

  beforeAll(async () => {
    opened = await openStatusPage(chromium(), { startsAt: INSTALLED_AT - PAST.days * DAY_MS });
    const { freshdesk, clock, platform } = opened.sandbox;
    platform.faults.events.dropRate = 1;
    const from = fillHelpdesk(freshdesk, clock, { ...PAST, until: INSTALLED_AT });
    platform.faults.events.dropRate = 0;
    Object.assign(freshdesk.limits, { totalPerMinute: 60, listPerMinute: 20 });
    const history_from = new Date(from).toISOString().slice(0, 16).replace('T', ' ');
    await install(opened.sandbox, { history_from });
  });
  afterAll(() => opened.close());
  afterEach(() => {
    expect(opened.complaints).toEqual([]);
  });

  it('shows the plan, what to look at in injixo, and what it cannot reach; nothing is sent', async () => {
    const { page, sandbox } = opened;
    await look(40);
    await state('Planned');
    await says(page, /tickets will be checked/);
    await says(page, /^About \d.* contacts expected$/);
    await says(page, /^Does injixo already show contacts of this integration between /);
    await says(page, /^Look in injixo at the volumes/);
    await says(page, /^If it shows contacts: do not start/);
    await says(page, /^Archived tickets: /);
    expect(await page.getByText(/^Except the history/).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Pause' }).count()).toBe(0);
    expect(sandbox.injixo.receipts).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('asks once more, and starts only then', async () => {
    const { page } = opened;
    const start = page.getByRole('button', { name: 'Start the import', exact: true });
    await start.click();
    await says(page, /that cannot be undone/);
    await page.getByRole('button', { name: 'Do not start' }).click();
    await page.locator('.question').waitFor({ state: 'detached' });
    await state('Planned');

    await start.click();
    await page.getByRole('button', { name: 'injixo shows none: start the import' }).click();
    await page.locator('.outcome', { hasText: /^(Done|Scheduled)/ }).waitFor();
    await look(6);
    await state('Running');
    await says(page, /^Except the history, which is not fully imported yet/);
    expect(await page.getByText(/^If you reinstall the app/).count()).toBe(0);
  });

  it('pauses and resumes', async () => {
    const { page, sandbox } = opened;
    await until('running');
    await look(0);
    await state('Running');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.locator('.outcome', { hasText: /^(Done|Scheduled)/ }).waitFor();
    await look(6);
    await state('Paused');
    const before = sandbox.injixo.receipts.length;
    await look(6);
    expect(sandbox.injixo.receipts).toHaveLength(before);

    await page.getByRole('button', { name: 'Resume' }).click();
    await page.locator('.outcome', { hasText: /^(Done|Scheduled)/ }).waitFor();
    await look(6);
    await state('Running');
  });

  it('asks before it cancels, and goes on when told so', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Cancel the import', exact: true }).click();
    await says(page, /The rest of the history will not be imported/);
    await page.getByRole('button', { name: 'No, continue' }).click();
    await page.locator('.question').waitFor({ state: 'detached' });

    await until('done');
    await look(0);
    await state('Done');
    await says(page, /^If you reinstall the app/);
    expect(await page.getByText(/^Except the history/).count()).toBe(0);
  });
}
