import type { Download, Page, Route } from 'playwright-core';
import type { DayAnswer, DifferenceAnswer, QueuesAnswer } from '../../server/page-contract';
import { GOOD_DAY, RUNNING_IMPORT } from '../fakes/page-samples';
import type { OpenChromium } from './open-chromium';
import { says } from './open-page';
import {
  openSection,
  openStatusPage,
  PHONE,
  seriousFindings,
  WIDE,
  type StatusPage,
} from './open-status-page';
import { prepare } from './prepared-answers';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NAMES = ['Care email Tickets', '=Care+phone Tickets', 'Équipe d’été email Tickets'];

interface Asked {
  readonly view: string;
  readonly day?: string;
}

function queueOf(index: number): {
  readonly identifier: string;
  readonly name: string;
  readonly place: number;
} {
  return { identifier: `freshdesk:${index}:1:tickets`, name: NAMES[index] ?? '', place: index };
}

/** Three queues, each of them with contacts from eight to five. */
function dayAnswer(day: string): DayAnswer {
  const from = Date.parse(`${day}T00:00:00Z`);
  const queues = NAMES.map((_, index) => {
    const slots = [...Array(36).keys()].map((slot) => [32 + slot, 2 + ((slot * (index + 3)) % 7)] as const);
    return { ...queueOf(index), slots };
  });
  return { day, from, to: from + DAY, slotMinutes: 15, queues, repaired: [[40, 1]] };
}

const QUEUES: QueuesAnswer = {
  days: ['2026-11-01', '2026-11-02'],
  queues: NAMES.map((_, index) => ({
    ...queueOf(index),
    ...{ channel: 'cases', today: index, days7: 7, days28: 28, trend: [3, index] },
    ...{ lastAt: Date.parse('2026-11-02T08:00:00Z'), renamedTo: null },
  })),
};

function differenceAnswer(day: string): DifferenceAnswer {
  return {
    day,
    lookedAt: Date.parse(`${day}T23:00:00Z`),
    countedFrom: Date.parse(`${day}T00:00:00Z`),
    injixo: { tickets: 100, replies: 40, unknownTickets: 8, unknownReplies: 2 },
    leftOut: [{ reason: 'outbound', count: 6 }],
    ...{ freshdeskTickets: 101, deletedOrSpam: 8, unassigned: 3, spam: 5 },
    queues: [
      { identifier: 'freshdesk:0:1:tickets', name: 'Care email Tickets', injixo: 60, freshdesk: 57 },
      { identifier: 'freshdesk:1:3:tickets', name: 'Care phone Tickets', injixo: 40, freshdesk: 38 },
      { identifier: 'freshdesk:9:1:tickets', name: null, injixo: 0, freshdesk: 2 },
    ],
  };
}

/** Answers the views of the volumes; keeps which were asked for. */
async function prepareVolumes(page: Page, asked: Asked[]): Promise<void> {
  await page.route('**/api/client/invoke', async (route: Route) => {
    const { name, args } = route.request().postDataJSON() as { name: string; args: { request?: Asked } };
    const { request } = args;
    if (name !== 'getVolumes' || request === undefined) return route.fallback();
    asked.push(request);
    const day = request.day ?? '';
    const answers: Readonly<Record<string, () => object>> = {
      day: () => dayAnswer(day),
      queues: () => QUEUES,
      difference: () => differenceAnswer(day),
    };
    const response = { ok: true, cost: 1, ...answers[request.view]?.() };
    return route.fulfill({ json: { ok: true, value: { requestID: 'prepared', response } } });
  });
}

async function textOf(file: Download): Promise<string> {
  return Buffer.concat((await (await file.createReadStream()).toArray()) as Buffer[]).toString('utf8');
}

