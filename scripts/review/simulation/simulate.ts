import fs from 'node:fs';
import path from 'node:path';
import { openChromium } from '../../../test/browser/open-chromium';
import { install, openSection, openStatusPage, type StatusPage } from '../../../test/browser/open-status-page';
import { addCounters } from './reached';
import { serverCounters, type Counters } from './counting-package';

const MINUTE_MS = 60_000;
const TICK = 'injixo-connect-tick';

/** The ticket of the samples: created 12:45, its reply two days later. */
const SAMPLE_TICKET = 412;
const CREATED_AT = Date.parse('2026-11-05T12:45:13Z');
/** When the person sits down: after everything in the samples. */
const STARTS_AT = Date.parse('2026-11-09T09:00:00Z');

const SECTIONS = [
  ...['Source queues', 'Volumes', 'Compare with Freshdesk', 'Held contacts', 'Initial import'],
  'Settings and support',
];

/** The data of a sample payload. */
function sampleData(packageDir: string, event: string): unknown {
  const file = path.join(packageDir, `server/test_data/support_ticket/${event}.json`);
  return (JSON.parse(fs.readFileSync(file, 'utf8')) as { data: unknown }).data;
}

/** Opens the page and each of its sections; the counters of its scripts. */
async function lookAtPage({ page, open }: StatusPage): Promise<Counters> {
  await open();
  for (const section of SECTIONS) {
    await openSection(page, section);
    await page.waitForTimeout(500);
  }
  return (await page.evaluate('window.__coverage__')) as Counters;
}

/**
 * What docs/release-checklist.md tells a person to do with `fdk run`: an account with the ticket of the samples, each sample
 * event, the schedule three times, the page with all its sections. Product events come from nowhere else.
 */
export async function simulate(packageDir: string): Promise<Counters> {
  serverCounters();
  const chromium = await openChromium();
  const opened = await openStatusPage(chromium, {
    packageDir,
    startsAt: STARTS_AT,
    firstTicketId: SAMPLE_TICKET,
  });
  try {
    const { platform, freshdesk } = opened.sandbox;
    const group = freshdesk.actions.createGroup('CustomerService');
    freshdesk.actions.createTicket({ groupId: group.id, createdAt: CREATED_AT });
    freshdesk.actions.customerReply(SAMPLE_TICKET, { channel: 'email' });
    await install(opened.sandbox);
    for (const name of ['onTicketCreate', 'onTicketUpdate', 'onConversationCreate'])
      await platform.deliver({ name, data: sampleData(packageDir, name) });
    for (let times = 0; times < 3; times += 1) {
      opened.sandbox.clock.advanceTo(opened.sandbox.clock.now() + 10 * MINUTE_MS);
      await platform.fireSchedule(TICK);
    }
    const ofPage = await lookAtPage(opened);
    await platform.uninstall();
    return addCounters(serverCounters(), ofPage);
  } finally {
    await opened.close();
    await chromium.close();
  }
}
