import fs from 'node:fs';
import path from 'node:path';
import { openChromium } from '../../../test/browser/open-chromium';
import {
  install,
  openSection,
  openStatusPage,
  type StatusPage,
} from '../../../test/browser/open-status-page';
import { addCounters } from './reached';
import { serverCounters, type Counters } from './counting-package';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
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

/** Edits of the samples, as the checklist lists them; each payload is sent as it is, then with one of these. */
const EDITS: readonly (readonly [event: string, changes: Readonly<Record<string, unknown>>])[] = [
  ['onTicketCreate', {}],
  ['onTicketCreate', { id: 413, source: 3 }],
  ['onTicketCreate', { id: 414, source: 7, group_id: null }],
  ['onTicketCreate', { id: 415, source: 10 }],
  ['onTicketCreate', { id: 416, source: 14 }],
  ['onTicketCreate', { id: 417, import_id: 1 }],
  ['onTicketCreate', { id: 418, tags: ['injixo-connect-alert'] }],
  ['onTicketCreate', { id: 'x' }],
  ['onTicketCreate', { id: 420 }],
  ['onTicketUpdate', {}],
  ['onTicketUpdate', { id: 413, deleted: false, spam: true, changes: { spam: [false, true] } }],
  ['onTicketUpdate', { id: 414, deleted: false, changes: { status: [2, 4] } }],
  ['onConversationCreate', {}],
  ['onConversationCreate', { id: 1, incoming: false }],
  ['onConversationCreate', { id: 2, private: true }],
  ['onConversationCreate', { id: 3, source: 6 }],
  ['onConversationCreate', { id: 4, source: 8 }],
  ['onConversationCreate', { id: 5, ticket_id: 414, support_email: null, to_emails: [] }],
  ['onConversationCreate', { id: 6, ticket_id: 999_999 }],
  ['onConversationCreate', { id: 7, incoming: null }],
];

async function fireSamples({ sandbox }: StatusPage, packageDir: string): Promise<void> {
  for (const [name, changes] of EDITS) {
    const data = sampleData(packageDir, name) as Readonly<Record<string, object>>;
    const parts = Object.entries(data).map(([part, value]) =>
      part === 'ticket' || part === 'conversation' ? [part, { ...value, ...changes }] : [part, value],
    );
    await sandbox.platform.deliver({ name, data: Object.fromEntries(parts) as object });
  }
}

/** Fires the schedule, ten minutes apart. */
async function fireSchedule({ sandbox }: StatusPage, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    sandbox.clock.advanceTo(sandbox.clock.now() + 10 * MINUTE_MS);
    await sandbox.platform.fireSchedule(TICK);
  }
}

/** Opens the page and each of its sections; the counters of its scripts. */
async function lookAtPage({ page, open, sandbox }: StatusPage): Promise<Counters> {
  // A new minute of the platform, whose limits count by the minute.
  sandbox.clock.advanceTo(sandbox.clock.now() + 2 * MINUTE_MS);
  await open();
  for (const section of SECTIONS) {
    await openSection(page, section);
    await page.waitForTimeout(400);
  }
  return (await page.evaluate('window.__coverage__')) as Counters;
}

/** The account as it is before the app is installed: the ticket of the samples, others, and a past to import. */
function fillAccount({ sandbox: { freshdesk } }: StatusPage): void {
  const { actions } = freshdesk;
  const groupId = actions.createGroup('CustomerService').id;
  actions.createTicket({ groupId, createdAt: CREATED_AT });
  actions.createTicket({ groupId, source: 3 });
  actions.createTicket({ groupId: null, source: 7 });
  for (let day = 1; day < 6; day += 1) {
    const { id } = actions.createTicket({ groupId, createdAt: CREATED_AT - day * DAY_MS });
    actions.customerReply(id, { channel: 'email' });
    if (day === 2) actions.trash(id);
    if (day === 3) actions.markSpam(id);
  }
  actions.customerReply(SAMPLE_TICKET, { channel: 'email' });
}

interface Simulation {
  readonly opened: StatusPage;
  readonly packageDir: string;
  /** The settings as they were first entered. */
  settings: Readonly<Record<string, string>>;
  ofPage: Counters;
}

interface Step {
  readonly says: string;
  readonly take: (simulation: Simulation) => Promise<void>;
}

const LOOK: Step = {
  says: 'open the page and each of its sections',
  take: async (simulation) => {
    simulation.ofPage = addCounters(simulation.ofPage, await lookAtPage(simulation.opened));
  },
};

const FIRE: Step = {
  says: 'send each sample, then with each edit',
  take: ({ opened, packageDir }) => fireSamples(opened, packageDir),
};

const runs = (times: number): Step => ({
  says: `send onScheduledEvent ${times} times, ten minutes apart`,
  take: ({ opened }) => fireSchedule(opened, times),
});

const save = (says: string, changes: Readonly<Record<string, string>>): Step => ({
  says,
  take: ({ opened, settings }) => {
    opened.sandbox.platform.saveSettings({ ...settings, ...changes });
    return Promise.resolve();
  },
});

/** What docs/release-checklist.md tells a person to do with `fdk run`, in the same order. */
const STEPS: readonly Step[] = [
  {
    says: 'send onAppInstall with a wrong injixo key, then with the right one, a start of the history, and By source',
    take: async (simulation) => {
      const { sandbox } = simulation.opened;
      await sandbox.platform.install({ ...sandbox.settings(), injixo_api_key: 'wrong' });
      const entered = { history_from: '2026-10-01', channel_mapping: 'By source' };
      simulation.settings = await install(sandbox, entered);
    },
  },
  LOOK,
  FIRE,
  runs(6),
  {
    says: 'in Freshdesk, create a ticket and reply to it as the customer, and send no event',
    take: ({ opened }) => {
      const { actions } = opened.sandbox.freshdesk;
      const { id } = actions.createTicket({ groupId: actions.createGroup('Sales').id });
      actions.customerReply(id, { channel: 'portal' });
      return Promise.resolve();
    },
  },
  runs(8),
  LOOK,
  save('save a wrong injixo key and an alert e-mail', {
    injixo_api_key: 'wrong',
    alert_email: 'planner@example.com',
  }),
  FIRE,
  runs(4),
  LOOK,
  save('save the right injixo key and a wrong Freshdesk key', { freshdesk_api_key: 'wrong' }),
  runs(2),
  LOOK,
  save('save the right keys', {}),
  runs(3),
  LOOK,
  {
    says: 'send onAppUninstall',
    take: async ({ opened }) => void (await opened.sandbox.platform.uninstall()),
  },
];

/** Takes each step, and tells it. Product events come from nowhere but the samples, as with `fdk run`. */
export async function simulate(packageDir: string, print: (line: string) => void): Promise<Counters> {
  const chromium = await openChromium();
  const options = { packageDir, startsAt: STARTS_AT, firstTicketId: SAMPLE_TICKET };
  const opened = await openStatusPage(chromium, options);
  const simulation: Simulation = { opened, packageDir, settings: {}, ofPage: {} };
  try {
    fillAccount(opened);
    opened.sandbox.platform.faults.events.plan = () => [];
    for (const [index, { says, take }] of STEPS.entries()) {
      print(`${index + 1}. ${says}`);
      await take(simulation);
    }
    return addCounters(serverCounters(), simulation.ofPage);
  } finally {
    await opened.close();
    await chromium.close();
  }
}
