import { fork, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { createClock, type Clock } from '../../sandbox/support/clock';
import { FRESHDESK_HOST, type Settings } from '../../sandbox/create-sandbox';
import { createFreshdesk, type Freshdesk } from '../../sandbox/freshdesk/create-freshdesk';
import { PLANS, type Plan } from '../../sandbox/freshdesk/api/limits';
import { fillHelpdesk } from '../../sandbox/scenarios/history/fill-helpdesk';
import { createInjixo, type Injixo } from '../../sandbox/injixo/create-injixo';
import { compare } from '../../sandbox/oracle/compare';
import type { Comparison } from '../../sandbox/oracle/comparison';
import { truth } from '../../sandbox/oracle/truth';
import { THE_APP } from './design';
import type { AppFigures, AppMessage, ImportOptions } from './history-app';

const INSTALLED_AT = Date.parse('2026-11-02T08:00:00Z');
const SCRIPT = path.join(__dirname, 'history-app.ts');
/** Heap limit for Node; without it garbage is collected rarely. */
export const HEAP_MB = 64;
const NODE_OPTIONS = [`--max-old-space-size=${HEAP_MB}`, '--max-semi-space-size=2'];

/** A year; the shares of replies, spam and deleted tickets are those of fillHelpdesk: 40, 3 and 2 %. */
const PAST = { days: 365, massUpdate: 500, longTicket: 500 } as const;

/** The figures of an import. */
export interface HistoryFigures {
  readonly plan: Plan;
  /** Milliseconds each Freshdesk call takes. */
  readonly latencyMs: number;
  /** The account's Freshdesk calls per minute. */
  readonly perMinute: number;
  readonly tickets: number;
  readonly app: AppFigures;
  readonly comparison: Comparison;
  readonly calls: { readonly lists: number; readonly conversations: number; readonly others: number };
  /** Tickets with a customer reply, by Freshdesk's stats. */
  readonly replied: number;
}

interface Account {
  readonly clock: Clock;
  readonly freshdesk: Freshdesk;
  readonly injixo: Injixo;
  readonly historyFrom: number;
}

function openAccount(tickets: number, plan: Plan): Account {
  const clock = createClock(INSTALLED_AT);
  const freshdesk = createFreshdesk({ clock, plan, domain: FRESHDESK_HOST });
  const historyFrom = fillHelpdesk(freshdesk, clock, { ...PAST, tickets, until: INSTALLED_AT });
  return { clock, freshdesk, injixo: createInjixo({ clock }), historyFrom };
}

function settingsFor({ freshdesk, injixo, historyFrom }: Account): Settings {
  const integration = injixo.account.addIntegration({ name: 'Acme', domain: FRESHDESK_HOST });
  return {
    injixo_api_key: injixo.account.generateKey(integration.id),
    injixo_integration_id: String(integration.id),
    freshdesk_api_key: freshdesk.admin.apiKey,
    channel_mapping: 'Cases',
    history_from: new Date(historyFrom).toISOString().slice(0, 16).replace('T', ' '),
    alert_email: '',
  };
}

function followApp(child: ChildProcess, options: ImportOptions, clock: Clock): Promise<AppFigures> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      const update = message as AppMessage;
      if ('figures' in update) return resolve(update.figures);
      clock.advanceTo(update.now);
      child.send({});
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`The app's process ended with ${code ?? 'a signal'}`)));
    child.send(options);
  });
}

function repliedTickets({ helpdesk }: Freshdesk): number {
  const tickets = [...helpdesk.tickets.values()].map(({ versions }) => versions.at(-1)?.ticket);
  return tickets.filter((ticket) => (ticket?.stats.requesterRespondedAt ?? null) !== null).length;
}

function figuresOf(
  { freshdesk, injixo, historyFrom }: Account,
  app: AppFigures,
): Omit<HistoryFigures, 'plan' | 'perMinute' | 'latencyMs'> {
  const { list, conversations, ...others } = freshdesk.calls;
  const contacts = truth(freshdesk.helpdesk, { cutOver: app.cutOver, historyFrom });
  return {
    tickets: freshdesk.helpdesk.tickets.size,
    app,
    comparison: compare(contacts, injixo.receipts),
    calls: {
      lists: list,
      conversations,
      others: Object.values(others).reduce((sum, count) => sum + count, 0),
    },
    replied: repliedTickets(freshdesk),
  };
}

/** Bundles the app's process into one file: a TypeScript loader would need more memory than the app. */
async function bundleApp(folder: string): Promise<string> {
  const outfile = path.join(folder, 'history-app.cjs');
  await build({ entryPoints: [SCRIPT], bundle: true, platform: 'node', format: 'cjs', outfile });
  return outfile;
}

/** An account whose history is imported. */
export interface ImportedAccount {
  readonly tickets: number;
  readonly plan: Plan;
  readonly latencyMs: number;
}

/**
 * Imports a stand-in account at the limits of its plan, with the app in its own process, and compares injixo's receipts with
 * the truth.
 */
export async function measureHistory({ tickets, plan, latencyMs }: ImportedAccount): Promise<HistoryFigures> {
  const account = openAccount(tickets, plan);
  account.freshdesk.settings.latencyMs = latencyMs;
  const { clock, freshdesk, injixo } = account;
  const options: ImportOptions = {
    packageDir: THE_APP.packageDir,
    startsAt: INSTALLED_AT,
    freshdeskOrigin: await freshdesk.start(),
    injixoOrigin: await injixo.start(),
    settings: settingsFor(account),
  };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'history-'));
  const child = fork(await bundleApp(folder), { execArgv: NODE_OPTIONS });
  try {
    const figures = figuresOf(account, await followApp(child, options, clock));
    return { ...figures, plan, latencyMs, perMinute: PLANS[plan].totalPerMinute };
  } finally {
    child.kill();
    fs.rmSync(folder, { recursive: true });
    await Promise.all([freshdesk.stop(), injixo.stop()]);
  }
}