/** Volumes, queues and comparison of an account that has both for weeks. */
export function statusNumbersStory(chromium: () => OpenChromium): void {
  let opened: StatusPage;
  const asked: Asked[] = [];

  beforeAll(async () => {
    opened = await openStatusPage(chromium());
    const { page, sandbox } = opened;
    const now = sandbox.clock.now();
    const overview = {
      ...GOOD_DAY,
      ...{ installedAt: now - 20 * DAY, completeUntil: now - 2 * HOUR, timeZone: 'UTC' },
      history: { ...RUNNING_IMPORT, state: 'done' as const },
      changed: {},
    };
    await prepare(page, 'getOverview', {
      ok: true,
      light: { kind: 'operational' },
      overview,
      version: '9.9.9',
    });
    await prepareVolumes(page, asked);
    await opened.open();
  });
  afterAll(() => opened.close());
  afterEach(() => {
    expect(opened.complaints).toEqual([]);
  });

  const download = async (section: string): Promise<{ readonly name: string; readonly text: string }> => {
    const place = opened.page.locator(section);
    const [file] = await Promise.all([
      opened.page.waitForEvent('download'),
      place.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    return { name: file.suggestedFilename(), text: await textOf(file) };
  };

  it('shows the same weekday a week ago once the day is there, and not before the installation', async () => {
    const { page } = opened;
    await openSection(page, 'Volumes');
    await page.locator('.legend', { hasText: 'A week earlier' }).waitFor();
    const days = asked.filter(({ view }) => view === 'day').map(({ day = '' }) => Date.parse(day));
    const volumes = page.locator('#section-volumes');
    const options = volumes.getByLabel('Day', { exact: true }).locator('option');

    expect((days[0] ?? 0) - (days[1] ?? 0)).toBe(7 * DAY);
    expect(await options.count()).toBe(21);
    await volumes.getByLabel('Day', { exact: true }).selectOption({ index: 18 });
    await page.locator('.legend', { hasText: 'A week earlier' }).waitFor({ state: 'detached' });
    await volumes.getByLabel('Day', { exact: true }).selectOption({ index: 0 });
  });

  it('shows several queues, each in a colour that stays its own', async () => {
    const { page } = opened;
    const queue = page.locator('#section-volumes').getByLabel('Queue', { exact: true });
    const colorOf = (name: string): Promise<string> =>
      page
        .locator('.chips li', { hasText: name })
        .locator('.swatch')
        .evaluate((swatch: { style: { background: string } }) => swatch.style.background);
    for (const name of NAMES) await queue.selectOption({ label: name });
    const before = await Promise.all(NAMES.map(colorOf));
    await page.getByRole('button', { name: `Remove ${NAMES[0]}` }).click();
    await queue.selectOption({ label: NAMES[0] ?? '' });

    expect(new Set(before).size).toBe(3);
    expect(await Promise.all(NAMES.map(colorOf))).toEqual(before);
    await page.locator('.legend', { hasText: NAMES[2] ?? '' }).waitFor();
  });

  it('has every interval in the table, a total, and nothing of what is still to come', async () => {
    const { page } = opened;
    await page.getByText('Show the chart as a table').click();
    const rows = page.locator('.as-table tbody tr');

    expect(await rows.count()).toBe(96);
    expect(await rows.first().innerText()).toMatch(/^12:00 AM – 12:15 AM(\s+0){4}/);
    expect(await rows.last().innerText()).toContain('Still to come');
    expect(await page.locator('.as-table tfoot tr').innerText()).toMatch(/^Total(\s+\d+){4,5}/);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('gives the volumes as a file for a spreadsheet, which says that injixo has them', async () => {
    const { name, text } = await download('#section-volumes');
    const [note, title, , heads, first] = text.split('\r\n');

    expect(name).toMatch(/^injixo-connect-volumes-2026-\d\d-\d\d\.csv$/);
    expect(note).toMatch(/^\uFEFF"For a spreadsheet\. injixo already has these contacts/);
    expect(title).toContain('UTC');
    expect(heads).toMatch(/^Time,.*Équipe d’été email Tickets/);
    expect(heads).toContain(",'=Care+phone Tickets,");
    expect(first).toMatch(/^12:00\sAM – 12:15\sAM,0,0,0,0/);
    expect(text).toMatch(/\r\nTotal,\d+,/);
  });

  it('gives the queues as a file too, with each day', async () => {
    const { page } = opened;
    await openSection(page, 'Source queues');
    await says(page.locator('#section-queues'), 'Care email Tickets');
    const { text } = await download('#section-queues');
    const lines = text.split('\r\n');

    expect(lines[3]).toMatch(/^Queue,Identifier,Channel,.*,2026-11-01,2026-11-02$/);
    expect(lines.find((line) => line.startsWith('Care email'))).toMatch(
      /,freshdesk:0:1:tickets,Cases,0,7,28,.*,3,0$/,
    );
    expect(lines.some((line) => line.startsWith("'=Care+phone Tickets,"))).toBe(true);
  });

  it('says by how much Freshdesk differs, in which queue, and what Analytics leaves out', async () => {
    const { page } = opened;
    await openSection(page, 'Compare with Freshdesk');
    await page.getByRole('row', { name: 'Customer replies are not separate tickets −40' }).waitFor();
    await page.getByRole('row', { name: 'Unknown replies are not separate tickets either −2' }).waitFor();
    await page.getByRole('row', { name: 'Care email Tickets 60 57 3' }).waitFor();
    await page.getByRole('row', { name: 'No queue in injixo (freshdesk:9:1:tickets) 0 2 −2' }).waitFor();
    await page.getByRole('row', { name: 'Without group and agent 3' }).waitFor();
    await says(page, /they leave out tickets that were merged into another one/);
    const { text } = await download('#section-difference');

    expect(text).toContain('\r\nCustomer replies are not separate tickets,-40\r\n');
    expect(text).toContain('\r\nCare email Tickets,60,57,3\r\n');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('fits a telephone', async () => {
    const { page } = opened;
    await page.setViewportSize(PHONE);
    for (const section of ['Volumes', 'Compare with Freshdesk', 'Source queues']) {
      await openSection(page, section);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect([section, width]).toEqual([section, PHONE.width]);
      expect(await seriousFindings(page)).toEqual([]);
    }
    await page.setViewportSize(WIDE);
  });
}
